import { sql } from "../../engine";
import type { Questions } from "../analysis";
import { behaviourPairs } from "../id-match/behaviour-pairs";
import { withIdMatch } from "../id-match/with-id-match";
import { usageQuartilesCard } from "./card";
import { columnOf, tableOf, textOrNull } from "../role-columns";
import { activityRowQuestions } from "../row-counts";
import { valueQuestions } from "../segments/dimensions-of";
import { statusesQuery } from "../statuses";
import { tableRowQuestions } from "../table-rows";
import { computeUsage, dimensionsOf, hasCurrencies } from "./compute";
import { overlaps, type usageParams } from "./params";
import { readKey } from "./names";
import { quartersCode } from "./quarters-code";
import { cellsQuery, customersQuery, factsQuery, quartersQuery, strataOf } from "./query";
import { hasFigure, reportUsage } from "./report";
import { usageResult, type UsageResult } from "./result";
import type { UsageRequest } from "./spans";

/** C06: do those who use something more leave less? Usage in one window, leaving in a later one. */
export const usageQuartiles = withIdMatch<typeof usageParams, UsageResult>(
  {
    ...usageQuartilesCard,
    result: usageResult,
    queries: (request): Questions => {
      const { data, params } = request;
      if (overlaps(params)) return {};
      const { data: people, by } = strataOf(request);
      const values = by === null ? {} : valueQuestions(people, [by]);
      return params.mode === "columns"
        ? { ...tableRowQuestions(data), statuses: statusesQuery(data), ...values }
        : { ...activityRowQuestions(data, params.asOf), ...currencyQuestion(request), ...values };
    },
    followUp: (answers, request): Questions => {
      const { params } = request;
      const { mode, left, feature, event } = params;
      if (hasCurrencies(answers)) return {};
      if (overlaps(params) || (mode === "columns" ? left === "" : feature === "event" && event === ""))
        return {};
      return { facts: factsQuery(request), cells: cellsQuery(request, dimensionsOf(request, answers)) };
    },
    compute: computeUsage,
    report: reportUsage,
    asSql: (request, result) => quartersQuery(asItWas(request, result)),
    asTypescript: ({ params }, result, relation, language) =>
      result && !hasFigure(result) ? null : quartersCode(relation, params.zerosApart, language),
    customers: (request, result, who) => {
      if (!hasFigure(result)) return null;
      const asked = readKey(who ?? "all", result);
      return asked && customersQuery(asItWas(request, result), asked);
    },
  },
  behaviourPairs,
);

/** The days that were found stay when more data come. */
function asItWas(request: UsageRequest, result: UsageResult | null): UsageRequest {
  const { params } = request;
  if (params.mode === "columns" || !result) return request;
  const month = params.window === "month" ? (result.from ?? params.month) : params.month;
  return { ...request, params: { ...params, month, asOf: result.asOf ?? params.asOf } };
}

/** Amounts in different currencies have no sum. */
function currencyQuestion({ data, params }: UsageRequest): Questions {
  if (params.feature !== "column" || data.roles.currency === undefined) return {};
  const currency = textOrNull(columnOf(data, "currency"));
  return { currencies: sql`select count(distinct ${currency}) as currencies from ${tableOf(data)}` };
}
