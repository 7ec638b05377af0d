import {
  folded,
  isReserved,
  namesRead,
  nameOf,
  references,
  significantTokens,
  type Token,
} from "../sql-text";
import { CannotRename } from "./cannot-rename";
import type { Edit } from "./edits";

/**
 * A relation has another name: every `from name` of the text, and `name` in `name.column` where it can be nothing else.
 *
 * @throws CannotRename where the new name is in use already: as an alias or a column it would catch what is meant for the table
 */
export function relationEdits(text: string, from: string, to: string): Edit[] {
  if (!namesRead(text).some((name) => folded(name) === folded(from))) return [];
  const words = significantTokens(text);
  if (words.some((word) => isNamed(word, to))) throw new CannotRename(`in use there: ${to}`);
  const found = references(text).relations.filter(({ name }) => folded(name) === folded(from));
  const edits = found.map(({ start, end }): Edit => {
    const written = text.slice(start, end);
    const last = /(?:"(?:[^"]|"")*"|'(?:[^']|'')*'|[^\s."']+)$/.exec(written)?.[0] ?? written;
    return { at: end - last.length, removed: last.length, inserted: writtenLike(last, to) };
  });
  return [...edits, ...qualifierEdits(words, from, to, edits)];
}

function qualifierEdits(words: readonly Token[], from: string, to: string, tables: readonly Edit[]): Edit[] {
  const isTable = ({ start }: Token) => tables.some(({ at }) => at === start);
  const same = words.flatMap((word, i) =>
    isNamed(word, from) && words[i - 1]?.text !== "." && !isTable(word)
      ? [{ word, isQualifier: words[i + 1]?.text === "." }]
      : [],
  );
  // An alias, a query in `with` or a column of the same name: whose column it is cannot be told from the words alone.
  if (same.some(({ isQualifier }) => !isQualifier)) return [];
  return same.map(({ word: { start, text } }) => ({
    at: start,
    removed: text.length,
    inserted: writtenLike(text, to),
  }));
}

function isNamed(word: Token, name: string): boolean {
  return ["name", "keyword", "quoted-name"].includes(word.kind) && folded(nameOf(word)) === folded(name);
}

function writtenLike(before: string, name: string): string {
  if (before.startsWith("'")) return `'${name.replaceAll("'", "''")}'`;
  const isPlain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !isReserved(name.toLowerCase());
  return isPlain && !before.startsWith('"') ? name : `"${name.replaceAll('"', '""')}"`;
}
