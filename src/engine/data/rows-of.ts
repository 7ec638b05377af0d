import type { Database } from "./database";
import {
  type Arranged,
  filtered,
  knownOrder,
  orderOf,
  placeName,
  sorting,
  viewHasNoRowId,
} from "./row-orders";
import { join, type Sql, sql } from "./sql";
import type { Table } from "./table";

export type { RowOrder } from "./row-orders";

export interface RowWindow extends Arranged {
  readonly offset: number;
  readonly limit: number;
}

/**
 * Some rows of a table or view, as a grid scrolls through them. Rows with equal values keep the order they have in the
 * table; NULLs come last both ways.
 */
export async function rowsOf(database: Database, relation: Sql, window: RowWindow): Promise<Table> {
  const { offset, limit, signal } = window;
  if (!window.orderBy && !window.where)
    return database.query(sql`from ${relation} limit ${limit} offset ${offset}`, { signal });
  const isShallow = offset + limit <= shallow && !knownOrder(database, relation, window);
  const first = isShallow && (await firstRows(database, relation, window));
  if (first) return first;
  const { order, isCopy } = await orderOf(database, relation, window);
  if (isCopy) return database.query(sql`from ${order} limit ${limit} offset ${offset}`, { signal });
  const places = sql`from ${order} where rowid >= ${offset} and rowid < ${offset + limit}`;
  return rowsAt(database, relation, await rowNumbers(database, places, signal), signal);
}

/** The first screens of a sorted table come at once; sorting all of it can wait until someone scrolls on. */
const shallow = 1000;

/** Null for a view, whose rows have no numbers. */
async function firstRows(
  database: Database,
  relation: Sql,
  { offset, limit, orderBy, where, signal }: RowWindow,
): Promise<Table | null> {
  const sorted = orderBy ? sql`order by ${sorting(orderBy)}, rowid` : sql``;
  const top = sql`select rowid from ${relation} ${filtered(where)} ${sorted} limit ${limit} offset ${offset}`;
  const found = await rowNumbers(database, top, signal).catch(viewHasNoRowId);
  return found ? rowsAt(database, relation, found, signal) : null;
}

async function rowNumbers(database: Database, query: Sql, signal?: AbortSignal): Promise<bigint[]> {
  const found = await database.query(query, { signal });
  return found.values(0).map((value) => BigInt(value as number | bigint));
}

/** DuckDB looks up to fifty rows up by their numbers in milliseconds; for more it reads the table from end to end. */
const lookedUpAtOnce = 50;
/** With so many, reading it from end to end is no slower. */
const mostLookedUp = 400;

async function rowsAt(
  database: Database,
  relation: Sql,
  rows: readonly bigint[],
  signal?: AbortSignal,
): Promise<Table> {
  const lots: Sql[] = [];
  const atOnce = rows.length > mostLookedUp ? rows.length : lookedUpAtOnce;
  for (let from = 0; from < rows.length; from += atOnce) {
    const lot = rows.slice(from, from + atOnce).map((row, i) => sql`(${row}, ${from + i})`);
    lots.push(sql`select rows.*, wanted.place as ${placeName} from ${relation} as rows
      join (values ${join(lot, ", ")}) as wanted(original, place) on rows.rowid = wanted.original`);
  }
  if (!lots.length) return database.query(sql`from ${relation} limit 0`, { signal });
  return database.query(
    sql`select * exclude (${placeName}) from (${join(lots, " union all ")}) order by ${placeName}`,
    { signal },
  );
}
