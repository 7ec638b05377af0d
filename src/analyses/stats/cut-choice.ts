import type { Cells } from "./cut-cells";
import { criterionOf, type CutCriterion, type CutDirection } from "./cut-criterion";

/** The best threshold of a behaviour: its place among the candidates, and its criterion. Null: none divides anything. */
export interface Choice {
  readonly cut: number;
  readonly statistic: number;
}

/**
 * The best candidate of behaviour b by counts of its cells: all customers, and those with the outcome. Of equally good ones
 * the lowest. Customers not observed take no part.
 */
export function bestCut(
  { first, cuts }: Pick<Cells, "first" | "cuts">,
  b: number,
  all: Int32Array,
  withOutcome: Int32Array,
  criterion: CutCriterion,
  direction: CutDirection,
): Choice | null {
  const from = first[b]!;
  const candidates = cuts[b]!.length;
  let customers = 0;
  let events = 0;
  for (let cell = from; cell <= from + candidates; cell++) {
    customers += all[cell]!;
    events += withOutcome[cell]!;
  }
  let [above, kept] = [customers, events];
  let cut = -1;
  let statistic = -Infinity;
  for (let i = 0; i < candidates; i++) {
    above -= all[from + i]!;
    kept -= withOutcome[from + i]!;
    const one = criterionOf(kept, above, events, customers, criterion, direction);
    if (one > statistic) {
      statistic = one;
      cut = i;
    }
  }
  return cut < 0 ? null : { cut, statistic };
}

/** The table of behaviour b at a candidate: above it with and without the outcome, below it with and without. */
export function tableAt(
  { first, cuts }: Pick<Cells, "first" | "cuts">,
  b: number,
  cut: number,
  all: Int32Array,
  withOutcome: Int32Array,
) {
  const counts = { a: 0, b: 0, c: 0, d: 0 };
  for (let i = 0; i <= cuts[b]!.length; i++) {
    const events = withOutcome[first[b]! + i]!;
    const others = all[first[b]! + i]! - events;
    if (i > cut) {
      counts.a += events;
      counts.b += others;
    } else {
      counts.c += events;
      counts.d += others;
    }
  }
  return counts;
}
