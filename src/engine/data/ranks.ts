import type { Database } from "./database";
import { parseType } from "./duckdb-type";
import { EngineError } from "../engine-error";
import { rankPages, type Ranks, type Sorted } from "./rank-pages";
import { countsOf, divisionAt, partCounts, partsOf } from "./rank-parts";
import { type Arranged, keyOf } from "./row-orders";
import { name, type Sql, sql } from "./sql";

interface Known {
  readonly key: string;
  readonly changes: number;
  readonly ranks: Promise<Ranks | null>;
  isReady: boolean;
}

/**
 * To sort ten million rows takes seconds. The values are divided at quantiles of a sample instead, and the rows between each two
 * cuts counted, in steps between which others are served; then only the part in which a screen lies has to be sorted.
 */
const usualSizes = {
  /** Of a table that is not simply sorted. */
  leastRows: 300_000,
  sampledRows: 100_000,
  parts: 512,
  countedAtOnce: 500_000,
  /** Row numbers of a part are asked for by pages; most parts are one. */
  pageRows: 1 << 15,
};

const known = new WeakMap<Database, readonly Known[]>();
const mostKnown = 4;

/** Of a table with row numbers. Null for a short one, and for a column that no sample divides. */
export function ranksOf(database: Database, relation: Sql, by: Arranged): Promise<Ranks | null> {
  const { orderBy } = by;
  if (!orderBy) return Promise.resolve(null);
  const key = keyOf(relation, by);
  const found = knownRanks(database, key);
  if (found) return found.ranks;
  const ranks = makeRanks(database, relation, { ...by, orderBy });
  const made: Known = { key, changes: database.changes, ranks, isReady: false };
  const others = (known.get(database) ?? []).filter((each) => each.key !== key);
  known.set(database, [...others.slice(1 - mostKnown), made]);
  ranks.then(
    () => (made.isReady = true),
    () => known.delete(database),
  );
  return ranks;
}

export function areRanksReady(database: Database, relation: Sql, by: Arranged): boolean {
  return knownRanks(database, keyOf(relation, by))?.isReady ?? false;
}

function knownRanks(database: Database, key: string): Known | undefined {
  return known.get(database)?.find((each) => each.key === key && each.changes === database.changes);
}

export async function makeRanks(
  database: Database,
  relation: Sql,
  { orderBy, where }: Sorted,
  sizes = usualSizes,
): Promise<Ranks | null> {
  const { changes } = database;
  const column = name(orderBy.column);
  const [described] = await database.describe(sql`select ${column} from ${relation}`);
  const type = described!.type;
  if (!divisible.has(parseType(type).name)) return null;
  const last = await database.query(sql`select max(rowid) from ${relation}`, { isOwn: true });
  const rows = Number(last.value(0, 0) ?? -1) + 1;
  if (rows < sizes.leastRows) return null;
  const share = Math.min(100, Math.ceil((100 * sizes.sampledRows) / rows));
  const sample = sql`from ${relation} tablesample system(${share}%) repeatable (1)`;
  const valued = where ? sql`${column} is not null and (${where})` : sql`${column} is not null`;
  const sampled = await database.query(quantiles(column, sql`from (${sample}) where ${valued}`, sizes.parts));
  const division = divisionAt(sampled.values(0).map(String), type);
  const ascending = partsOf(division);
  const counts = ascending.map(() => 0);
  for (let from = 0; from < rows; from += sizes.countedAtOnce) {
    if (database.changes !== changes) throw new EngineError("stopped", "stopped: the table has changed");
    const isHere = sql`where rowid >= ${from} and rowid < ${from + sizes.countedAtOnce}`;
    const here = sql`from ${relation} ${isHere} ${where ? sql`and (${where})` : sql``}`;
    const counted = await database.query(countsOf(column, here, division), { isOwn: true });
    partCounts(division, counted).forEach((count, i) => (counts[i]! += count));
  }
  if (counts.some((count) => count < 0))
    throw new EngineError("not-a-table", `values of ${orderBy.column} that are not in one order`);
  const parts = ascending.map((part, i) => ({ part, rows: counts[i]! }));
  if (orderBy.descending) parts.unshift(...parts.splice(0, parts.length - 1).reverse());
  return rankPages(database, relation, { orderBy, where }, parts, sizes.pageRows);
}

/** Values of a sorted sample at equal steps, as texts. For hundreds of them quantile_disc takes ten times as long. */
function quantiles(column: Sql, sample: Sql, steps: number): Sql {
  const value = name("\u0001value");
  const place = name("\u0001place");
  const places = name("\u0001places");
  return sql`select ${value}::varchar from (
      select ${column} as ${value}, row_number() over (order by ${column}) as ${place}, count(*) over () as ${places} ${sample})
    where ${place} % greatest(1, ${places} // ${steps}) = 0 order by ${place}`;
}

/** Types that a text can be made of and read again, and whose values can be compared. */
const divisible = new Set(
  `TINYINT SMALLINT INTEGER BIGINT HUGEINT UTINYINT USMALLINT UINTEGER UBIGINT FLOAT DOUBLE DECIMAL DATE TIME TIMESTAMP TIMESTAMP_S
   TIMESTAMP_MS TIMESTAMP_NS BOOLEAN VARCHAR`.split(/\s+/),
);
