/** SQL text that is safe to run: written with the `sql` tag, names through `name`, values as holes. */
export interface Sql {
  readonly text: string;
}

export type SqlValue = string | number | bigint | boolean | null | Sql | readonly SqlValue[];

/**
 * Values become literals, not parameters: the text a person reads in the SQL tab is then exactly what ran,
 * and DuckDB-WASM's prepared statements (positional, every number a DOUBLE, no BIGINT) cannot bend a value.
 * A list becomes `a, b, c` for use inside `in (…)`.
 */
export function sql(strings: TemplateStringsArray, ...holes: readonly SqlValue[]): Sql {
  const [first = "", ...rest] = withoutMargin(strings);
  return { text: rest.reduce((text, part, i) => text + inPlace(holes[i] ?? null, text) + part, first) };
}

/** A quoted identifier; several parts make a qualified one: `name("main", "events")`. */
export function name(...parts: readonly string[]): Sql {
  return { text: parts.map((part) => `"${part.replaceAll('"', '""')}"`).join(".") };
}

/** Text from a person's own SQL cell, taken as it is. The only door for SQL that was not written here. */
export function written(text: string): Sql {
  return { text };
}

export function join(parts: readonly Sql[], separator: string): Sql {
  return { text: parts.map((part) => part.text).join(separator) };
}

export function literal(value: SqlValue): string {
  if (value === null) return "null";
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : `'${value}'::double`;
  if (typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (isList(value)) return value.map(literal).join(", ");
  return value.text;
}

function isList(value: SqlValue): value is readonly SqlValue[] {
  return Array.isArray(value);
}

/** A nested fragment of several lines keeps the indentation of the place it is put in. */
function inPlace(value: SqlValue, before: string): string {
  const text = literal(value);
  if (typeof value === "string" || !text.includes("\n")) return text;
  const indent = /(?:^|\n)([ \t]*)[^\n]*$/.exec(before)?.[1] ?? "";
  return text.replace(quotedOrBreak, (found) => (found === "\n" ? `\n${indent}` : found));
}

/** A line break inside a value, a name or behind a comment's apostrophe is none of the layout's. */
const quotedOrBreak = /--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|\n/g;

// The margin of the template itself goes; a line break inside a value must not be touched.
function withoutMargin(strings: readonly string[]): string[] {
  const hole = "\u0000";
  const lines = strings.join(hole).split("\n");
  const margins = lines
    .slice(1)
    .filter((line) => line.trim())
    .map(marginOf);
  const margin = margins.length ? Math.min(...margins) : 0;
  const [first = "", ...others] = lines;
  return [first, ...others.map((line) => line.slice(Math.min(margin, marginOf(line))))]
    .join("\n")
    .trim()
    .split(hole);
}

function marginOf(line: string): number {
  return /^ */.exec(line)![0].length;
}
