/** A cell of a table in GitHub's Markdown: a pipe would end it, a line break the table. */
export function markdownCell(text: string | null): string {
  if (text === null) return "NULL";
  return text.replace(/[\\|]/g, "\\$&").replace(/\r\n|\r|\n/g, "<br>");
}

export function markdownLine(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
