import { sql } from "../../engine";
import type { Analysis, Questions } from "../analysis";
import { activityExtent } from "../extent";
import { activityRowQuestions } from "../row-counts";
import { retentionDefinitionsCard } from "./card";
import { churnQuery } from "./churn-query";
import { computeDefinitions } from "./compute";
import { customersQuery } from "./customers";
import { definitionsCode } from "./definitions-code";
import type { definitionParams } from "./params";
import { definitionsQuery, type DefinitionsRequest } from "./query";
import { hasFigure, reportDefinitions } from "./report";
import { definitionsResult, type DefinitionsResult } from "./result";

/** C04, the comparator: one log by the definitions of several tools, and why their numbers differ. */
export const retentionDefinitions: Analysis<typeof definitionParams, DefinitionsResult> = {
  ...retentionDefinitionsCard,
  result: definitionsResult,
  queries: (request): Questions => ({
    known: sql`select as_of::date as as_of from (${activityExtent(request.data, request.params.asOf)})`,
    definitions: definitionsQuery(request),
    churn: churnQuery(request),
    ...activityRowQuestions(request.data, request.params.asOf),
  }),
  compute: computeDefinitions,
  report: reportDefinitions,
  asSql: (request, result) => definitionsQuery(asItWas(request, result)),
  asTypescript: (request, result, relation, language) =>
    result && !hasFigure(result) ? null : definitionsCode(relation, request, language),
  customers: (request, result, who) => customersQuery(asItWas(request, result), result, who),
};

/** With the day the data were known until when it ran. */
function asItWas(request: DefinitionsRequest, result: DefinitionsResult | null): DefinitionsRequest {
  return { ...request, params: { ...request.params, asOf: result?.asOf ?? request.params.asOf } };
}
