import type { Design } from "../levers/design";

/** The same customers by some of the columns, ascending: those that are alike then stand together. */
export function reduced(
  { terms, patterns }: Pick<Design, "terms" | "patterns">,
  columns: readonly number[],
): Pick<Design, "terms" | "patterns"> {
  const alike = new Map<string, { values: number[]; x: number; n: number; fold: number }>();
  for (const { values, x, n } of patterns) {
    const chosen = columns.map((column) => values[column]!);
    const key = chosen.join(" ");
    const found = alike.get(key);
    if (found) {
      found.x += x;
      found.n += n;
    } else alike.set(key, { values: chosen, x, n, fold: 0 });
  }
  return { terms: columns.map((column) => terms[column]!), patterns: [...alike.values()] };
}
