import type { Questions } from "../analysis";
import { pairOf } from "../id-match/pair-of";
import { withIdMatch } from "../id-match/with-id-match";
import { activityRowQuestions } from "../row-counts";
import { loopScorecardCard } from "./card";
import { chosenOf } from "./chosen";
import { clockOf, computeLoop } from "./compute";
import { loopCustomers } from "./customers";
import { doorsQuery } from "./doors-query";
import { invitesQuery } from "./invites-query";
import { clockQuery, type LoopRequest } from "./life";
import { namesQuery, readNames } from "./names";
import { outcomesQuery, quartersQuery, refusedQuery, scoreOf } from "./nps-query";
import { isTooSoon, type loopParams } from "./params";
import { hasFigures, isShown, reportLoop } from "./report";
import { loopResult, type LoopResult } from "./result";
import { stagesCode } from "./stages-code";
import { measuredOf, sharesQuery, stagesQuery, stepsQuery } from "./stages-query";

/** C23: what of the loop after the purchase is measured, and what it shows: onboarding, personalisation, promoters, adapting. */
export const loopScorecard = withIdMatch<typeof loopParams, LoopResult>(
  {
    ...loopScorecardCard,
    result: loopResult,
    queries: (request): Questions => ({
      ...activityRowQuestions(request.data, request.params.asOf),
      clock: clockQuery(request),
      names: namesQuery(request.data),
    }),
    followUp: (answers, request) => {
      const clock = clockOf(answers);
      const { params } = request;
      if (!clock || isTooSoon(params)) return {};
      const chosen = chosenOf(params, readNames(answers));
      const { asOf } = clock;
      return {
        doors: doorsQuery(request, chosen, asOf),
        ...(measuredOf(chosen).length && { stages: stagesQuery(request, chosen, asOf) }),
        ...(chosen.steps.length && { steps: stepsQuery(request, chosen, asOf) }),
        ...((chosen.stages.amplify.done.length || chosen.accepted !== null) && {
          invites: invitesQuery(request, chosen, asOf),
        }),
        ...(scoreOf(request) && {
          quarters: quartersQuery(request, chosen, asOf),
          outcomes: outcomesQuery(request, chosen, asOf),
          refused: refusedQuery(request),
        }),
      };
    },
    compute: computeLoop,
    report: reportLoop,
    asSql: (request, result) =>
      sharesQuery(request, result?.chosen ?? named(request), result?.clock?.asOf ?? null),
    asTypescript: (request, result, relation, language) =>
      result && !hasFigures(result, request)
        ? null
        : stagesCode(relation, result?.chosen ?? named(request), request.params, language),
    customers: (request, result, who) =>
      isShown(result, request) ? loopCustomers(request, result, who) : null,
  },
  ({ data, beside, params }) => [
    ...(params.people === null ? [] : pairOf({ data, beside }, "people", ["own", "beside"])),
    ...(params.mode === "contracts" ? pairOf({ data, beside }, "contracts", ["own", "beside"]) : []),
    ...(params.surveys === null ? [] : pairOf({ data, beside }, "surveys", ["beside"])),
  ],
);

/** Before the log was looked at only what somebody named is known. */
function named({ params }: LoopRequest) {
  return chosenOf(params, []);
}
