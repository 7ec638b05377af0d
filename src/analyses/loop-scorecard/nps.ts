import type { Answers } from "../analysis";
import { countAt, dayAt, numberAt } from "../answer";
import { shareOf } from "../share";
import { normalQuantile } from "../stats/normal-quantile";
import { nps } from "../stats/nps";
import type { Table } from "../../engine";
import type { Estimate, LoopResult, NpsOf } from "./result";

/** Null where no column of scores was chosen. */
export function npsOf({ quarters, outcomes, refused }: Answers): LoopResult["nps"] {
  if (!quarters || !outcomes || !refused) return null;
  // The newest come first, of many quarters only they.
  const read = quarters
    .rows()
    .map((_, row) => ({
      quarter: dayAt(quarters, row, "quarter")!,
      isOpen: quarters.value(row, "is_open") === true,
      counts: countsAt(quarters, row),
      response:
        numberAt(quarters, row, "asked") === null
          ? null
          : shareOf(countAt(quarters, row, "responded"), countAt(quarters, row, "asked")),
    }))
    .toReversed();
  const [stayed, left] = [true, false].map((wanted) => {
    const row = outcomes.rows().findIndex((one) => one.stayed === wanted);
    return row < 0 ? scored(0, 0, 0) : countsAt(outcomes, row);
  });
  return {
    given: countAt(refused, 0, "given"),
    refused: countAt(refused, 0, "refused"),
    quarters: read.map((one, i) => ({
      ...one,
      change: i === 0 ? null : differenceOf(one.counts, read[i - 1]!.counts),
      visible: visibleOf(one.counts),
    })),
    stayed: stayed!,
    left: left!,
    difference: differenceOf(stayed!, left!),
  };
}

function countsAt(table: Table, row: number): NpsOf {
  return scored(
    countAt(table, row, "promoters"),
    countAt(table, row, "passives"),
    countAt(table, row, "detractors"),
  );
}

export function scored(promoters: number, passives: number, detractors: number): NpsOf {
  const told = nps(promoters, passives, detractors);
  return {
    promoters,
    passives,
    detractors,
    score: told && { value: told.nps, interval: [...told.interval] },
  };
}

/** a − b of two disjoint sets, from the interval of each: Zou & Donner (2008), Stat. Med. 27, 1693–1702, method MOVER. */
export function differenceOf({ score: a }: NpsOf, { score: b }: NpsOf): Estimate | null {
  if (!a?.interval || !b?.interval) return null;
  const value = a.value - b.value;
  return {
    value,
    interval: [
      value - Math.hypot(a.value - a.interval[0], b.interval[1] - b.value),
      value + Math.hypot(a.interval[1] - a.value, b.value - b.interval[0]),
    ],
  };
}

/** Change between two such quarters that a two-sided test at 5 % finds with probability 0.8; null where nobody differs. */
function visibleOf({ promoters, passives, detractors }: NpsOf): number | null {
  const error = nps(promoters, passives, detractors)?.standardError ?? 0;
  return error > 0 ? (normalQuantile(0.975) + normalQuantile(0.8)) * Math.SQRT2 * error : null;
}
