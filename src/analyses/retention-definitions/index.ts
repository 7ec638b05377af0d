import { sql } from "../../engine";
import type { Questions } from "../analysis";
import { activityExtent } from "../extent";
import { pairOf } from "../id-match/pair-of";
import { withIdMatch } from "../id-match/with-id-match";
import { activityRowQuestions } from "../row-counts";
import { retentionDefinitionsCard } from "./card";
import { churnQuery } from "./churn-query";
import { computeDefinitions } from "./compute";
import { contractChurnQuery, contractsOf } from "./contract-churn";
import { customersQuery } from "./customers";
import { definitionsCode } from "./definitions-code";
import type { definitionParams } from "./params";
import { definitionsQuery, type DefinitionsRequest } from "./query";
import { hasFigure, reportDefinitions } from "./report";
import { definitionsResult, type DefinitionsResult } from "./result";

/** C04, the comparator: one log by the definitions of several tools, and why their numbers differ. */
export const retentionDefinitions = withIdMatch<typeof definitionParams, DefinitionsResult>(
  {
    ...retentionDefinitionsCard,
    result: definitionsResult,
    queries: (request): Questions => ({
      known: sql`select as_of::date as as_of from (${activityExtent(request.data, request.params.asOf)})`,
      definitions: definitionsQuery(request),
      churn: churnQuery(request),
      ...contractQuestions(request),
      ...activityRowQuestions(request.data, request.params.asOf),
    }),
    compute: computeDefinitions,
    report: reportDefinitions,
    asSql: (request, result) => definitionsQuery(asItWas(request, result)),
    asTypescript: (request, result, relation, language) =>
      result && !hasFigure(result) ? null : definitionsCode(relation, request, language),
    customers: (request, result, who) => customersQuery(asItWas(request, result), result, who),
  },
  ({ data, beside, params }) =>
    params.contracts === null
      ? []
      : pairOf({ data, beside }, "contracts", ["own", "beside"], { isExtra: true }),
);

function contractQuestions(request: DefinitionsRequest): Questions {
  const terms = contractsOf(request);
  return terms ? { contracts: contractChurnQuery(request, terms) } : {};
}

/** With the day the data were known until when it ran. */
function asItWas(request: DefinitionsRequest, result: DefinitionsResult | null): DefinitionsRequest {
  return { ...request, params: { ...request.params, asOf: result?.asOf ?? request.params.asOf } };
}
