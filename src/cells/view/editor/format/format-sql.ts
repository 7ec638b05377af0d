/** SQL with its lines broken and indented; words, comments and `${…}` stay as they were written. */
export type Formatted =
  | { readonly done: true; readonly text: string }
  /** The text is left alone; `where` says at which place it could not be read. */
  | { readonly done: false; readonly where: string };

export async function formatSql(text: string, tabSize: number): Promise<Formatted> {
  const { duckdb, formatDialect } = await import("sql-formatter");
  let formatted: string;
  try {
    formatted = formatDialect(text, {
      dialect: duckdb,
      keywordCase: "preserve",
      tabWidth: tabSize,
      paramTypes: { custom: [{ regex: hole }] },
    });
  } catch (error) {
    const [message = ""] = error instanceof Error ? error.message.split("\n") : [];
    return { done: false, where: /line \d+ column \d+/.exec(message)?.[0] ?? message };
  }
  const lost = firstDifference(signs(text), signs(formatted));
  return lost === null ? { done: true, text: formatted } : { done: false, where: lost };
}

// An expression in braces, two levels deep, where texts may hold any brace.
const inner = "\"[^\"]*\"|'[^']*'|`[^`]*`";
const hole = `\\$\\{(?:[^{}"'\`]|${inner}|\\{(?:[^{}"'\`]|${inner})*\\})*\\}`;

function signs(text: string): string {
  return text.replace(/\s+/g, "");
}

/** A formatter may move white space and nothing else. */
function firstDifference(before: string, after: string): string | null {
  if (before === after) return null;
  const at = [...before].findIndex((sign, i) => sign !== [...after][i]);
  return before.slice(Math.max(0, at), at + 20);
}
