import type { Analysis, Questions } from "../analysis";
import { logoBridgeCode } from "./bridge-code";
import { bridgeQuery } from "./bridge-query";
import { logoAttritionCard } from "./card";
import { computeLogos, mixesCurrencies, readMoments } from "./compute";
import { logosQuery } from "./customers";
import type { Moments } from "./moves";
import { refusesWeeks, type logoParams } from "./params";
import {
  accountsQuery,
  currenciesQuery,
  largestQuery,
  momentsQuery,
  monthsQuery,
  odditiesQuery,
  seriesQuery,
} from "./query";
import { hasFigure, reportLogos } from "./report";
import { focalPeriod, logoResult, type LogoResult } from "./result";
import { logoRowQuestions } from "./row-questions";
import { hasRevenue } from "./source";

/** C09: logos that left, and how much of the revenue of those at the start is kept. */
export const logoAttrition: Analysis<typeof logoParams, LogoResult> = {
  ...logoAttritionCard,
  result: logoResult,
  queries: (request): Questions => {
    if (refusesWeeks(request.params)) return {};
    return {
      moments: momentsQuery(request),
      ...(request.data.roles.currency !== undefined && request.params.mode !== "columns"
        ? { currencies: currenciesQuery(request) }
        : {}),
      ...(request.params.mode !== "contracts" ? { months: monthsQuery(request) } : {}),
      ...logoRowQuestions(request),
    };
  },
  followUp: (answers, request): Questions => {
    const moments = readMoments(answers);
    if (!moments || mixesCurrencies(answers, request)) return {};
    return {
      series: seriesQuery(request, moments),
      oddities: odditiesQuery(request, moments),
      ...(hasRevenue(request)
        ? { accounts: accountsQuery(request, moments), largest: largestQuery(request, moments) }
        : {}),
    };
  },
  compute: computeLogos,
  report: reportLogos,
  asSql: (request, result) => bridgeQuery(request, result && momentsOf(result)),
  asTypescript: (request, result, relation, language) =>
    result && !hasFigure(result)
      ? null
      : logoBridgeCode(
          relation,
          { hasMoney: hasRevenue(request), focal: result && focalPeriod(result) },
          language,
        ),
  customers: logosQuery,
};

/** As they were found, so that the code tells what the report told. */
function momentsOf(result: LogoResult): Moments | null {
  const focal = focalPeriod(result);
  return focal && result.asOf
    ? { asOf: result.asOf, firstDay: result.series[0]!.opens, focal: focal.opens }
    : null;
}
