import { builtInViews, folded, isReserved } from "../../engine";

/**
 * Names that can be typed in SQL without quotes. DuckDB itself takes any text as a quoted name; a table that came
 * with such a name keeps it, but a new name has no reason to need quotes.
 */
export type NameProblem = "empty" | "too-long" | "not-a-word" | "reserved-word" | "built-in";

const longest = 63;

export function validRelationName(name: string): "ok" | NameProblem {
  if (name === "") return "empty";
  if (name.length > longest) return "too-long";
  if (!/^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name)) return "not-a-word";
  if (isReserved(name)) return "reserved-word";
  return builtInViews.has(folded(name)) ? "built-in" : "ok";
}

/** `events`, or `events_2`, `events_3`, … when tables or cells have that name already. */
export function freeRelationName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map(folded));
  let name = wanted;
  for (let n = 2; used.has(folded(name)); n++) name = `${wanted}_${n}`;
  return name;
}
