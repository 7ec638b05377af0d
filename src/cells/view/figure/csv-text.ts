/** Marks the text as UTF-8: without it Excel reads letters beyond ASCII as something else. */
const byteOrderMark = "\ufeff";

/**
 * RFC 4180, every text as it is: a value that begins with `=` stays what it was in the data. NULL is an empty field, an
 * empty text a quoted one.
 */
export function csvText(header: readonly string[], rows: Iterable<readonly (string | null)[]>): string {
  const lines = [header.map(field).join(",")];
  for (const row of rows) lines.push(row.map(field).join(","));
  return `${byteOrderMark}${lines.join("\r\n")}\r\n`;
}

function field(text: string | null): string {
  if (text === null) return "";
  return text === "" || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A name for a file that every system takes. */
export function fileNameOf(...parts: readonly string[]): string {
  return parts
    .join(" ")
    .replace(/[\p{Cc}\\/:*?"<>|]+/gu, " ")
    .trim()
    .replace(/\s+/g, "-")
    .slice(0, 120);
}
