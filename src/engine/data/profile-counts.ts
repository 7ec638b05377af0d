import { type Scale, scaleOf } from "../explore/scale";
import type { Database, QueryOptions } from "./database";
import type { Apart } from "./profile";
import { countApart } from "./profile-apart";
import { join, name, type Sql, sql } from "./sql";
import type { Column, Table } from "./table";

/** What one pass over a table tells about a column. */
export interface ColumnCounts {
  readonly column: Column;
  readonly scale: Scale | undefined;
  readonly rows: number;
  /** 0 for a column with a scale: its bins tell. */
  readonly filled: number;
  /** So few different values that all can be counted: how many, its bins tell. */
  readonly hasFew: boolean;
  readonly blank: number;
  readonly apart: Apart | undefined;
  readonly distinct: number;
  readonly distinctIsEstimate: boolean;
  readonly smallest: string | null;
  readonly largest: string | null;
  /** Smallest and largest with a place on the line of `scale`; null when none has. */
  readonly span: { readonly low: string; readonly high: string } | null;
}

/** Above so many rows an exact count of distinct values costs more than it tells. */
export const exactUpTo = 1_000_000;

/** Columns in one query: a thousand would take longer to plan than to count. */
export async function inLots<C, T>(
  columns: readonly C[],
  ask: (lot: readonly C[]) => Promise<T[]>,
): Promise<T[]> {
  const answers: T[] = [];
  for (let from = 0; from < columns.length; from += 50)
    answers.push(...(await ask(columns.slice(from, from + 50))));
  return answers;
}

export function countColumns(
  database: Database,
  table: Sql,
  columns: readonly Column[],
  { rows, withFew }: { readonly rows: number; readonly withFew: readonly Column[] },
  options: QueryOptions,
): Promise<ColumnCounts[]> {
  return inLots(columns, async (lot) => {
    const parts = lot.map((column, i) => aggregates(column, i, withFew.includes(column)));
    const answer = await database.query(sql`select ${join(parts, ",\n")} from ${table}`, options);
    const counts = lot.map((column, i) =>
      readCounts(answer, column, i, { rows, hasFew: withFew.includes(column) }),
    );
    return countApart(database, table, counts, options);
  });
}

function aggregates(column: Column, i: number, hasFew: boolean): Sql {
  const value = name(column.name);
  const scale = scaleOf(column);
  const parts = [
    sql`${scale ? sql`0` : sql`count(${value})`} as ${at("filled", i)}`,
    sql`${hasFew ? sql`0` : sql`approx_count_distinct(${value})`} as ${at("distinct", i)}`,
    sql`${hasOrder(column) ? sql`min(${value})::varchar` : null} as ${at("smallest", i)}`,
    sql`${hasOrder(column) ? sql`max(${value})::varchar` : null} as ${at("largest", i)}`,
  ];
  if (scale && column.type === "FLOAT")
    parts.push(
      sql`min(${scale.value})::varchar as ${at("low", i)}`,
      sql`max(${scale.value})::varchar as ${at("high", i)}`,
    );
  return join(parts, ", ");
}

export function hasOrder({ kind }: Column): boolean {
  return !["list", "struct", "map", "binary", "other"].includes(kind);
}

function readCounts(
  answer: Table,
  column: Column,
  i: number,
  known: Pick<ColumnCounts, "rows" | "hasFew">,
): ColumnCounts {
  const number = (what: string) => Number(answer.value(0, `${what}_${i}`));
  const [smallest, largest] = [answer.text(0, `smallest_${i}`), answer.text(0, `largest_${i}`)];
  const [low, high] =
    column.type === "FLOAT" ? [answer.text(0, `low_${i}`), answer.text(0, `high_${i}`)] : [smallest, largest];
  return {
    column,
    scale: scaleOf(column),
    ...known,
    filled: number("filled"),
    blank: 0,
    apart: undefined,
    distinct: number("distinct"),
    distinctIsEstimate: !known.hasFew,
    smallest,
    largest,
    span: low === null || high === null ? null : { low, high },
  };
}

export function at(what: string, i: number): Sql {
  return name(`${what}_${i}`);
}
