import type { Bin } from "../data/profile";
import { type Sql, sql } from "../data/sql";
import type { BinPlan } from "./even-plan";
import type { Position, Scale } from "./scale";

/** How many rows have one number of `binOf`, and the smallest and largest of them where arithmetic could have been inexact. */
export interface BinCount {
  readonly bin: number;
  readonly count: number;
  readonly low: Position | null;
  readonly high: Position | null;
}

/**
 * The number of a row's bin from 1 on, NULL where it has none; what lies beyond the ends by a rounding is put back by
 * `binAt`. The smallest type there is: rows are grouped by it.
 */
export function binOf(scale: Scale, plan: BinPlan, allHavePlace: boolean): Sql {
  const index = sql`(${plan.index} + 1)::utinyint`;
  return allHavePlace && plan.count > 1 ? index : sql`case when ${scale.hasPlace} then ${index} end`;
}

/** The place of a number of `binOf` among the bins. */
export function binAt(number: number, count: number): number {
  return Math.min(Math.max(number - 1, 0), count - 1);
}

/**
 * Bins with edges that tell of each exactly the values that were counted in it. An edge is a round number unless rounding
 * has put a value on its wrong side; then it is the first value beyond it.
 */
export function binsFrom(scale: Scale, plan: BinPlan, counts: readonly BinCount[], high: Position): Bin[] {
  const groups = Array.from({ length: plan.count }, () => ({
    count: 0,
    low: null as Position | null,
    high: null as Position | null,
  }));
  for (const { bin, count, low, high } of counts) {
    const group = groups[binAt(bin, plan.count)]!;
    group.count += count;
    if (low !== null && (group.low === null || low < group.low)) group.low = low;
    if (high !== null && (group.high === null || high > group.high)) group.high = high;
  }
  const edges = edgesOf(plan, groups);
  return groups.map(({ count }, k) => {
    const isClosed = edges[k + 1] === undefined;
    const end = isClosed ? high : edges[k + 1]!;
    const isShown = scale.isWhole && !isClosed;
    return {
      from: scale.text(edges[k]!),
      to: scale.text(isShown ? BigInt(end) - 1n : end),
      withTo: isClosed || isShown,
      count,
    };
  });
}

/** One more than there are bins; the last is undefined where only the largest value itself can end the last bin. */
function edgesOf(
  plan: BinPlan,
  groups: readonly { readonly low: Position | null; readonly high: Position | null }[],
): (Position | undefined)[] {
  let before: Position | null = null;
  const edges: (Position | undefined)[] = groups.map(({ high }, k) => {
    const after = groups.slice(k).find(({ low }) => low !== null)?.low ?? null;
    const round = plan.edge(k);
    const isRight = (before === null || before < round) && (after === null || round <= after);
    if (high !== null) before = high;
    return isRight ? round : (after ?? plan.edge(plan.count));
  });
  const end = plan.edge(plan.count);
  return [...edges, plan.count > 1 && (before === null || before < end) ? end : undefined];
}
