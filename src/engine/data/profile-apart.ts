import { blankText } from "../explore/filter";
import type { Database, QueryOptions } from "./database";
import { at, type ColumnCounts } from "./profile-counts";
import { join, name, type Sql, sql } from "./sql";

/**
 * Counts what lies apart: NaN, the infinite, texts of nothing. Asked only where the smallest or the largest value says that
 * there may be some: testing each text of a large table for blanks takes longer than all else together.
 */
export async function countApart(
  database: Database,
  table: Sql,
  counts: readonly ColumnCounts[],
  options: QueryOptions,
): Promise<ColumnCounts[]> {
  const parts = counts.flatMap((each, i) => (mayHaveApart(each) ? [aggregates(each, i)] : []));
  if (!parts.length) return [...counts];
  const answer = await database.query(sql`select ${join(parts, ",\n")} from ${table}`, options);
  return counts.map((each, i) => {
    if (!mayHaveApart(each)) return each;
    const number = (what: string) => Number(answer.value(0, `${what}_${i}`));
    if (!each.scale) {
      const blank = number("empty") + number("blank");
      return blank ? { ...each, blank, apart: { nan: 0, infinite: 0, empty: number("empty") } } : each;
    }
    const [low, high] = [answer.text(0, `low_${i}`), answer.text(0, `high_${i}`)];
    const span = low === null || high === null ? null : { low, high };
    const apart = { nan: number("nan"), infinite: number("infinite"), empty: 0 };
    // Where nothing lies in bins they do not tell it.
    const distinct = each.hasFew ? number("different") : each.distinct;
    return { ...each, span, distinct, apart };
  });
}

export function mayHaveApart({ column, scale, smallest, largest }: ColumnCounts): boolean {
  // Blanks and control characters come before all others.
  if (column.type === "VARCHAR") return smallest !== null && smallest < "!";
  return scale !== undefined && [smallest, largest].some((end) => end !== null && /^-?(inf|nan)/i.test(end));
}

function aggregates({ column, scale, hasFew }: ColumnCounts, i: number): Sql {
  const value = name(column.name);
  if (!scale)
    return sql`count_if(${value} = '') as ${at("empty", i)}, count_if(${blankText(value)}) as ${at("blank", i)}`;
  const isNan = column.kind === "number" ? sql`count_if(isnan(${value}))` : sql`0`;
  const different = hasFew ? sql`count(distinct ${value})` : sql`0`;
  return sql`${isNan} as ${at("nan", i)}, ${different} as ${at("different", i)}, count_if(isinf(${value})) as ${at("infinite", i)},
    (min(${scale.value}) filter (where ${scale.hasPlace}))::varchar as ${at("low", i)},
    (max(${scale.value}) filter (where ${scale.hasPlace}))::varchar as ${at("high", i)}`;
}
