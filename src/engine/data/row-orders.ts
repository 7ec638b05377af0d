import { EngineError } from "../engine-error";
import type { Database } from "./database";
import { hidesRowNumbers, rowNumber } from "./row-number";
import { name, type Sql, sql } from "./sql";

export interface RowOrder {
  readonly column: string;
  readonly descending: boolean;
}

/** Which rows, and in which order. */
export interface Arranged {
  readonly orderBy?: RowOrder;
  /** Only the rows for which this is true. */
  readonly where?: Sql | null;
  readonly signal?: AbortSignal;
}

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

export function knownOrder(database: Database, relation: Sql, by: Arranged): Order | undefined {
  const key = keyOf(relation, by);
  return orders.get(database)?.find((each) => each.key === key && each.changes === database.changes);
}

export function orderOf(database: Database, relation: Sql, by: Arranged): Order["made"] {
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
  const isCopy = !(await hasRowNumbers(database, relation));
  const of = sql`from ${relation} ${filtered(where)}`;
  const numbers = orderBy ? sql`order by ${sorting(orderBy)}, rowid` : sql``;
  const rows = !isCopy ? sql`select rowid as original ${of} ${numbers}` : sortedCopy(of, orderBy);
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
  return { order, isCopy };
}

/** Rows with equal values keep their order here, too, where rows have no numbers of their own. */
function sortedCopy(of: Sql, orderBy: RowOrder | undefined): Sql {
  if (!orderBy) return of;
  const counted = sql`select *, row_number() over () as ${rowNumber} ${of}`;
  return sql`select * exclude (${rowNumber}) from (${counted}) order by ${sorting(orderBy)}, ${rowNumber}`;
}

export function filtered(where: Sql | null | undefined): Sql {
  return where ? sql`where ${where}` : sql``;
}

export function sorting({ column, descending }: RowOrder): Sql {
  return descending ? sql`${name(column)} desc nulls last` : sql`${name(column)} asc nulls last`;
}

export function keyOf(relation: Sql, { orderBy, where }: Arranged): string {
  return JSON.stringify([relation.text, orderBy?.column, orderBy?.descending, where?.text]);
}

/** A view has none. */
export function hasRowNumbers(database: Database, relation: Sql): Promise<boolean> {
  return database.describe(sql`select *, rowid as ${rowNumber} from ${relation}`).then(
    (columns) => !hidesRowNumbers(columns),
    (error: unknown) => {
      if (error instanceof EngineError && error.message.includes('"rowid" not found')) return false;
      throw error;
    },
  );
}
