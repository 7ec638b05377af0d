/** Whether a pasted text is a table: its first lines are divided into equally many fields. */
export function looksLikeRows(text: string): boolean {
  const lines = firstLines(text);
  if (lines.length < 2) return false;
  // Where every line begins with a tab, tabs indent.
  if (!lines.every((line) => line.startsWith("\t")) && dividedBy("\t", lines)) return true;
  if (query.test(text)) return false;
  return dividedBy(";", lines) || dividedBy(",", lines);
}

const seen = 6;

// A query has commas too, often as many on each line.
const query = /^\s*(--|\/\*|(select|with)\s)/i;

function dividedBy(mark: string, lines: readonly string[]): boolean {
  const [first = 0, ...others] = lines.map((line) => line.split(mark).length - 1);
  return first > 0 && others.every((one) => one === first);
}

/** The first lines that are not empty, without what stands in quotes: a quoted field may hold marks and line ends. */
function firstLines(text: string): readonly string[] {
  return text
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, seen);
}
