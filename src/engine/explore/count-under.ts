import type { Database } from "../data/database";
import type { ColumnProfile } from "../data/profile";
import { join, name, type Sql, sql } from "../data/sql";
import type { Table } from "../data/table";
import { binPlan } from "./bin-plan";
import { binAt, binOf } from "./bins";
import { blankText, keyOf, literalOf } from "./filter";
import { scaleOf } from "./scale";

/** How many of some rows lie in each part of a column. */
export interface PartCounts {
  readonly rows: number;
  readonly missing: number;
  readonly nan: number;
  readonly infinite: number;
  readonly empty: number;
  readonly blank: number;
  /** Of each bin or each value of the profile's histogram, in its order. */
  readonly parts: readonly number[];
}

/** Rows to count: those of `table` that pass `where`, or all of them. */
export interface Rows {
  readonly table: Sql;
  readonly where: Sql | null;
}

/** The same parts as in the profile, counted among other rows. */
export async function countUnder(
  database: Database,
  rows: Rows,
  profile: ColumnProfile,
  signal?: AbortSignal,
): Promise<PartCounts> {
  const isBinned = profile.histogram.form === "bins";
  const query = isBinned ? binsUnder(rows, profile) : valuesUnder(rows, profile);
  const answer = await database.query(query, { signal, changesNothing: true, isOwn: true });
  return isBinned ? readBins(answer, profile) : readValues(answer, profile);
}

export async function countRowsOf(
  database: Database,
  { table, where }: Rows,
  signal?: AbortSignal,
): Promise<number> {
  const query = sql`select count(*) from ${table} ${clause(where)}`;
  return Number((await database.query(query, { signal, changesNothing: true, isOwn: true })).value(0, 0));
}

export function clause(where: Sql | null): Sql {
  return where ? sql`where ${where}` : sql``;
}

/** Numbers that no bin has. */
const codes = { missing: 253, nan: 254, infinite: 255 } as const;

function binsUnder({ table, where }: Rows, profile: ColumnProfile): Sql {
  const { histogram, apart, kind } = profile;
  const value = name(profile.name);
  const scale = scaleOf(profile);
  const span = histogram.form === "bins" ? histogram.span : undefined;
  const apartParts = apart
    ? sql`${kind === "number" ? sql`when isnan(${value}) then ${codes.nan}` : sql``} when isinf(${value}) then ${codes.infinite}`
    : sql``;
  const bin =
    scale && span
      ? binOf(scale, binPlan(scale, scale.position(span.low), scale.position(span.high)), !apart)
      : sql`null`;
  return sql`select case when ${value} is null then ${codes.missing} ${apartParts} else ${bin} end as part, count(*) as n
    from ${table} ${clause(where)} group by part`;
}

function readBins(answer: Table, { histogram }: ColumnProfile): PartCounts {
  const parts = histogram.form === "bins" ? histogram.bins.map(() => 0) : [];
  const apart = { missing: 0, nan: 0, infinite: 0 };
  let rows = 0;
  for (let row = 0; row < answer.rowCount; row++) {
    const [part, n] = [Number(answer.value(row, "part")), Number(answer.value(row, "n"))];
    rows += n;
    const code = (["missing", "nan", "infinite"] as const).find((each) => codes[each] === part);
    if (code) apart[code] += n;
    else parts[binAt(part, parts.length)]! += n;
  }
  return { rows, ...apart, empty: 0, blank: 0, parts };
}

function valuesUnder({ table, where }: Rows, profile: ColumnProfile): Sql {
  const { histogram, blank } = profile;
  const key = keyOf(profile);
  const values = histogram.form === "top" ? histogram.values : [];
  const isAll = histogram.form === "top" && histogram.others === 0;
  const list = join(
    values.map(({ value }) => literalOf(profile, value)),
    ", ",
  );
  const shown = isAll ? key : values.length ? sql`case when ${key} in (${list}) then ${key} end` : sql`null`;
  const blanks = blank
    ? sql`, count_if(${name(profile.name)} = '') as empty, count_if(${blankText(name(profile.name))}) as blank`
    : sql``;
  return sql`select (${shown})::varchar as part, ${name(profile.name)} is null as missing, count(*) as n${blanks}
    from ${table} ${clause(where)} group by part, missing`;
}

function readValues(answer: Table, { histogram, blank: hasBlank }: ColumnProfile): PartCounts {
  const places = new Map(
    histogram.form === "top" ? histogram.values.map(({ value }, i) => [value, i] as const) : [],
  );
  const parts = [...places].map(() => 0);
  let [rows, missing, empty, blank] = [0, 0, 0, 0];
  for (let row = 0; row < answer.rowCount; row++) {
    const n = Number(answer.value(row, "n"));
    rows += n;
    if (hasBlank) empty += Number(answer.value(row, "empty"));
    if (hasBlank) blank += Number(answer.value(row, "blank"));
    if (answer.value(row, "missing") === true) missing += n;
    const place = places.get(answer.text(row, "part") ?? "\u0000");
    if (place !== undefined) parts[place]! += n;
  }
  return { rows, missing, nan: 0, infinite: 0, empty, blank, parts };
}
