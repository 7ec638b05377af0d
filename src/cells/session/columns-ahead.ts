import {
  isFault,
  name,
  plan,
  plainLiteral,
  sql,
  tokens,
  upstream,
  written,
  type Column,
  type Database,
  type Linked,
} from "../../engine";
import { plainValueOf, queryOf, templateOf } from "../kinds";
import type { SqlCell } from "../model";
import { dependencies } from "./dependencies";
import { cellOf } from "./queue";
import { runOf, type Session } from "./session";

/** A query whose columns can be known before it runs: with the texts, as they are now, of what it reads. */
export interface QueryAhead {
  readonly cell: string;
  readonly text: string;
}

/** SQL cells whose shown result is not of the present texts, each as one statement that DuckDB can describe. */
export function queriesAhead(session: Session): readonly QueryAhead[] {
  const linked = dependencies(session);
  const changed = new Set(
    session.notebook.cells.filter((cell) => isAhead(session, cell.id)).map((cell) => cell.id),
  );
  const affected = plan(linked, [...changed]);
  return affected.flatMap((id) => {
    const text = withTextsAbove(session, linked, id, changed);
    return text === null ? [] : [{ cell: id, text }];
  });
}

/** The columns of each SQL cell with a name, as far as they are known: of its text if that was asked, else of its result. */
export function columnsOf(session: Session, cell: SqlCell): readonly Column[] | null {
  const ahead = session.ahead[cell.id];
  if (ahead !== undefined) return ahead;
  const { output } = runOf(session, cell.id);
  return output?.form === "table" ? output.columns : null;
}

export async function describeAhead(
  database: Database,
  { text }: QueryAhead,
): Promise<readonly Column[] | null> {
  // Half a query, or one that reads what is not there yet: its columns are not known.
  return database.describe(written(text)).catch(() => null);
}

function isAhead(session: Session, id: string): boolean {
  const cell = cellOf(session, id);
  return cell?.kind === "sql" && (!runOf(session, id).held || runOf(session, id).source !== cell.source);
}

function withTextsAbove(
  session: Session,
  linked: Linked,
  id: string,
  changed: ReadonlySet<string>,
): string | null {
  const own = queryText(session, id);
  if (own === null) return null;
  const above = plan(linked, upstream(linked, [id])).filter((one) => one !== id);
  // What stands between a changed cell and this one is given by its text too: its rows are of the old columns.
  const texts = above.filter(
    (one) => changed.has(one) || upstream(linked, [one]).some((two) => changed.has(two)),
  );
  const named = texts.flatMap((one) => {
    const cell = cellOf(session, one);
    const text = queryText(session, one);
    return cell?.kind === "sql" && cell.name && text !== null
      ? [sql`${name(cell.name)} as (${written(text)}\n)`.text]
      : [];
  });
  const first = named.length ? `with ${named.join(", ")} ` : "";
  return `${first}select * from (${own}\n)`;
}

/** What columns a PIVOT has is in its rows: DuckDB would run it to tell, and nobody has asked for that. */
function pivots(query: string): boolean {
  return tokens(query).some(({ text }) => /^pivot(_wider)?$/i.test(text));
}

/** Values of inputs are known; any other value has a type that only a run could tell, and NULL fits most places. */
function queryText(session: Session, id: string): string | null {
  const cell = cellOf(session, id);
  if (cell?.kind !== "sql") return null;
  const { parts, holes } = templateOf(cell);
  if (holes.some(({ code }) => isFault(code))) return null;
  const filled = parts.map((part, i) => (i ? valueOf(session, holes[i - 1]!.name) : "") + part).join("");
  const found = queryOf(filled);
  return found && "query" in found && !pivots(found.query) ? found.query : null;
}

function valueOf(session: Session, input: string | null): string {
  const cell = session.notebook.cells.find((one) => one.kind === "input" && one.name === input);
  return plainLiteral(cell?.kind === "input" ? plainValueOf(cell) : null);
}
