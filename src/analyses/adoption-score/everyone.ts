import type { Table } from "../../engine";
import { countAt, numberAt, textAt } from "../answer";
import type { Lever } from "../levers/lever";
import { columnFor } from "../segments/dimensions";
import { shareOf } from "../share";
import { roundedScore } from "./bands";
import type { ScoreResult } from "./result";
import { scoreOf } from "./weights";

export const outcomes = ["stayed", "left", "gone before", "not known"] as const;
export type Outcome = (typeof outcomes)[number];

/** Customers alike in their levers and in what became of them. */
export interface Alike {
  readonly on: readonly (number | null)[];
  readonly outcome: Outcome;
  readonly customers: number;
}

/** From here on a score is high, and up to there it is low. */
export const surprise = { high: 75, low: 25 };

export function readEveryone(table: Table, levers: readonly Lever[]): Alike[] {
  return Array.from({ length: table.rowCount }, (_, row) => ({
    on: levers.map((_, i) => numberAt(table, row, columnFor("on", i).text)),
    outcome: textAt(table, row, "outcome") as Outcome,
    customers: countAt(table, row, "customers"),
  }));
}

/** What everybody's scores come to. */
export function summaryOf(
  weights: readonly number[],
  everyone: readonly Alike[],
): NonNullable<ScoreResult["scored"]> {
  const all = everyone.map((one) => ({ ...one, score: scoreOf(weights, one.on) }));
  const scored = all.flatMap(({ score, on, outcome, customers }) =>
    score === null
      ? []
      : [
          {
            score: roundedScore(score),
            isPartial: on.some((value, lever) => value === null && weights[lever]! > 0),
            outcome,
            customers,
          },
        ],
  );
  const count = (rows: readonly { readonly customers: number }[]) =>
    rows.reduce((sum, { customers }) => sum + customers, 0);
  const known = scored.filter(({ outcome }) => outcome === "stayed" || outcome === "left");
  const high = known.filter(({ score }) => score >= surprise.high);
  const low = known.filter(({ score }) => score <= surprise.low);
  const customers = count(scored);
  return {
    customers,
    mean: customers ? scored.reduce((sum, one) => sum + one.score * one.customers, 0) / customers : null,
    median: medianOf(scored),
    partial: count(scored.filter(({ isPartial }) => isPartial)),
    without: count(all.filter(({ score }) => score === null)),
    unknown: customers - count(known),
    high: shareOf(count(high.filter(({ outcome }) => outcome === "left")), count(high)),
    low: shareOf(count(low.filter(({ outcome }) => outcome === "stayed")), count(low)),
  };
}

/** Type 7 of counted scores. */
export function medianOf(
  rows: readonly { readonly score: number; readonly customers: number }[],
): number | null {
  const sorted = [...rows].sort((a, b) => a.score - b.score);
  const customers = sorted.reduce((sum, row) => sum + row.customers, 0);
  if (customers === 0) return null;
  const at = (place: number) => {
    let before = 0;
    for (const row of sorted) {
      before += row.customers;
      if (place < before) return row.score;
    }
    return sorted.at(-1)!.score;
  };
  return (at(Math.floor((customers - 1) / 2)) + at(Math.ceil((customers - 1) / 2))) / 2;
}
