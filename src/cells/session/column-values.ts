import type { RoleMapping } from "../../analyses";
import { name, sql, type ColumnProfile, type Database } from "../../engine";

export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** Values of a column with their counts, most frequent first; 500 are more than anyone ticks off. */
export async function valuesOf(database: Database, table: string, column: string): Promise<ValueCount[]> {
  const answer = await database.query(sql`
    select ${name(column)}::varchar as value, count(*) as n
    from ${name(table)}
    where ${name(column)} is not null
    group by all order by n desc, value limit 500`);
  return answer.rows().map((row) => ({ value: String(row.value), count: Number(row.n) }));
}

/** With more values than these a column sorts nothing. */
const mostValues = 200;

/** Each column takes a pass over the table; those with a role come first. */
const mostColumns = 30;

/** From so many rows on a pass is felt: only of what analyses go by. */
const manyRows = 1_000_000;

/** Below so many rows a value, on average, hardly any of them is written down. */
const leastShare = 10;

/** All values of the text columns that have more of them than a profile tells, and few enough to sort rows by. */
export async function allValues(
  database: Database,
  table: string,
  profile: readonly ColumnProfile[],
  roles: RoleMapping,
  /** What was asked already. */
  known: ReadonlyMap<string, readonly ValueCount[]> = new Map(),
): Promise<ReadonlyMap<string, readonly ValueCount[]>> {
  const weighty = new Set(Object.values(roles));
  const isCut = ({ histogram }: ColumnProfile) =>
    histogram.form === "top" && (histogram.others > 0 || histogram.isOfSample === true);
  const wanted = profile
    .filter((column) => column.kind === "text" && column.distinct <= mostValues && isCut(column))
    .filter(
      ({ name, rows, filled, distinct }) =>
        weighty.has(name) || (rows <= manyRows && filled >= leastShare * distinct),
    )
    .toSorted((a, b) => Number(weighty.has(b.name)) - Number(weighty.has(a.name)))
    .slice(0, mostColumns);
  const found = new Map<string, readonly ValueCount[]>();
  for (const column of wanted) {
    const values = known.get(column.name) ?? (await valuesOf(database, table, column.name));
    // The number of different values may be an estimate.
    if (values.length <= mostValues) found.set(column.name, values);
  }
  return found;
}
