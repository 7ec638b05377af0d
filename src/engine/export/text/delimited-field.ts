/**
 * RFC 4180, and its like for tabs: what holds a delimiter, a quote or a line break stands in quotes. So does the empty
 * text, since nothing at all is NULL.
 */
export function delimitedField(text: string | null, delimiter: string): string {
  if (text === null) return "";
  return text === "" || isBroken(text, delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isBroken(text: string, delimiter: string): boolean {
  return text.includes(delimiter) || /["\r\n]/.test(text);
}
