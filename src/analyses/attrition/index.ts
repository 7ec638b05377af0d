import { attritionCard } from "./card";
import type { Analysis, Questions } from "../analysis";
import { bridgeCode } from "../bridge-code";
import { activityRowQuestions, contractRowQuestions } from "../row-counts";
import { usualGapQuestion } from "../usual-gap";
import { computeAttrition, readBoundaries } from "./compute";
import { counted, isCountKey } from "./kinds";
import type { attritionParams } from "./params";
import { attritionQuery, boundariesQuery, customersQuery } from "./query";
import { hasFigure, reportAttrition } from "./report";
import { attritionResult, type AttritionResult } from "./result";

/** C02: of the customers who were there when a period began, the share that was gone when it ended. */
export const attrition: Analysis<typeof attritionParams, AttritionResult> = {
  ...attritionCard,
  result: attritionResult,
  queries: (request) => {
    const { data, params } = request;
    const boundaries = boundariesQuery(request);
    if (params.mode === "contracts") return { boundaries, ...contractRowQuestions(data, params.asOf) };
    return {
      boundaries,
      gap: usualGapQuestion(data, params.asOf),
      ...activityRowQuestions(data, params.asOf),
    };
  },
  followUp: (answers, request): Questions => {
    const known = readBoundaries(answers);
    return known ? { attrition: attritionQuery(request, known) } : {};
  },
  compute: computeAttrition,
  report: reportAttrition,
  asSql: (request, result) => attritionQuery(request, result?.period ?? null),
  asTypescript: (_, result, relation, language) =>
    result && !hasFigure(result) ? null : bridgeCode(relation, language, true),
  customers: (request, { period }, who) => {
    if (!period || (who !== null && !isCountKey(who))) return null;
    return customersQuery(request, period, who === null ? null : counted[who]);
  },
};
