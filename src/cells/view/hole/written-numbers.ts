import type { ParamSpec } from "../../../analyses";

type NumbersSpec = Extract<ParamSpec, { type: "numbers" }>;

/** "1, 7, 30"; fractions with a decimal comma are kept apart by semicolons. */
export function writtenNumbers(values: readonly number[], spec: NumbersSpec, comma: boolean): string {
  const texts = values.map((value) => String(value));
  return spec.integer || !comma ? texts.join(", ") : texts.map((text) => text.replace(".", ",")).join("; ");
}

/**
 * Reads such a list in rising order; what is no number becomes NaN, which fits nowhere. A comma parts numbers, and is a
 * decimal comma only inside of a fraction of a list that is parted otherwise, or by commas with a space behind.
 */
export function readNumbers(text: string, spec: NumbersSpec, comma: boolean): readonly number[] {
  const parting = spec.integer || !comma ? /[;,\s]+/ : /;\s*|,\s+|\s+/;
  const pieces = text.trim().split(parting).filter(Boolean);
  const numbers = pieces.map((piece) => {
    const plain = comma && !spec.integer ? piece.replace(",", ".") : piece;
    return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
  });
  return numbers.toSorted((a, b) => a - b);
}
