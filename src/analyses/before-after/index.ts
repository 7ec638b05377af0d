import { sql } from "../../engine";
import type { Analysis } from "../analysis";
import { activityRowQuestions } from "../row-counts";
import { beforeAfterCard } from "./card";
import { computeBeforeAfter } from "./compute";
import type { beforeAfterParams } from "./params";
import { clockQuery, customersQuery, sidesQuery, weeksQuery, type BeforeAfterRequest } from "./query";
import { hasFigure, reportBeforeAfter } from "./report";
import { beforeAfterResult, type BeforeAfterResult } from "./result";
import { sidesCode } from "./sides-code";

/** C25: what changed after an action, among customers who began before and after it, followed equally long. */
export const beforeAfter: Analysis<typeof beforeAfterParams, BeforeAfterResult> = {
  ...beforeAfterCard,
  result: beforeAfterResult,
  queries: (request) => ({
    ...activityRowQuestions(request.data, request.params.asOf),
    clock: clockQuery(request),
    ...(canAsk(request) && { weeks: weeksQuery(request) }),
  }),
  compute: computeBeforeAfter,
  report: reportBeforeAfter,
  asSql: (request, result) =>
    canAsk(request)
      ? sidesQuery(request, result?.clock?.asOf ?? null)
      : sql`select null::varchar as part, null::varchar as side, 0 as customers, 0 as reached where false`,
  asTypescript: (request, result, relation, language) =>
    !canAsk(request) || (result && !hasFigure(result)) ? null : sidesCode(relation, language),
  customers: (request, result, who) =>
    canAsk(request) && result.clock && hasFigure(result) && (who === null || isGiven(result, who))
      ? customersQuery(request, result.clock.asOf, who)
      : null,
};

/** Weeks that the result does not have are nobody's. */
function isGiven({ weeks }: BeforeAfterResult, who: string): boolean {
  const [, side, week] = /^week ([a-z]+) (-?\d+) /.exec(who) ?? [];
  return week === undefined || weeks.some((one) => one.side === side && String(one.week) === week);
}

/** Before the day is named there is no before and after. */
function canAsk({ params }: BeforeAfterRequest): boolean {
  return params.action !== "auto" && params.from < params.within;
}
