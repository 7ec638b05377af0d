import { EngineError } from "../engine-error";
import type { Database } from "./database";
import { exactUpTo } from "./profile-counts";
import { columnsOfFewValues } from "./profile-values";
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

// Names that no column of a person's table has.
export const placeName = name("\u0001place");
const textName = name("\u0001text");

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
  const isCopy = await database
    .describe(sql`select rowid from ${relation}`)
    .then(() => false, viewHasNoRowId);
  const by = orderBy ? sql`order by ${sorting(orderBy)}` : sql``;
  const rows =
    isCopy === false
      ? await numbersInOrder(database, relation, { orderBy, where, signal })
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

async function numbersInOrder(
  database: Database,
  relation: Sql,
  { orderBy, where, signal }: Arranged,
): Promise<Sql> {
  if (!orderBy) return sql`select rowid as original from ${relation} ${filtered(where)}`;
  if (!(await hasFewTexts(database, relation, orderBy.column, signal)))
    return sql`select rowid as original from ${relation} ${filtered(where)} order by ${sorting(orderBy)}, rowid`;
  // To sort ten million rows by eight texts takes eight seconds, by the places of these texts among themselves two.
  const column = name(orderBy.column);
  return sql`select rowid as original from ${relation} join (
      select ${column} as ${textName}, row_number() over (order by ${sorting(orderBy)}) as ${placeName}
      from (select distinct ${column} from ${relation})
    ) on ${column} is not distinct from ${textName} ${filtered(where)} order by ${placeName}, rowid`;
}

/** Only asked of tables so long that it makes a difference. */
async function hasFewTexts(
  database: Database,
  relation: Sql,
  wanted: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const columns = await database.describe(sql`select ${name(wanted)} from ${relation}`);
  if (columns[0]?.type !== "VARCHAR") return false;
  const counted = await database.query(sql`select count(*) from ${relation}`, { signal });
  const rows = Number(counted.value(0, 0));
  if (rows <= exactUpTo) return false;
  return (await columnsOfFewValues(database, relation, columns, rows, { signal })).length > 0;
}

export function filtered(where: Sql | null | undefined): Sql {
  return where ? sql`where ${where}` : sql``;
}

export function sorting({ column, descending }: RowOrder): Sql {
  return descending ? sql`${name(column)} desc nulls last` : sql`${name(column)} asc nulls last`;
}

function keyOf(relation: Sql, { orderBy, where }: Arranged): string {
  return JSON.stringify([relation.text, orderBy?.column, orderBy?.descending, where?.text]);
}

export function viewHasNoRowId(error: unknown): undefined {
  if (error instanceof EngineError && error.message.includes('"rowid" not found')) return undefined;
  throw error;
}
