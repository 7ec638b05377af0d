import type { Database } from "../data/database";
import { type Sql, sql } from "../data/sql";
import type { Column } from "../data/table";
import { clause, type Rows } from "./count-under";
import { type Scale, scaleOf } from "./scale";

/** Values below which a share of the rows with a place on the line lies; texts as DuckDB writes them. */
export interface Quantiles {
  readonly rows: number;
  /** Two rows or ten million: least, 5 %, 25 %, median, 75 %, 95 %, greatest. */
  readonly at: readonly { readonly share: number; readonly value: string }[];
  /** T-digest, Dunning and Ertl (2019), arXiv:1902.04023, instead of an order of all values. */
  readonly isEstimate: boolean;
}

export const shares = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1] as const;

/** Sorting more takes seconds and the memory of a copy. */
const exactUpTo = 1_000_000;

/** Null for columns without a line, and where no row has a place on it. */
export async function quantilesOf(
  database: Database,
  { table, where }: Rows,
  column: Column,
  signal?: AbortSignal,
): Promise<Quantiles | null> {
  const scale = scaleOf(column);
  if (!scale) return null;
  const source = sql`from (select ${scale.value} as value, ${scale.near} as near from ${table}
    ${clause(where ? sql`${scale.hasPlace} and ${where}` : scale.hasPlace)})`;
  const options = { signal, changesNothing: true, isOwn: true };
  const ends = await database.query(
    sql`select count(*) as n, min(value)::varchar as low, max(value)::varchar as high ${source}`,
    options,
  );
  const rows = Number(ends.value(0, "n"));
  if (rows === 0) return null;
  const inner = shares.slice(1, -1);
  const isEstimate = rows > exactUpTo;
  const parts = inner.map((share) => sql`${quantile(scale, share, isEstimate)}::varchar`);
  const answer = await database.query(sql`select [${parts}]::varchar[] as found ${source}`, options);
  const [low, high] = [ends.text(0, "low")!, ends.text(0, "high")!];
  const digits = isEstimate ? digitsOf(low, high, 6, 3) : digitsOf(low, high, 12, 6);
  const found = (answer.value(0, "found") as readonly string[]).map((text) =>
    isEstimate || scale.unit === "number" ? textOfNear(scale, Number(text), digits) : text,
  );
  const values = [low, ...found, high];
  return { rows, isEstimate, at: shares.map((share, i) => ({ share, value: values[i]! })) };
}

/** Numbers between two values are said as DuckDB's `quantile_cont` does; moments and whole days are values that occur. */
function quantile(scale: Scale, share: number, isEstimate: boolean): Sql {
  if (isEstimate) return sql`approx_quantile(near, ${share})`;
  return scale.unit === "number" ? sql`quantile_cont(near, ${share})` : sql`quantile_disc(value, ${share})`;
}

/** Values that have their first digits in common are told apart by those behind; a double has no more than 17. */
function digitsOf(low: string, high: string, least: number, ofSpread: number): number {
  const spread = Number(high) - Number(low);
  const common = Math.log10(Math.max(Math.abs(Number(low)), Math.abs(Number(high))) / spread);
  return Number.isFinite(common) ? Math.min(17, Math.max(least, Math.ceil(common) + ofSpread)) : least;
}

/** Between two values lies what arithmetic with doubles makes of them, whose last digits say nothing. */
function textOfNear(scale: Scale, near: number, digits: number): string {
  return scale.unit === "number"
    ? String(Number(near.toPrecision(digits)))
    : scale.text(BigInt(Math.round(near)));
}
