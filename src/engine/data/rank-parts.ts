import { join, type Sql, sql } from "./sql";
import type { Table } from "./table";

/** Values of a column that stand next to each other when it is sorted: more than `after`, and up to `to`, without it where `isBelow`. */
export interface Part {
  readonly after: Sql | null;
  readonly to: Sql | null;
  readonly isBelow: boolean;
  /** NULLs, which nothing is compared with. */
  readonly isNull: boolean;
}

/** Quantiles of a column in ascending order, each once, and those that came several times. */
export interface Division {
  readonly bounds: readonly Sql[];
  readonly often: readonly Sql[];
}

export function divisionAt(quantiles: readonly string[], type: string): Division {
  const value = (text: string) => sql`${text}::${{ text: type }}`;
  const often = new Set(quantiles.filter((text, i) => text === quantiles[i - 1]));
  return { bounds: [...new Set(quantiles)].map(value), often: [...often].map(value) };
}

/** In ascending order, NULLs last; a value that comes often is a part of its own. */
export function partsOf({ bounds, often }: Division): readonly Part[] {
  const isOften = new Set(often.map(({ text }) => text));
  const parts = [...bounds, null].flatMap((to, i): Part[] => {
    const part = { after: bounds[i - 1] ?? null, to, isNull: false };
    if (!to || !isOften.has(to.text)) return [{ ...part, isBelow: false }];
    return [
      { ...part, isBelow: true },
      { ...part, after: to, isBelow: false },
    ];
  });
  return [...parts, { after: null, to: null, isBelow: false, isNull: true }];
}

/** Whether all its rows have one value, so that they need not be sorted. */
export function isOneValue({ after, to, isNull }: Part): boolean {
  return isNull || (!!after && after.text === to?.text);
}

export function isIn(column: Sql, part: Part): Sql {
  const { after, to, isBelow, isNull } = part;
  if (isNull) return sql`${column} is null`;
  if (isOneValue(part)) return sql`${column} = ${to!}`;
  const conditions = [
    ...(after ? [sql`${column} > ${after}`] : []),
    ...(to ? [isBelow ? sql`${column} < ${to}` : sql`${column} <= ${to}`] : []),
  ];
  return conditions.length ? join(conditions, " and ") : sql`${column} is not null`;
}

/** One row of `bins`, `same` and `nulls`: rows up to each bound and behind the last, those of a frequent value, and NULLs. */
export function countsOf(column: Sql, from: Sql, { bounds, often }: Division): Sql {
  const counted = (how: Sql, values: readonly Sql[]) =>
    values.length ? sql`map_values(${how}(${column}, [${values}]))::varchar` : sql`'[]'`;
  return sql`select ${counted(sql`histogram`, bounds)} as bins, ${counted(sql`histogram_exact`, often)} as same,
    count(*) - count(${column}) as nulls, count(*) as rows ${from}`;
}

/** How many rows each part has, by an answer to `countsOf`. */
export function partCounts({ bounds, often }: Division, counted: Table): readonly number[] {
  const list = (column: string) => JSON.parse(counted.text(0, column) ?? "[]") as number[];
  const [bins, same] = [list("bins"), list("same")];
  const nulls = Number(counted.value(0, "nulls"));
  const total = Number(counted.value(0, "rows"));
  const sameAs = new Map(often.map(({ text }, i) => [text, same[i] ?? 0]));
  const upTo = bounds.map((_, i) => bins[i] ?? 0);
  const rest = total - nulls - upTo.reduce((sum, n) => sum + n, 0);
  const parts = bounds.flatMap(({ text }, i) => {
    const equal = sameAs.get(text);
    return equal === undefined ? [upTo[i]!] : [upTo[i]! - equal, equal];
  });
  return [...parts, rest, nulls];
}
