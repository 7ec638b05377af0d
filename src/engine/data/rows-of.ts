import type { Database } from "./database";
import { areRanksReady, ranksOf } from "./ranks";
import { type Arranged, filtered, hasRowNumbers, knownOrder, orderOf, sorting } from "./row-orders";
import { join, name, type Sql, sql } from "./sql";
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
  if (await hasRowNumbers(database, relation)) {
    // What cannot be divided is sorted.
    const ranks = ranksOf(database, relation, window);
    ranks.catch(() => undefined);
    const isShallow = offset + limit <= shallow;
    if (!isShallow || areRanksReady(database, relation, window)) {
      const divided = await ranks.catch(() => null);
      const numbers = await divided?.numbers(offset, limit).catch(() => null);
      if (numbers) {
        const rows = await rowsAt(database, relation, numbers, signal);
        divided?.prepare(offset, limit);
        return rows;
      }
    }
    if (isShallow && !knownOrder(database, relation, window)) return firstRows(database, relation, window);
  }
  const { order, isCopy } = await orderOf(database, relation, window);
  if (isCopy) return database.query(sql`from ${order} limit ${limit} offset ${offset}`, { signal });
  const places = sql`from ${order} where rowid >= ${offset} and rowid < ${offset + limit}`;
  return rowsAt(database, relation, await rowNumbers(database, places, signal), signal);
}

/** The first screens of a sorted table come at once; all of it can wait until someone scrolls on. */
const shallow = 1000;

async function firstRows(
  database: Database,
  relation: Sql,
  { offset, limit, orderBy, where, signal }: RowWindow,
): Promise<Table> {
  const sorted = orderBy ? sql`order by ${sorting(orderBy)}, rowid` : sql``;
  const top = sql`select rowid from ${relation} ${filtered(where)} ${sorted} limit ${limit} offset ${offset}`;
  return rowsAt(database, relation, await rowNumbers(database, top, signal), signal);
}

async function rowNumbers(database: Database, query: Sql, signal?: AbortSignal): Promise<bigint[]> {
  const found = await database.query(query, { signal, isOwn: true });
  return found.values(0).map((value) => BigInt(value as number | bigint));
}

// A name that no column of a person's table has.
const placeName = name("\u0001place");

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
