import { cox, hazardRatios } from "../stats/cox";
import { proportional } from "../stats/cox-proportional";
import type { CoxRow } from "../stats/cox-sums";
import { searchedP, searchedWidth, widened } from "../stats/searched-cut";
import type { CoxResult } from "./result";

export interface CoxTask {
  /** Values: the levers in their shown steps, then the controls' segments. */
  readonly rows: readonly CoxRow[];
  readonly levers: number;
  /** See `ModelInput`. */
  readonly lines: readonly number[];
}

/** Hazard ratios of leaving, all levers and controls together; columns that repeat others are left out, as R does. */
export function leverCox({ rows, levers, lines }: CoxTask): CoxResult {
  const width = rows[0]?.values.length ?? 0;
  const told = {
    customers: rows.reduce((sum, { events, censored }) => sum + events + censored, 0),
    left: rows.reduce((sum, { events }) => sum + events, 0),
    days: rows.reduce((most, { time }) => Math.max(most, time), 0),
  };
  const none = Array.from({ length: levers }, () => null);
  let kept = Array.from({ length: width }, (_, column) => column);
  while (kept.length > 0) {
    const used = rows.map((row) => ({ ...row, values: kept.map((column) => row.values[column]!) }));
    const fit = cox(used);
    if (!fit.ok && fit.why === "rank") {
      const gone = fit.columns;
      kept = kept.filter((_, place) => !gone.includes(place));
      continue;
    }
    if (!fit.ok) {
      const infinite = "columns" in fit ? fit.columns.map(({ column }) => kept[column]!) : [];
      return { ...told, why: fit.why, infinite: infinite.filter((column) => column < levers), levers: none };
    }
    const ratios = hazardRatios(fit);
    const tests = proportional(used, fit);
    return {
      ...told,
      why: null,
      infinite: [],
      levers: none.map((_, lever) => {
        const place = kept.indexOf(lever);
        if (place < 0) return null;
        const { ratio, interval, p } = ratios[place]!;
        const [low, high] = widened(
          [Math.log(interval[0]), Math.log(interval[1])],
          Math.log(ratio),
          searchedWidth(p, lines[lever]!),
        );
        return {
          ratio,
          interval: lines[lever]! > 1 ? [Math.exp(low), Math.exp(high)] : [...interval],
          p: searchedP(p, lines[lever]!),
          proportional: tests?.columns[place]?.p ?? null,
        };
      }),
    };
  }
  return { ...told, why: "no-base", infinite: [], levers: none };
}
