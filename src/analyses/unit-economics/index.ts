import type { Analysis, Questions } from "../analysis";
import { activityRowQuestions, contractRowQuestions } from "../row-counts";
import { unitEconomicsCard } from "./card";
import { computeUnitEconomics, readAsOf } from "./compute";
import type { unitEconomicsParams } from "./params";
import { asOfQuestion, livesQuestion, spendQuestions } from "./query";
import { reportUnitEconomics } from "./report";
import { unitEconomicsResult, type UnitEconomicsResult } from "./result";
import { valueCode } from "./value-code";
import { valueQuery } from "./value-query";
import { customersQuery } from "./who";

export const unitEconomics: Analysis<typeof unitEconomicsParams, UnitEconomicsResult> = {
  ...unitEconomicsCard,
  result: unitEconomicsResult,
  queries: (request): Questions => {
    const { data, params } = request;
    if (params.mode === "inputs") return {};
    const rows = params.mode === "contracts" ? contractRowQuestions : activityRowQuestions;
    return { known: asOfQuestion(request), ...rows(data, params.asOf) };
  },
  followUp: (answers, request): Questions => {
    const known = readAsOf(answers);
    if (known === null) return {};
    return { lives: livesQuestion(request, known), ...spendQuestions(request, known) };
  },
  compute: computeUnitEconomics,
  report: reportUnitEconomics,
  asSql: (request, result) => valueQuery(request, result?.asOf ?? null),
  asTypescript: (_, result, relation, language) =>
    result && result.curve.length === 0 ? null : valueCode(relation, result, language),
  customers: customersQuery,
};
