import type { Analysis, Questions } from "../analysis";
import { contractRowQuestions } from "../row-counts";
import { renewalProjectionCard } from "./card";
import { computeRenewalProjection, readAsOf } from "./compute";
import { curveCode } from "./curve-code";
import { curveQuery } from "./curve-query";
import type { renewalProjectionParams } from "./params";
import { asOfQuestion, livesQuestion, survivorsQuery, termsQuestion } from "./query";
import { reportRenewalProjection } from "./report";
import { renewalProjectionResult, type RenewalProjectionResult } from "./result";
import { customersQuery } from "./who";

export const renewalProjection: Analysis<typeof renewalProjectionParams, RenewalProjectionResult> = {
  ...renewalProjectionCard,
  result: renewalProjectionResult,
  queries: (request): Questions =>
    request.params.mode === "columns"
      ? { survivors: survivorsQuery(request) }
      : { known: asOfQuestion(request), ...contractRowQuestions(request.data, request.params.asOf) },
  followUp: (answers, request): Questions => {
    const known = readAsOf(answers);
    if (known === null) return {};
    return { lives: livesQuestion(request, known), terms: termsQuestion(request, known) };
  },
  compute: computeRenewalProjection,
  report: reportRenewalProjection,
  asSql: curveQuery,
  asTypescript: (_, result, relation, language) =>
    result?.fit.ok ? curveCode(relation, result.fit.renewals, language) : null,
  customers: customersQuery,
};
