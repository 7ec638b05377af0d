/**
 * A cell's text inside its `<script>` element, as Notebook Kit writes and reads it (observablehq/notebook-kit,
 * src/lib/serialize.ts): four spaces before each line, the first and last line for the tags alone, and a backslash in
 * what would end the element. Theirs blanks lines of spaces; ours keeps them, and theirs reads them back.
 */
export function elementText(text: string): string {
  const lines = text.split("\n").map((line) => (line ? `    ${line}` : ""));
  // After the lines are set, so that an end tag at the very end meets the white space that its rule asks for.
  return `\n${lines.join("\n")}\n  `.replace(/<(?=\\*\/script(\s|>))/gi, "<\\");
}

export function cellText(content: string): string {
  const lines = content.replace(/<\\(?=\\*\/script(\s|>))/gi, "<").split(/\r\n?|\n/);
  if (isBlank(lines.at(-1))) lines.pop();
  if (isBlank(lines[0])) lines.shift();
  return lines.map((line) => line.replace(/^ {4}/, "")).join("\n");
}

function isBlank(line: string | undefined): boolean {
  return line !== undefined && line.trim() === "";
}
