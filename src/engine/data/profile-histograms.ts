import type { Database, QueryOptions } from "./database";
import type { ColumnProfile } from "./profile";
import type { ColumnCounts } from "./profile-counts";
import { join, name, type Sql, sql } from "./sql";

type Histogram = ColumnProfile["histogram"];

const mostBins = 20;
const topValues = 10;

/** Above so many different values, counting each takes memory by the gigabyte. */
const countEachUpTo = 1_000_000;

const columnsAtOnce = 50;

/** An estimate of few different values is wrong by a visible share, and counting few is cheap. */
const recountUpTo = 2000;

export interface Shape {
  readonly histogram: Histogram;
  /** Counted exactly on the way; undefined where the estimate must do. */
  readonly distinct: number | undefined;
}

export async function countHistograms(
  database: Database,
  table: Sql,
  counts: readonly ColumnCounts[],
  options: QueryOptions,
): Promise<Shape[]> {
  const shapes: Shape[] = [];
  for (let from = 0; from < counts.length; from += columnsAtOnce) {
    const some = counts.slice(from, from + columnsAtOnce);
    const parts = some.map(
      (each, i) => sql`(${binsOf(each) ? perBin(each, i, table) : perValue(each, i, table)})`,
    );
    const answer = await database.query(sql`${join(parts, "\nunion all\n")}`, options);
    const groups = some.map((): Group[] => []);
    for (let row = 0; row < answer.rowCount; row++) {
      const [n, distinct] = [answer.value(row, "n"), answer.value(row, "distinct_values")];
      groups[Number(answer.value(row, "place"))]!.push({
        value: answer.text(row, "value") ?? "",
        count: Number(n),
        distinct: distinct === null ? undefined : Number(distinct),
      });
    }
    shapes.push(
      ...some.map((each, i) => ({
        histogram: histogram(each, groups[i]!),
        distinct: groups[i]![0]?.distinct,
      })),
    );
  }
  return shapes;
}

interface Group {
  readonly value: string;
  readonly count: number;
  /** Number of different values in the column, the same in each of its groups. */
  readonly distinct: number | undefined;
}

interface Bins {
  readonly low: number;
  readonly width: number;
  readonly count: number;
}

/** Equal widths from the smallest to the largest finite value; whole distances are not cut between two whole numbers. */
function binsOf({ measure, low, high }: ColumnCounts): Bins | undefined {
  if (!measure) return undefined;
  if (low === null || high === null) return { low: 0, width: 1, count: 0 };
  if (low === high) return { low, width: 0, count: 1 };
  if (!measure.isWhole) return { low, width: (high - low) / mostBins, count: mostBins };
  const width = Math.ceil((high - low + 1) / mostBins);
  return { low, width, count: Math.ceil((high - low + 1) / width) };
}

function perBin(each: ColumnCounts, i: number, table: Sql): Sql {
  const { low, width, count } = binsOf(each)!;
  const position = each.measure!.of;
  const bin = width ? sql`least(${count - 1}, floor((${position} - ${low}) / ${width}))` : sql`0`;
  const recount = each.distinctIsEstimate && each.distinct <= recountUpTo;
  const distinct = recount ? sql`(select count(distinct ${name(each.column.name)}) from ${table})` : null;
  return sql`select ${i} as place, ${bin}::integer::varchar as value, count(*) as n, ${distinct} as distinct_values
    from ${table} where (${position}) is not null group by value`;
}

function perValue({ column, distinct }: ColumnCounts, i: number, table: Sql): Sql {
  const value = name(column.name);
  const isFeasible = distinct <= countEachUpTo;
  const candidates = sql`select unnest(approx_top_k(${value}, ${topValues})) from ${table}`;
  return sql`select ${i} as place, ${value}::varchar as value, count(*) as n,
      ${isFeasible ? sql`count(*) over ()` : null} as distinct_values
    from ${table}
    where ${isFeasible ? sql`${value} is not null` : sql`${value} in (${candidates})`}
    group by ${value} order by n desc, value limit ${topValues}`;
}

function histogram(each: ColumnCounts, groups: readonly Group[]): Histogram {
  const bins = binsOf(each);
  if (!bins) {
    const shown = groups.reduce((sum, { count }) => sum + count, 0);
    const values = groups.map(({ value, count }) => ({ value, count }));
    return { form: "top", values, others: each.filled - shown };
  }
  const counted = new Map(groups.map(({ value, count }) => [Number(value), count]));
  const { text, isWhole } = each.measure!;
  return {
    form: "bins",
    bins: Array.from({ length: bins.count }, (_, k) => {
      const from = bins.low + k * bins.width;
      const to = isWhole ? Math.min(each.high!, from + Math.max(0, bins.width - 1)) : from + bins.width;
      const edge = k === bins.count - 1 ? each.high! : to;
      return { from: text(from), to: text(edge), count: counted.get(k) ?? 0 };
    }),
  };
}
