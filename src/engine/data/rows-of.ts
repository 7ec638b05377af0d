import { EngineError } from "../engine-error";
import type { Database } from "./database";
import { name, type Sql, sql } from "./sql";
import type { Table } from "./table";

export interface RowWindow {
  readonly offset: number;
  readonly limit: number;
  readonly orderBy?: RowOrder;
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
  const { offset, limit, orderBy, signal } = window;
  if (!orderBy) return database.query(sql`from ${relation} limit ${limit} offset ${offset}`, { signal });
  if (offset + limit <= shallow && !knownOrder(database, relation, orderBy)) {
    const top = sql`from ${relation} order by ${sorting(orderBy)}, rowid limit ${limit} offset ${offset}`;
    const rows = await database.query(top, { signal }).catch(viewHasNoRowId);
    if (rows) return rows;
  }
  const { order, isCopy } = await orderOf(database, relation, orderBy);
  if (isCopy) return database.query(sql`from ${order} limit ${limit} offset ${offset}`, { signal });
  return database.query(
    sql`select rows.* from ${relation} as rows
      join (
        select original, rowid as place from ${order} where rowid >= ${offset} and rowid < ${offset + limit}
      ) as places on rows.rowid = places.original
      order by place`,
    { signal },
  );
}

/** The first screens of a sorted table come at once; sorting all of it can wait until someone scrolls on. */
const shallow = 1000;

/** The row numbers of a table in another order, or a sorted copy of a view, whose rows have no numbers. */
interface Order {
  readonly key: string;
  readonly changes: number;
  readonly made: Promise<{ readonly order: Sql; readonly isCopy: boolean }>;
}

// Sorting a million rows takes half a second, far too long for each screenful, so it is done once.
const orders = new WeakMap<Database, readonly Order[]>();
const mostOrders = 4;
let ordersMade = 0;

function knownOrder(database: Database, relation: Sql, by: RowOrder): Order | undefined {
  const key = keyOf(relation, by);
  return orders.get(database)?.find((each) => each.key === key && each.changes === database.changes);
}

function orderOf(database: Database, relation: Sql, by: RowOrder): Order["made"] {
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

async function makeOrder(database: Database, relation: Sql, by: RowOrder, order: Sql): Order["made"] {
  const isCopy = await database
    .describe(sql`select rowid from ${relation}`)
    .then(() => false, viewHasNoRowId);
  const rows =
    isCopy === false
      ? sql`select rowid as original from ${relation} order by ${sorting(by)}, rowid`
      : sql`from ${relation} order by ${sorting(by)}`;
  // In a database apart, so that a person's SHOW TABLES does not list it.
  await database.run(
    [
      sql`attach if not exists ':memory:' as row_orders (compress true)`,
      sql`create or replace table ${order} as ${rows}`,
    ],
    { changesNothing: true },
  );
  return { order, isCopy: isCopy !== false };
}

function sorting({ column, descending }: RowOrder): Sql {
  return descending ? sql`${name(column)} desc nulls last` : sql`${name(column)} asc nulls last`;
}

function keyOf(relation: Sql, { column, descending }: RowOrder): string {
  return JSON.stringify([relation.text, column, descending]);
}

function viewHasNoRowId(error: unknown): undefined {
  if (error instanceof EngineError && error.message.includes('"rowid" not found')) return undefined;
  throw error;
}
