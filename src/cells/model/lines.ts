/** Text as nbformat keeps it: one entry a line, each with its line break, so that a change touches one line of the file. */
export function linesOf(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

/** The text behind a string or list of strings; undefined for anything else. */
export function textOfLines(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((line) => typeof line === "string")) return value.join("");
  return undefined;
}
