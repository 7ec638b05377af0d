import type { Reading } from "../reading";

const pairs: readonly (readonly [yes: string, no: string])[] = [
  ["true", "false"],
  ["yes", "no"],
  ["y", "n"],
  ["t", "f"],
  ["да", "нет"],
  ["истина", "ложь"],
];

/** All of them, for a column that a person says holds answers. */
export const yesAndNo = {
  yes: [...pairs.map(([yes]) => yes), "1"],
  no: [...pairs.map(([, no]) => no), "0"],
} as const;

/** Words for yes and no, in several languages if need be; numbers only beside words, alone they are counts. */
export function guessBoolean(cells: readonly string[]): Reading | undefined {
  const words = new Set(cells.map((cell) => cell.toLowerCase()));
  const used = pairs.filter((pair) => pair.some((word) => words.has(word)));
  if (!used.length) return undefined;
  const hasDigits = words.has("1") || words.has("0");
  const [yes, no] = [used.map(([word]) => word), used.map(([, word]) => word)];
  if (hasDigits) [yes, no].forEach((list, i) => list.push(i ? "0" : "1"));
  if (![...words].every((word) => yes.includes(word) || no.includes(word))) return undefined;
  // A column of `n` and `y` is an answer; one where every cell is `f` may be anything.
  if (words.size === 1 && [...words][0]!.length === 1) return undefined;
  return { form: "boolean", yes, no };
}
