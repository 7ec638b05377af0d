import { sql } from "../../engine";
import type { Analysis } from "../analysis";
import { activityRowQuestions } from "../row-counts";
import { beforeAfterCard } from "./card";
import { computeBeforeAfter } from "./compute";
import { hasOwnDays, type beforeAfterParams } from "./params";
import { clockQuery, customersQuery, sidesQuery, weeksQuery, type BeforeAfterRequest } from "./query";
import { hasFigure, reportBeforeAfter } from "./report";
import { beforeAfterResult, type BeforeAfterResult } from "./result";
import { sidesCode } from "./sides-code";
import { coursesCode } from "./staggered-code";
import { cohortsQuery, coursesQuery, momentsQuery, ownCustomersQuery, panelQuery } from "./staggered-query";
import { isStaggeredKey } from "./staggered-tables";

/** C25: what changed after an action, among customers who began before and after it, followed equally long. */
export const beforeAfter: Analysis<typeof beforeAfterParams, BeforeAfterResult> = {
  ...beforeAfterCard,
  result: beforeAfterResult,
  queries: (request) => ({
    ...activityRowQuestions(request.data, request.params.asOf),
    clock: clockQuery(request),
    ...(canAsk(request) &&
      (hasOwnDays(request.params)
        ? {
            panel: panelQuery(request),
            cohorts: cohortsQuery(request),
            moments: momentsQuery(request),
          }
        : { weeks: weeksQuery(request) })),
  }),
  compute: computeBeforeAfter,
  report: reportBeforeAfter,
  asSql: (request, result) => {
    const asOf = result?.clock?.asOf ?? null;
    if (!canAsk(request))
      return sql`select null::varchar as part, null::varchar as side, 0 as customers, 0 as reached where false`;
    return hasOwnDays(request.params) ? coursesQuery(request, asOf) : sidesQuery(request, asOf);
  },
  asTypescript: (request, result, relation, language) => {
    if (!canAsk(request) || (result && !hasFigure(result))) return null;
    return hasOwnDays(request.params)
      ? coursesCode(relation, request, language)
      : sidesCode(relation, language);
  },
  customers: (request, result, who) => {
    if (!canAsk(request) || !result.clock || !hasFigure(result)) return null;
    const { asOf } = result.clock;
    if (hasOwnDays(request.params))
      return who === null || isStaggeredKey(result, who) ? ownCustomersQuery(request, asOf, who) : null;
    return who === null || isGiven(result, who) ? customersQuery(request, asOf, who) : null;
  },
};

/** Weeks that the result does not have are nobody's. */
function isGiven({ weeks }: BeforeAfterResult, who: string): boolean {
  const [, side, week] = /^week ([a-z]+) (-?\d+) /.exec(who) ?? [];
  return week === undefined || weeks.some((one) => one.side === side && String(one.week) === week);
}

/** Before the day or the event is named there is no before and after. */
function canAsk({ params, data }: BeforeAfterRequest): boolean {
  switch (params.when) {
    case "day":
      return params.action !== "auto" && params.from < params.within;
    case "column":
      return data.columns.some(({ name }) => name === params.own);
    case "event":
      return params.done.trim() !== "";
  }
}
