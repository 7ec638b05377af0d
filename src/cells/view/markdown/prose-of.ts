/** A text with values in its holes. A value is text, never Markdown; null: there is none. */
export function proseOf(
  parts: readonly string[],
  values: readonly (string | null)[],
  noValue: string,
): string {
  return parts.map((part, i) => (i ? literal(values[i - 1] ?? noValue) : "") + part).join("");
}

function literal(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\`*_{}[\]()#+\-.!|~>:]/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(/\s*\n\s*/g, " ");
}
