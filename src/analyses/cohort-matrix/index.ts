import { pairOf } from "../id-match/pair-of";
import { withIdMatch } from "../id-match/with-id-match";
import { cohortMatrixCard } from "./card";
import { computeCohorts } from "./compute";
import { customersQuery } from "./customers";
import { heatCode } from "./heat-code";
import type { CohortRequest } from "./lives";
import type { cohortParams } from "./params";
import { cellsQuery } from "./query";
import { firstQuestions, secondQuestions } from "./questions";
import { hasFigure, reportCohorts } from "./report";
import { cohortResult, type CohortResult } from "./result";

/** C04: of the customers who came together, how many are there period after period. */
export const cohortMatrix = withIdMatch<typeof cohortParams, CohortResult>(
  {
    ...cohortMatrixCard,
    result: cohortResult,
    queries: firstQuestions,
    followUp: secondQuestions,
    compute: computeCohorts,
    report: reportCohorts,
    asSql: (request, result) => cellsQuery(asItWas(request, result)),
    asTypescript: (request, result, relation, language) =>
      result && !hasFigure(result) ? null : heatCode(relation, request, language),
    customers: (request, result, who) => customersQuery(asItWas(request, result), result, who),
  },
  ({ data, beside, params: { by, people } }) =>
    people === null || (by !== "signup" && by !== "attribute")
      ? []
      : pairOf({ data, beside }, "people", by === "signup" ? ["own", "beside"] : ["own"]),
);

/** With the day the data were known until when it ran. */
function asItWas(request: CohortRequest, result: CohortResult | null): CohortRequest {
  return { ...request, params: { ...request.params, asOf: result?.asOf ?? request.params.asOf } };
}
