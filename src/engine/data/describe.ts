import { significantTokens } from "../sql-text";
import { column, readTable } from "./arrow-table";
import type { Engine } from "./duckdb-engine";
import { type DuckDbType, parseType } from "./duckdb-type";
import { join, name, sql, written } from "./sql";
import type { Column } from "./table";

export const describePrefix = "describe ";

/** Names and types of what a query gives, found without running it. Throws what DuckDB throws. */
export async function describe(
  { bindings }: Engine,
  connection: number,
  query: string,
): Promise<readonly Column[]> {
  const described = readTable([await bindings.runQuery(connection, describePrefix + query)]);
  return described.rows().map((row) => column(String(row.column_name), String(row.column_type)));
}

/** Undefined for what DESCRIBE does not know (EXPLAIN, SHOW, CREATE, …), and for what is wrong: running it tells why. */
export async function describeIfQuery(
  engine: Engine,
  connection: number,
  statement: string,
): Promise<readonly Column[] | undefined> {
  const [first] = significantTokens(statement);
  if (!first || !describable.has(first.text.toLowerCase())) return undefined;
  return describe(engine, connection, statement).catch(() => undefined);
}

const describable = new Set(["select", "from", "with", "values", "table", "pivot", "unpivot", "("]);

/** The query with columns that Arrow cannot carry, or only without their offset, as text. */
export function carriable(query: string, columns: readonly Column[]): string {
  const lost = columns.filter(({ type }) => isLost(parseType(type)));
  if (!lost.length) return query;
  const casts = lost.map((each) => sql`${name(each.name)}::varchar as ${name(each.name)}`);
  return sql`select * replace (${join(casts, ", ")}) from (${written(query)}\n)`.text;
}

function isLost(type: DuckDbType): boolean {
  return ["TIME_NS", "TIME WITH TIME ZONE", "VARIANT"].includes(type.name) || type.parts.some(isLost);
}
