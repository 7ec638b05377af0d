import type { Answers } from "../analysis";
import { countAt, numberAt } from "../answer";
import { rowCounts } from "../row-counts";
import { shareOf } from "../share";
import { readClock, readCounts } from "../time-to-churn/compute";
import { curveOf, together, type Counted } from "../time-to-churn/curve";
import { intervalsOf } from "../time-to-churn/intervals";
import type { OnboardingRequest } from "./began";
import { earlyShare } from "./early";
import { stepsOf } from "./params";
import type { OnboardingResult } from "./result";

export function computeOnboarding(answers: Answers, { params }: OnboardingRequest): OnboardingResult {
  const clock = readClock(answers);
  const counted = together(readCounts(answers));
  const { early, days, value } = params;
  const curve = curveOf(counted, { horizons: [early, params.horizon], scale: "log-log" }, null);
  const valued = answers.value ? readValue(answers) : null;
  return {
    rows: rowCounts(answers),
    clock,
    days: days.map((day, i) => ({
      day,
      share: answers.days
        ? shareOf(countAt(answers.days, i, "returned"), countAt(answers.days, i, "eligible"))
        : shareOf(0, 0),
    })),
    losses:
      curve.customers > 0
        ? { curve, intervals: intervalsOf(counted, "day", { reach: 2 * early, most: mostDays }) }
        : null,
    early: earlyShare(curve, early, Math.min(params.horizon, curve.lastTime)),
    value: valued && {
      event: value.trim(),
      curve: curveOf(valued, { horizons: days, scale: "log-log" }, null),
    },
    funnel: readFunnel(answers, params),
  };
}

/** Two months of single days can be told apart in a figure. */
const mostDays = 62;

function readValue({ value }: Answers): Counted {
  const rows = Array.from({ length: value!.rowCount }, (_, row) => ({
    time: numberAt(value!, row, "time") ?? 0,
    events: countAt(value!, row, "events"),
    censored: countAt(value!, row, "censored"),
    entered: 0,
  }));
  return { place: null, level: null, rows };
}

function readFunnel({ funnel }: Answers, params: OnboardingRequest["params"]): OnboardingResult["funnel"] {
  if (!funnel) return null;
  const count = (step: number) => countAt(funnel, step, "customers");
  return {
    within: params.within,
    entered: count(0),
    steps: stepsOf(params).map((event, i) => ({
      event,
      ofAll: shareOf(count(i + 1), count(0)),
      ofBefore: shareOf(count(i + 1), count(i)),
      medianDays: numberAt(funnel, i + 1, "days"),
    })),
  };
}
