import type { Analysis, Questions } from "../analysis";
import { activityRowQuestions } from "../row-counts";
import { computeRepeatPurchase, readAsOf } from "./compute";
import { repeatPurchaseCard } from "./card";
import type { repeatPurchaseParams } from "./params";
import { pairsQuestion } from "./products";
import { asOfQuestion, countsQuery, daysQuery, gapQuestion, refundQuestion } from "./query";
import { reportRepeatPurchase } from "./report";
import { repeatPurchaseResult, type RepeatPurchaseResult } from "./result";
import { curveCode } from "./curve-code";
import { customersQuery } from "./who";

export const repeatPurchase: Analysis<typeof repeatPurchaseParams, RepeatPurchaseResult> = {
  ...repeatPurchaseCard,
  result: repeatPurchaseResult,
  queries: (request): Questions => ({
    known: asOfQuestion(request),
    gap: gapQuestion(request),
    ...activityRowQuestions(request.data, request.params.asOf),
  }),
  followUp: (answers, request): Questions => {
    const known = readAsOf(answers);
    if (known === null) return {};
    return {
      counts: countsQuery(request, known),
      ...refundQuestion(request, known),
      ...pairsQuestion(request, known),
    };
  },
  compute: computeRepeatPurchase,
  report: reportRepeatPurchase,
  asSql: (request, result) => daysQuery(request, result?.asOf ?? null),
  asTypescript: ({ params }, result, relation, language) =>
    result && result.days.length === 0 ? null : curveCode(relation, params, result, language),
  customers: customersQuery,
};
