import { EngineError } from "../engine-error";
import type { Database } from "./database";
import { join, name, type Sql, sql } from "./sql";
import type { Table } from "./table";

export interface RowWindow {
  readonly offset: number;
  readonly limit: number;
  readonly orderBy?: RowOrder;
  /** Only the rows for which this is true. */
  readonly where?: Sql | null;
  readonly signal?: AbortSignal;
}

export interface RowOrder {
  readonly column: string;
  readonly descending: boolean;
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

// A name that no column of a person's table has.
const placeName = name("\u0001place");

/** The row numbers of a table in another order, or a sorted copy of a view, whose rows have no numbers. */
interface Order {
  readonly key: string;
  readonly changes: number;
  readonly made: Promise<{ readonly order: Sql; readonly isCopy: boolean }>;
}

type Arranged = Pick<RowWindow, "orderBy" | "where" | "signal">;

// Sorting a million rows takes half a second, far too long for each screenful, so it is done once.
const orders = new WeakMap<Database, readonly Order[]>();
const mostOrders = 4;
let ordersMade = 0;

function knownOrder(database: Database, relation: Sql, by: Arranged): Order | undefined {
  const key = keyOf(relation, by);
  return orders.get(database)?.find((each) => each.key === key && each.changes === database.changes);
}

function orderOf(database: Database, relation: Sql, by: Arranged): Order["made"] {
  const known = knownOrder(database, relation, by);
  if (known) return known.made;
  const key = keyOf(relation, by);
  const place = name("row_orders", `order_${ordersMade++ % mostOrders}`);
  const made = makeOrder(database, relation, by, place);
  const others = (orders.get(database) ?? []).filter((each) => each.key !== key);
  orders.set(database, [...others.slice(1 - mostOrders), { key, changes: database.changes, made }]);
  made.catch(() => orders.delete(database));
  return made;
}

async function makeOrder(
  database: Database,
  relation: Sql,
  { orderBy, where, signal }: Arranged,
  order: Sql,
): Order["made"] {
  const isCopy = await database
    .describe(sql`select rowid from ${relation}`)
    .then(() => false, viewHasNoRowId);
  const by = orderBy ? sql`order by ${sorting(orderBy)}` : sql``;
  const rows =
    isCopy === false
      ? sql`select rowid as original from ${relation} ${filtered(where)} ${orderBy ? sql`${by}, rowid` : by}`
      : sql`from ${relation} ${filtered(where)} ${by}`;
  // In a database apart, so that a person's SHOW TABLES does not list it.
  await database.run(
    [
      sql`attach if not exists ':memory:' as row_orders (compress true)`,
      sql`create or replace table ${order} as ${rows}`,
      // Compressed when it is gone through.
      sql`checkpoint row_orders`,
    ],
    { changesNothing: true, signal },
  );
  return { order, isCopy: isCopy !== false };
}

function filtered(where: Sql | null | undefined): Sql {
  return where ? sql`where ${where}` : sql``;
}

function sorting({ column, descending }: RowOrder): Sql {
  return descending ? sql`${name(column)} desc nulls last` : sql`${name(column)} asc nulls last`;
}

function keyOf(relation: Sql, { orderBy, where }: Arranged): string {
  return JSON.stringify([relation.text, orderBy?.column, orderBy?.descending, where?.text]);
}

function viewHasNoRowId(error: unknown): undefined {
  if (error instanceof EngineError && error.message.includes('"rowid" not found')) return undefined;
  throw error;
}
