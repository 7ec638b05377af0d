import type { Questions } from "../analysis";
import { canCompare, leverQuestions } from "../levers/asked";
import { asItWas } from "../levers/as-it-was";
import { factsQuery } from "../levers/facts";
import { leversOverlap } from "../levers/overlap";
import { pairOf } from "../id-match/pair-of";
import { withIdMatch } from "../id-match/with-id-match";
import { withYesNo } from "../levers/with-yes-no";
import {
  asLevers,
  behavioursAsked,
  behavioursOf,
  measuresOf,
  type Behaviour,
  type SurvivorshipRequest,
} from "./behaviours";
import { survivorshipCard } from "./card";
import { computeSurvivorship, unitOf } from "./compute";
import { coverageQuery, datedOf, exposuresQuery } from "./exposure-query";
import { groupsCode } from "./groups-code";
import { readKey } from "./names";
import type { survivorshipParams } from "./params";
import { customersQuery, edgeQuery, groupsQuery } from "./query";
import { hasFigure, reportSurvivorship } from "./report";
import { survivorshipResult, type SurvivorshipResult } from "./result";

/** C14: what the best-retained do and those who left did too is no lever; nor is what only those who stayed had time for. */
export const survivorship = withIdMatch<typeof survivorshipParams, SurvivorshipResult>(
  withYesNo<typeof survivorshipParams, SurvivorshipResult>({
    ...survivorshipCard,
    result: survivorshipResult,
    queries: (request): Questions => ({
      ...leverQuestions(asLevers(request)),
      ...(request.params.mode !== "columns" &&
        !leversOverlap(request.params) && { quiet: coverageQuery(request) }),
    }),
    followUp: (answers, request): Questions => {
      const behaviours = behavioursOf(request, answers);
      if (behaviours.length === 0 || !canBegin(request, behaviours)) return {};
      const dated = datedOf(request, behaviours);
      return {
        facts: factsQuery(asLevers(request), measuresOf(request, behaviours).levers),
        edge: edgeQuery(request, behaviours),
        cells: groupsQuery(request, behaviours),
        ...(dated.length && { exposures: exposuresQuery(request, behaviours, unitOf(answers)) }),
      };
    },
    compute: computeSurvivorship,
    report: reportSurvivorship,
    asSql: (request, result) =>
      groupsQuery(asItWas(request, result), result?.behaviours ?? behavioursAsked(request)),
    asTypescript: (request, result, relation, language) =>
      result && !hasFigure(result) ? null : groupsCode(relation, request, result, language),
    customers: (request, result, who) => {
      if (result.behaviours.length === 0) return null;
      const asked = readKey(who ?? "all", result);
      return asked && customersQuery(asItWas(request, result), result.behaviours, asked);
    },
  }),
  ({ data, beside, params }) =>
    params.mode === "contracts" ? pairOf({ data, beside }, "contracts", ["own", "beside"]) : [],
);

/** Columns of first use are behaviours too: a table may have no others. */
function canBegin(request: SurvivorshipRequest, behaviours: readonly Behaviour[]): boolean {
  const [first] = behaviours;
  return canCompare(
    { ...asLevers(request), params: { ...asLevers(request).params, levers: [first!.behaviour] } },
    {},
  );
}
