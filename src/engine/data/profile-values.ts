import { blankText, keyOf } from "../explore/filter";
import { scaleOf } from "../explore/scale";
import type { Database, QueryOptions } from "./database";
import type { ColumnProfile, Histogram } from "./profile";
import { type ColumnCounts, exactUpTo, hasOrder, inLots } from "./profile-counts";
import { join, name, type Sql, sql } from "./sql";
import type { Column, Table } from "./table";

const topValues = 10;

/** With more different values in a fiftieth of the rows, grouping all of them takes memory and time. */
const fewInSample = 400;

/** Numbers and moments are grouped in a third of the time of texts, in less than an estimate and bins would take. */
const fewOnLine = 12_000;

/** Columns whose values can all be counted: from the groups comes everything. */
export async function columnsOfFewValues(
  database: Database,
  table: Sql,
  columns: readonly Column[],
  rows: number,
  options: QueryOptions,
): Promise<readonly Column[]> {
  if (rows <= exactUpTo) return columns;
  const isFew = await inLots(columns, async (lot) => {
    const parts = lot.map(
      (column) => sql`approx_count_distinct(${scaleOf(column)?.column ?? keyOf(column)})`,
    );
    const answer = await database.query(sql`select ${join(parts, ", ")} from ${sampleOf(table, 2)}`, options);
    return lot.map((column, i) => Number(answer.value(0, i)) <= (scaleOf(column) ? fewOnLine : fewInSample));
  });
  return columns.filter((_, i) => isFew[i]);
}

/** Vectors of 2,048 rows drawn evenly, the same ones each time. */
function sampleOf(table: Sql, percent: number): Sql {
  return sql`${table} tablesample system(${percent}%) repeatable (7)`;
}

export function profileValues(
  database: Database,
  table: Sql,
  columns: readonly Column[],
  rows: number,
  options: QueryOptions,
): Promise<ColumnProfile[]> {
  return inLots(columns, async (lot) => {
    const parts = lot.map((column, i) => sql`(${valuesOf(column, i, table, rows > exactUpTo)})`);
    const answer = await database.query(join(parts, "\nunion all\n"), options);
    return lot.map((column, i) => profileFrom(column, rowsAt(answer, i), answer, rows));
  });
}

/**
 * Of a large table a few hundred values at most are grouped, and by their hashes, in four fifths of the time: that two of them have
 * the same of 2^64 hashes happens in one of 10^14 tables.
 */
function valuesOf(column: Column, i: number, table: Sql, isLarge: boolean): Sql {
  const [key, value] = [keyOf(column), name(column.name)];
  const [found, group] = isLarge ? [sql`any_value(${key})`, sql`hash(${key})`] : [key, key];
  const isText = column.type === "VARCHAR";
  const own = key.text === value.text;
  const ends = (end: "min" | "max") =>
    hasOrder(column) ? sql`(${name(end)}(${own ? sql`key` : name(end)}) over ())::varchar` : sql`null`;
  const blank = (what: Sql) => (isText ? sql`coalesce(sum(n) filter (where ${what}) over (), 0)` : sql`0`);
  return sql`select ${i} as place, key::varchar as value, n, count(*) over () as different, sum(n) over () as filled,
      ${ends("min")} as smallest, ${ends("max")} as largest,
      ${blank(blankText(sql`key`))} as blank, ${blank(sql`key = ''`)} as empty
    from (
      select ${found} as key, count(*) as n${own || !hasOrder(column) ? sql`` : sql`, min(${value}) as min, max(${value}) as max`}
      from ${table} group by ${group}
    ) where key is not null order by n desc, key limit ${topValues}`;
}

function rowsAt(answer: Table, place: number): number[] {
  return Array.from({ length: answer.rowCount }, (_, row) => row).filter(
    (row) => Number(answer.value(row, "place")) === place,
  );
}

function profileFrom(column: Column, groups: readonly number[], answer: Table, rows: number): ColumnProfile {
  const [first] = groups;
  const number = (what: string) => (first === undefined ? 0 : Number(answer.value(first, what)));
  const text = (what: string) => (first === undefined ? null : answer.text(first, what));
  const values = groups.map((row) => ({
    value: answer.text(row, "value")!,
    count: Number(answer.value(row, "n")),
  }));
  const filled = number("filled");
  return {
    ...column,
    rows,
    filled,
    blank: number("blank") + number("empty"),
    distinct: number("different"),
    distinctIsEstimate: false,
    smallest: text("smallest"),
    largest: text("largest"),
    ...(number("blank") + number("empty") > 0 && { apart: { nan: 0, infinite: 0, empty: number("empty") } }),
    histogram: { form: "top", values, others: filled - shownOf(values) },
  };
}

function shownOf(values: readonly { readonly count: number }[]): number {
  return values.reduce((sum, { count }) => sum + count, 0);
}

/** Enough to find a value that is one in five hundred rows a thousand times. */
const rowsInSample = 500_000;

/**
 * Most frequent values where there are too many to count each: those of a part of the rows, counted in all of them. None where
 * even the most frequent is one in five hundred or less.
 */
export async function sampleValues(
  database: Database,
  table: Sql,
  { column, rows, filled }: ColumnCounts,
  options: QueryOptions,
): Promise<Histogram> {
  const key = keyOf(column);
  const percent = Math.min(10, (100 * rowsInSample) / rows);
  const least = Math.floor((rows * percent) / 100 / 500);
  const candidates = await database.query(
    sql`select key::varchar as value from (select ${key} as key from ${sampleOf(table, percent)}) where key is not null
      group by key having count(*) >= ${least} order by count(*) desc, key limit ${topValues}`,
    options,
  );
  const found = candidates.values("value").map(String);
  if (!found.length) return { form: "top", values: [], others: filled, isOfSample: true };
  const counted = await database.query(
    sql`select ${key}::varchar as value, count(*) as n from ${table} where ${key} in (${found})
      group by all order by n desc, value`,
    options,
  );
  const values = counted.rows().map(({ value, n }) => ({ value: String(value), count: Number(n) }));
  return { form: "top", values, others: filled - shownOf(values), isOfSample: true };
}
