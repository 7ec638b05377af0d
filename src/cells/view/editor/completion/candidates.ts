import type { CompletionSource, CompletionTable } from "../code";
import { functions } from "./functions";
import { holeAt } from "./holes";
import { keywords, quoted } from "./keywords";
import { scopeAt, type Scope } from "./scope";
import { isInProse, type Word } from "./words";

export interface Candidate {
  readonly kind: "table" | "column" | "function" | "keyword" | "value";
  readonly label: string;
  readonly insert: string;
  /** A column's type, or the table it comes from. */
  readonly detail: string;
  /** Smaller comes first. */
  readonly rank: number;
}

/** What may stand at the caret, best first; the typed prefix is matched by the list that shows them. */
export function candidates(text: string, offset: number, source: CompletionSource): Candidate[] {
  if (holeAt(text, offset)) return valueCandidates(source);
  if (isInProse(text, offset)) return [];
  const start = wordStart(text, offset);
  const scope = scopeAt(text, start);
  const tables = known(scope, source);
  const qualifier = qualifierBefore(scope.before);
  if (qualifier !== null) return columnsOf(tableOf(qualifier, scope, tables), 0);
  if (expectsTable(scope.before)) return [...tableCandidates(scope, tables, 0), ...keywordCandidates(9)];
  return once([
    ...columnsInScope(scope, tables),
    ...aliases(scope),
    ...functionCandidates(text, offset, 4),
    ...keywordCandidates(3),
    ...tableCandidates(scope, tables, 6),
  ]);
}

/** Where the word under the caret begins: that much is replaced. An open quote belongs to it. */
export function wordStart(text: string, offset: number): number {
  const hole = holeAt(text, offset);
  if (hole) return hole.wordFrom;
  const typed = /(?:"[^"\n]*|[\p{L}_][\p{L}\p{N}_$]*)$/u.exec(text.slice(lineStart(text, offset), offset));
  return typed && !closesQuote(text, offset, typed[0]) ? offset - typed[0].length : offset;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function closesQuote(text: string, offset: number, typed: string): boolean {
  if (!typed.startsWith('"')) return false;
  const before = text.slice(lineStart(text, offset), offset - typed.length);
  return (before.match(/"/g) ?? []).length % 2 === 1;
}

function known(scope: Scope, source: CompletionSource): CompletionTable[] {
  const own = new Set(scope.ctes.map(({ name }) => name.toLowerCase()));
  return [...scope.ctes, ...source.tables.filter(({ name }) => !own.has(name.toLowerCase()))];
}

function qualifierBefore(before: readonly Word[]): string | null {
  const [owner, dot] = before.slice(-2);
  if (dot?.kind !== "sign" || dot.text !== ".") return null;
  return owner?.kind === "name" || owner?.kind === "quoted" ? owner.text : null;
}

function tableOf(
  alias: string,
  scope: Scope,
  tables: readonly CompletionTable[],
): CompletionTable | undefined {
  const source = scope.sources.find((each) => same(each.alias, alias));
  return tables.find(({ name }) => same(name, source?.table ?? alias));
}

function expectsTable(before: readonly Word[]): boolean {
  const last = before.at(-1);
  if (last?.kind === "name")
    return /^(from|join|into|update|table|describe|summarize|pivot|unpivot)$/i.test(last.text);
  if (last?.text !== ",") return false;
  const clause = before.findLast((word) =>
    /^(select|from|where|by|using|on|with|values|set|having)$/i.test(word.text),
  );
  return clause?.kind === "name" && /^from$/i.test(clause.text) && !opensAfter(before, clause);
}

/** `from t where f(a, |`: the comma belongs to a call. */
function opensAfter(before: readonly Word[], clause: Word): boolean {
  const rest = before.filter((word) => word.from > clause.from && word.kind === "sign");
  return rest.filter(({ text }) => text === "(").length > rest.filter(({ text }) => text === ")").length;
}

/** Columns of the tables the statement names; of every table while it names none. */
function columnsInScope(scope: Scope, tables: readonly CompletionTable[]): Candidate[] {
  const named = scope.sources.map(({ table }) => tables.find(({ name }) => same(name, table)));
  const found = named.filter((table) => table !== undefined);
  if (found.length) return found.flatMap((table, i) => columnsOf(table, Math.min(i, 1)));
  return tables.flatMap((table) => columnsOf(table, 2));
}

function columnsOf(table: CompletionTable | undefined, rank: number): Candidate[] {
  return (table?.columns ?? []).map(({ name, type }) => ({
    kind: "column",
    label: name,
    insert: quoted(name),
    detail: [type, table!.name].filter(Boolean).join(" · "),
    rank,
  }));
}

function aliases(scope: Scope): Candidate[] {
  return scope.sources.map(({ alias, table }) => ({
    kind: "table",
    label: alias,
    insert: quoted(alias),
    detail: alias === table ? "" : table,
    rank: 2,
  }));
}

function tableCandidates(scope: Scope, tables: readonly CompletionTable[], rank: number): Candidate[] {
  const ctes = new Set<CompletionTable>(scope.ctes);
  return tables.map((table) => ({
    kind: "table",
    label: table.name,
    insert: quoted(table.name),
    detail: table.columns.map(({ name }) => name).join(", "),
    rank: ctes.has(table) ? rank : rank + 1,
  }));
}

function valueCandidates({ values = [] }: CompletionSource): Candidate[] {
  return values.map(({ name, type }) => ({
    kind: "value",
    label: name,
    insert: name,
    detail: type,
    rank: 0,
  }));
}

/** `$0` is where the caret goes; a parenthesis that is already there is not doubled. */
function functionCandidates(text: string, offset: number, rank: number): Candidate[] {
  const call = /^[\p{L}\p{N}_]*\s*\(/u.test(text.slice(offset)) ? "" : "($0)";
  return functions.map((name) => ({ kind: "function", label: name, insert: name + call, detail: "", rank }));
}

function keywordCandidates(rank: number): Candidate[] {
  return keywords.map((word) => ({ kind: "keyword", label: word, insert: word, detail: "", rank }));
}

/** One candidate for each name and kind: a column that two tables share names both. */
function once(all: readonly Candidate[]): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const each of all) {
    const key = `${each.kind} ${each.label.toLowerCase()}`;
    const first = found.get(key);
    if (!first) found.set(key, each);
    else if (each.kind === "column") found.set(key, { ...first, detail: `${first.detail}, ${each.detail}` });
  }
  return [...found.values()];
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
