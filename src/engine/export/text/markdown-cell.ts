/**
 * A cell of a table in GitHub's Markdown that shows the text as it is: a pipe would end it, a line break the table, and
 * `<plan>` would be taken for HTML and not be seen. An underscore within a word means nothing and stays readable.
 */
export function markdownCell(text: string | null): string {
  if (text === null) return "NULL";
  return text
    .replace(/[\\|`*<~[\]!]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, "\\$&")
    .replace(/\r\n|\r|\n/g, "<br>");
}

export function markdownLine(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
