import type { Database, QueryOptions } from "./database";
import { type Measure, measureOf } from "./profile-measure";
import { join, name, type Sql, sql } from "./sql";
import type { Column, Table } from "./table";

/** What one pass over a table tells about a column. */
export interface ColumnCounts {
  readonly column: Column;
  readonly measure: Measure | undefined;
  readonly rows: number;
  readonly filled: number;
  readonly blank: number;
  readonly distinct: number;
  readonly distinctIsEstimate: boolean;
  readonly smallest: string | null;
  readonly largest: string | null;
  /** Smallest and largest position on the line of `measure`; null without finite values. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Above so many rows an exact count of distinct values costs more than it tells. */
const exactUpTo = 1_000_000;

// A thousand columns in one query would take longer to plan than to count.
const columnsAtOnce = 50;

export async function countColumns(
  database: Database,
  table: Sql,
  columns: readonly Column[],
  options: QueryOptions,
): Promise<ColumnCounts[]> {
  const rows = Number((await database.query(sql`select count(*) from ${table}`, options)).value(0, 0));
  const counts: ColumnCounts[] = [];
  for (let from = 0; from < columns.length; from += columnsAtOnce) {
    const some = columns.slice(from, from + columnsAtOnce);
    const parts = some.map((column, i) => aggregates(column, i, rows > exactUpTo));
    const answer = await database.query(sql`select ${join(parts, ",\n")} from ${table}`, options);
    counts.push(...some.map((column, i) => readCounts(answer, column, i, rows)));
  }
  return counts;
}

function aggregates(column: Column, i: number, isLarge: boolean): Sql {
  const value = name(column.name);
  const position = measureOf(column)?.of ?? sql`null::double`;
  const isText = column.type === "VARCHAR";
  const hasOrder = !["list", "struct", "map", "binary", "other"].includes(column.kind);
  const parts = [
    sql`count(${value}) as ${at("filled", i)}`,
    sql`${isText ? sql`count_if(trim(${value}) = '')` : 0} as ${at("blank", i)}`,
    sql`${isLarge ? sql`approx_count_distinct(${value})` : sql`count(distinct ${value})`} as ${at("distinct", i)}`,
    sql`${hasOrder ? sql`min(${value})::varchar` : null} as ${at("smallest", i)}`,
    sql`${hasOrder ? sql`max(${value})::varchar` : null} as ${at("largest", i)}`,
    sql`min(${position}) as ${at("low", i)}`,
    sql`max(${position}) as ${at("high", i)}`,
  ];
  return join(parts, ", ");
}

function readCounts(answer: Table, column: Column, i: number, rows: number): ColumnCounts {
  const number = (what: string) => Number(answer.value(0, `${what}_${i}`));
  const numberOrNull = (what: string) => (answer.value(0, `${what}_${i}`) === null ? null : number(what));
  const filled = number("filled");
  return {
    column,
    measure: measureOf(column),
    rows,
    filled,
    blank: number("blank"),
    // An estimate may exceed what there is.
    distinct: Math.min(number("distinct"), filled),
    distinctIsEstimate: rows > exactUpTo,
    smallest: answer.text(0, `smallest_${i}`),
    largest: answer.text(0, `largest_${i}`),
    low: numberOrNull("low"),
    high: numberOrNull("high"),
  };
}

function at(what: string, i: number): Sql {
  return name(`${what}_${i}`);
}
