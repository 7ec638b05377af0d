import {
  isFault,
  join,
  name,
  plan,
  plainLiteral,
  remembered,
  sql,
  tokens,
  written,
  type Column,
  type Database,
  type Sql,
} from "../../engine";
import { plainValueOf, queryOf, templateOf } from "../kinds";
import type { Cell, SqlCell } from "../model";
import { dependencies } from "./dependencies";
import { runOf, type Session } from "./session";

/** A query whose columns can be known before it runs: of its text as it is now, over queries that are ahead themselves. */
export interface QueryAhead {
  readonly cell: string;
  readonly text: string;
  /** What it reads of queries that are ahead; their columns have to be known first. */
  readonly above: readonly { readonly name: string; readonly cell: string }[];
  /** Which rows the names in it stand for: with others the same text may have other columns. */
  readonly basis: string;
}

/** SQL cells whose shown result is not of the present texts, what a query reads before itself. */
export function queriesAhead(session: Session): readonly QueryAhead[] {
  const linked = dependencies(session);
  const byId = new Map(session.notebook.cells.map((cell) => [cell.id, cell]));
  const changed = session.notebook.cells.filter((cell) => isAhead(session, cell)).map(({ id }) => id);
  const affected = plan(linked, changed);
  const ahead = new Set(affected);
  const values = inputValues(session);
  return affected.flatMap((id) => {
    const cell = byId.get(id);
    const text = cell?.kind === "sql" ? queryText(cell, values) : null;
    if (text === null) return [];
    const inputs = linked.inputs.get(id) ?? [];
    const above = inputs.flatMap((one) => {
      const read = byId.get(one);
      return ahead.has(one) && read?.kind === "sql" && read.name ? [{ name: read.name, cell: one }] : [];
    });
    const basis = inputs.map((one) => runOf(session, one).number).join(" ");
    return [{ cell: id, text, above, basis }];
  });
}

/**
 * A statement that DuckDB can describe. What is ahead above is given by its columns alone, not by its text: in a long
 * notebook the texts above would be as long as the notebook, for each query again. Null while such columns are not known.
 */
export function describable(
  { text, above }: QueryAhead,
  columnsOf: (cell: string) => readonly Column[] | null | undefined,
): string | null {
  const given: Sql[] = [];
  for (const one of above) {
    const columns = columnsOf(one.cell);
    if (!columns) return null;
    given.push(sql`${name(one.name)} as (select ${join(columns.map(emptyColumn), ", ")})`);
  }
  const first = given.length ? sql`with ${join(given, ", ")} `.text : "";
  return `${first}select * from (${text}\n)`;
}

function emptyColumn(column: Column): Sql {
  // A column of nothing but NULL has a type that cannot be written.
  const value = /^"?NULL"?$/.test(column.type) ? sql`null` : sql`null::${written(column.type)}`;
  return sql`${value} as ${name(column.name)}`;
}

/** The columns of each SQL cell with a name, as far as they are known: of its text if that was asked, else of its result. */
export function columnsOf(session: Session, cell: SqlCell): readonly Column[] | null {
  const ahead = session.ahead[cell.id];
  if (ahead !== undefined) return ahead;
  const { output } = runOf(session, cell.id);
  return output?.form === "table" ? output.columns : null;
}

export async function describeAhead(database: Database, text: string): Promise<readonly Column[] | null> {
  // Half a query, or one that reads what is not there yet: its columns are not known.
  return database.describe(written(text)).catch(() => null);
}

function isAhead(session: Session, cell: Cell): boolean {
  if (cell.kind !== "sql") return false;
  const run = runOf(session, cell.id);
  return !run.held || run.source !== cell.source;
}

/** Values of inputs are known; any other value has a type that only a run could tell, and NULL fits most places. */
function queryText(cell: SqlCell, values: ReadonlyMap<string, string>): string | null {
  const { parts, holes } = templateOf(cell);
  if (holes.some(({ code }) => isFault(code))) return null;
  const value = (input: string | null) =>
    (input === null ? undefined : values.get(input)) ?? plainLiteral(null);
  return oneQuery(parts.map((part, i) => (i ? value(holes[i - 1]!.name) : "") + part).join(""));
}

// Asked for each query at each rest of a hand, and only one of them is another text than before.
const oneQuery = remembered((filled: string): string | null => {
  const found = queryOf(filled);
  return found && "query" in found && !pivots(found.query) ? found.query : null;
});

/** What columns a PIVOT has is in its rows: DuckDB would run it to tell, and nobody has asked for that. */
function pivots(query: string): boolean {
  return tokens(query).some(({ text }) => /^pivot(_wider)?$/i.test(text));
}

function inputValues({ notebook }: Session): ReadonlyMap<string, string> {
  return new Map(
    notebook.cells.flatMap((cell) =>
      cell.kind === "input" && cell.name ? [[cell.name, plainLiteral(plainValueOf(cell))] as const] : [],
    ),
  );
}
