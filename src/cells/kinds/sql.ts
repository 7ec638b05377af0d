import { EngineError, join, name, sql, written, type Database, type Sql } from "../../engine";
import type { SqlCell } from "../model";
import type { Bound } from "./bound";
import { queryOf } from "./names";
import { isOrderedQuery, markRows } from "./mark-rows";
import type { TableOutput } from "./output";

/** Results stand in a schema of their own; the name others read is a view in `main`. */
export const resultSchema = "results";
const shownAtOnce = 200;

export function resultRelation(cell: string): Sql {
  return name(resultSchema, cell);
}

/**
 * Runs the cell's one query and keeps its rows as a table: what the grid shows, what other cells read and what is
 * exported are the same rows, even when the query says `random()` or `limit` without an order.
 */
export async function runSql(
  cell: SqlCell,
  filled: Bound,
  database: Database,
  signal: AbortSignal,
): Promise<TableOutput> {
  const found = queryOf(filled.text);
  if (!found) throw new EngineError("not-a-query", "nothing to run: the cell is empty");
  if ("refused" in found) throw new EngineError("not-a-query", `not a query: ${found.refused}`);
  const relation = resultRelation(cell.id);
  try {
    const source = await asSource(found.query, database, signal);
    await database.query(sql`create schema if not exists ${name(resultSchema)}`, { signal, isBrief: true });
    // The person's text begins on a line of its own, so that places in it can be told.
    await database.query(
      sql`create or replace table ${relation} as
${written(source)}`,
      { signal },
    );
    if (cell.name) await database.query(viewOf(cell.id, cell.name), { signal, isBrief: true });
  } catch (error) {
    throw inCell(error, found.line, filled);
  }
  const held = await heldRows(relation, database, signal);
  const mark = await markRows(relation, held, isOrderedQuery(found.query), database, signal);
  return { form: "table", ...held, mark };
}

/** What a relation holds: columns, how many rows, and the first of them as exact texts. */
export async function heldRows(
  relation: Sql,
  database: Database,
  signal: AbortSignal,
): Promise<Pick<TableOutput, "columns" | "rowCount" | "first">> {
  const brief = { signal, isBrief: true };
  const count = await database.query(sql`select count(*) as n from ${relation}`, brief);
  const top = await database.query(sql`from ${relation} limit ${shownAtOnce}`, brief);
  const { columns } = top;
  const first = Array.from({ length: top.rowCount }, (_, row) =>
    columns.map((_, column) => top.text(row, column)),
  );
  return { columns, rowCount: Number(count.value(0, "n")), first };
}

export function viewOf(cell: string, relation: string): Sql {
  return sql`create or replace view ${name(relation)} as from ${resultRelation(cell)}`;
}

// These give rows but may not stand behind `as` on their own.
async function asSource(query: string, database: Database, signal: AbortSignal): Promise<string> {
  if (/^\s*(summarize|describe|desc|show)\b/i.test(query)) return `from (${query}\n)`;
  if (!/^\s*explain\b/i.test(query)) return query;
  const plan = await database.query(written(query), { signal });
  const rows = plan.rows().map((row) => sql`(${String(row.explain_value ?? "")})`);
  return sql`select * from (values ${join(rows, ", ")}) as plan(explain)`.text;
}

// The statement begins one line before the person's text, whose first line may stand further down in the cell.
function inCell(error: unknown, line: number, filled: Bound): unknown {
  if (!(error instanceof EngineError) || !error.place) return error;
  const { place, code, message, cause, candidates } = error;
  const own = filled.placeOf({ line: Math.max(1, place.line - 1 + line - 1), column: place.column });
  return new EngineError(code, message, { cause, candidates, place: own });
}
