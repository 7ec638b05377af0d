import type { CompletionTable } from "../code";
import { closing, ctesOf } from "./ctes";
import { isName, isSign, isWord, words, type Word } from "./words";

/** What the statement around the caret can name. */
export interface Scope {
  readonly ctes: readonly CompletionTable[];
  /** Tables after from and join at the caret's own level and the levels around it, nearest first. */
  readonly sources: readonly { readonly alias: string; readonly table: string; readonly depth: number }[];
  readonly before: readonly Word[];
}

export interface Placed extends Word {
  readonly depth: number;
  /** Which parenthesis (or, at the top, which statement) the word stands in. */
  readonly block: number;
}

/** Every name a caret may use: read from the whole statement, so that columns are known before FROM is reached. */
export function scopeAt(text: string, offset: number): Scope {
  const statement = statementAt(place(words(text)), offset);
  const before = statement.filter((word) => word.to <= offset);
  const open = openBlocks(statement, offset);
  const sources = statement
    .flatMap((_, i) => (startsSource(statement, i) ? [sourceAt(statement, i + 1)] : []))
    .filter((source) => source !== null)
    .filter((source) => open.has(source.block))
    .sort((a, b) => b.depth - a.depth);
  return { ctes: ctesOf(statement), sources, before };
}

function place(all: readonly Word[]): Placed[] {
  let blocks = 0;
  const stack = [0];
  return all.map((word) => {
    if (isSign(word, ")") && stack.length > 1) stack.pop();
    if (isSign(word, ";")) stack.splice(0, stack.length, ++blocks);
    const placed = { ...word, depth: stack.length - 1, block: stack.at(-1)! };
    if (isSign(word, "(")) stack.push(++blocks);
    return placed;
  });
}

function statementAt(all: readonly Placed[], offset: number): Placed[] {
  const ends = all.filter((word) => isSign(word, ";"));
  const from = ends.findLast((end) => end.to <= offset)?.to ?? 0;
  const to = ends.find((end) => end.from >= offset)?.from ?? Infinity;
  return all.filter((word) => word.from >= from && word.to <= to);
}

/** The blocks that are open at the caret: its own select and those around it. */
function openBlocks(statement: readonly Placed[], offset: number): Set<number> {
  const top = statement.find((word) => word.depth === 0)?.block ?? 0;
  const stack = [top];
  for (const [i, word] of statement.entries()) {
    if (word.to > offset) break;
    if (isSign(word, "("))
      stack.push(statement[i + 1]?.depth === word.depth + 1 ? statement[i + 1]!.block : -1);
    if (isSign(word, ")") && stack.length > 1) stack.pop();
  }
  return new Set(stack);
}

function startsSource(statement: readonly Placed[], i: number): boolean {
  const word = statement[i]!;
  if (isWord(word, "from") || isWord(word, "join") || isWord(word, "update") || isWord(word, "into"))
    return true;
  return isSign(word, ",") && isInFromList(statement, i);
}

/** A comma between tables: going back at the same level, `from` comes before any other clause. */
function isInFromList(statement: readonly Placed[], i: number): boolean {
  const { block } = statement[i]!;
  const clause = statement
    .slice(0, i)
    .findLast((word) => word.block === block && word.kind === "name" && clauses.has(word.text.toLowerCase()));
  return clause !== undefined && /^(from|join)$/i.test(clause.text);
}

const clauses = new Set(
  "select from join where group having order limit qualify window on using with".split(" "),
);
const notAnAlias = new Set(
  "where group having order limit qualify window on using join left right full inner outer cross asof anti semi lateral natural positional union except intersect select from offset set values sample tablesample pivot unpivot at and".split(
    " ",
  ),
);

function sourceAt(statement: readonly Placed[], i: number) {
  const first = statement[i];
  if (!first) return null;
  if (isSign(first, "(")) return derivedAt(statement, i);
  if (!isName(first) || isClauseWord(first)) return null;
  let last = i;
  while (isSign(statement[last + 1], ".") && isName(statement[last + 2])) last += 2;
  const table = statement[last]!.text;
  const alias = aliasAfter(statement, last + 1) ?? table;
  return { alias, table, depth: first.depth, block: first.block };
}

/** `from (select …) t`: the columns are not known, but the alias is. */
function derivedAt(statement: readonly Placed[], i: number) {
  const { depth, block } = statement[i]!;
  const alias = aliasAfter(statement, closing(statement, i) + 1);
  return alias === null ? null : { alias, table: "", depth, block };
}

function aliasAfter(statement: readonly Placed[], i: number): string | null {
  const at = isWord(statement[i], "as") ? i + 1 : i;
  const word = statement[at];
  if (!isName(word)) return null;
  return isClauseWord(word) ? null : word.text;
}

function isClauseWord(word: Word): boolean {
  return word.kind === "name" && notAnAlias.has(word.text.toLowerCase());
}
