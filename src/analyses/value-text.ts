import type { Language } from "./texts";

/** A value of a column in words: one of yes and no is held as true or false, whatever its file said. */
export function valueText(value: string, { texts }: Language): string {
  return value === "true" ? texts.base.yes : value === "false" ? texts.base.no : value;
}

/** What somebody wrote of a column with such values: in one of yes and no the words are taken for what they stand for. */
export function valueOfText(text: string, values: readonly string[], { texts }: Language): string {
  if (!values.some((one) => one === "true" || one === "false") || values.includes(text)) return text;
  const plain = text.trim().toLowerCase();
  return plain === texts.base.yes ? "true" : plain === texts.base.no ? "false" : text;
}
