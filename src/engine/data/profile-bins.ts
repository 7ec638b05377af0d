import { binPlan } from "../explore/bin-plan";
import { binOf, binsFrom } from "../explore/bins";
import type { Scale } from "../explore/scale";
import type { Database, QueryOptions } from "./database";
import type { Histogram } from "./profile";
import { type ColumnCounts, inLots } from "./profile-counts";
import { join, name, type Sql, sql } from "./sql";

/** Among so many neighbours all values can be counted, whatever the sample says. */
const fewNeighbours = 4000;

export interface Binned {
  readonly histogram: Histogram;
  /** Rows that lie in one of the bins. */
  readonly inBins: number;
  /** Counted exactly on the way; undefined where the estimate must do. */
  readonly distinct: number | undefined;
}

/** For columns whose values lie on a line. */
export function countBins(
  database: Database,
  table: Sql,
  counts: readonly ColumnCounts[],
  options: QueryOptions,
): Promise<Binned[]> {
  return inLots(counts, async (lot) => {
    const parts = lot.flatMap((each, i) => (each.span ? [sql`(${binsOf(each, each.span, i, table)})`] : []));
    const binned = lot.map((): Group[] => []);
    if (parts.length) {
      const answer = await database.query(join(parts, "\nunion all\n"), options);
      for (let row = 0; row < answer.rowCount; row++)
        binned[Number(answer.value(row, "place"))]!.push({
          bin: Number(answer.value(row, "bin")),
          count: Number(answer.value(row, "n")),
          low: answer.text(row, "low"),
          high: answer.text(row, "high"),
          different: answer.text(row, "different"),
        });
    }
    return lot.map((each, i) => readBins(each, binned[i]!));
  });
}

interface Group {
  readonly bin: number;
  readonly count: number;
  readonly low: string | null;
  readonly high: string | null;
  /** How many different values the column has; the same in each of its bins. */
  readonly different: string | null;
}

type Span = NonNullable<ColumnCounts["span"]>;

function planOf(scale: Scale, { low, high }: Span) {
  return binPlan(scale, scale.position(low), scale.position(high));
}

function binsOf(each: ColumnCounts, span: Span, i: number, table: Sql): Sql {
  const scale = each.scale!;
  const plan = planOf(scale, span);
  const bin = binOf(scale, plan, !each.apart);
  // Another name than the column's own, whatever that is.
  const n = name(`rows of ${each.column.name}`);
  const ends = plan.isExact
    ? sql`null as low, null as high`
    : sql`min(value)::varchar as low, max(value)::varchar as high`;
  // It is cheaper to count each value first: exact, and all else is counted over them.
  if (each.hasFew || areNeighbours(scale, span))
    return sql`select ${i} as place, bin, sum(n) as n, ${ends}, max(different)::varchar as different
      from (select ${bin} as bin, ${scale.value} as value, ${n} as n, count(${scale.column}) over () as different
        from (select ${scale.column}, count(*) as ${n} from ${table} group by all))
      group by bin having bin is not null`;
  if (plan.isOfDays && isTimeOfDay(each))
    return sql`select ${i} as place, bin, sum(n) as n, ${ends}, null as different
      from (select ${bin} as bin, ${n} as n
        from (select ${scale.value}::date as ${scale.column}, count(*) as ${n} from ${table} group by all))
      group by bin having bin is not null`;
  return sql`select ${i} as place, bin, count(*) as n, ${ends}, null as different
    from (select ${bin} as bin, ${scale.value} as value from ${table}) group by bin having bin is not null`;
}

/** The day of such a moment is found in a third of the time that its month takes. */
function isTimeOfDay({ column: { type }, scale, apart }: ColumnCounts): boolean {
  return scale?.unit === "micro" && !apart && !type.endsWith("TIME ZONE");
}

function areNeighbours(scale: Scale, { low, high }: Span): boolean {
  return scale.isWhole && BigInt(scale.position(high)) - BigInt(scale.position(low)) < fewNeighbours;
}

function readBins({ span, scale }: ColumnCounts, groups: readonly Group[]): Binned {
  if (!span || !scale) return { histogram: { form: "bins", bins: [] }, inBins: 0, distinct: undefined };
  const position = (text: string | null) => (text === null ? null : scale.position(text));
  const counts = groups.map(({ bin, count, low, high }) => ({
    bin,
    count,
    low: position(low),
    high: position(high),
  }));
  const bins = binsFrom(scale, planOf(scale, span), counts, scale.position(span.high));
  const different = groups[0]?.different;
  return {
    histogram: { form: "bins", bins, span },
    inBins: groups.reduce((sum, { count }) => sum + count, 0),
    distinct: different == null ? undefined : Number(different),
  };
}
