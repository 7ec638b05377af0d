import type { Table } from "../../engine";
import { countAt, textAt } from "../answer";
import type { Lever } from "../levers/lever";
import { designOf } from "../levers/design";
import { readPatterns } from "../levers/patterns";
import type { Dimension } from "../segments/dimensions";
import { spreadOf } from "./collinear";
import type { CoxTask } from "./cox";

/** What `survivalQuery` answers, measures in standard deviations; customers of whom a lever is not known are left out. */
export function coxRows(
  table: Table,
  levers: readonly Lever[],
  controls: readonly Dimension[],
  switches: readonly boolean[],
): Omit<CoxTask, "lines"> {
  const found = readPatterns(table, levers, controls);
  // The times in place of the outcomes: each row of the answer keeps its place.
  const { patterns, terms } = designOf(
    found.map((row, i) => ({ ...row, fold: i })),
    levers.length,
    controls.length,
  );
  const steps = terms.map(({ form }, column) => {
    const step = form === "lever" && !switches[column - 1] ? spreadOf(patterns, column).deviation : 1;
    return step > 0 ? step : 1;
  });
  return {
    levers: levers.length,
    rows: patterns.map(({ values, n, fold }) => {
      const isLeft = textAt(table, fold, "is_left") === "true";
      return {
        values: values.slice(1).map((value, i) => value / steps[i + 1]!),
        time: countAt(table, fold, "time"),
        events: isLeft ? n : 0,
        censored: isLeft ? 0 : n,
      };
    }),
  };
}
