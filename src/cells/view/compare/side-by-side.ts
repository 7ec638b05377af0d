import type { TextPart } from "../../model";

/** A line of both texts, one of them, or two that stand in each other's place; or a run of lines that are alike, folded. */
export type Row =
  | {
      readonly form: "line";
      readonly left: string | null;
      readonly right: string | null;
      readonly isSame: boolean;
    }
  | { readonly form: "folded"; readonly lines: readonly string[] };

/** Lines around a change that are shown with it. */
const around = 2;

/** What was taken out stands beside what was put in its place; long runs of equal lines are folded. */
export function sideBySide(parts: readonly TextPart[]): readonly Row[] {
  const rows: Row[] = [];
  for (let i = 0; i < parts.length; i++) {
    const { form, lines } = parts[i]!;
    if (form === "same") {
      rows.push(...sameRows(lines, i === 0, i === parts.length - 1));
      continue;
    }
    const next = parts[i + 1];
    const isPair = next !== undefined && next.form !== "same" && next.form !== form;
    if (isPair) i++;
    const other = isPair ? next.lines : [];
    const [left, right] = form === "removed" ? [lines, other] : [other, lines];
    for (let j = 0; j < Math.max(left.length, right.length); j++)
      rows.push({ form: "line", left: left[j] ?? null, right: right[j] ?? null, isSame: false });
  }
  return rows;
}

function sameRows(lines: readonly string[], isFirst: boolean, isLast: boolean): Row[] {
  const row = (text: string): Row => ({ form: "line", left: text, right: text, isSame: true });
  const head = isFirst ? 0 : around;
  const tail = isLast ? 0 : around;
  // A fold of one line would be as high as the line.
  if (lines.length <= head + tail + 1) return lines.map(row);
  const end = lines.length - tail;
  const between: Row = { form: "folded", lines: lines.slice(head, end) };
  return [...lines.slice(0, head).map(row), between, ...lines.slice(end).map(row)];
}
