import type { Analysis, Questions } from "../analysis";
import { contractRowQuestions } from "../row-counts";
import { tableRowQuestions } from "../table-rows";
import { exitThemesCard } from "./card";
import { computeExit, readAsOf, readCodes } from "./compute";
import { logosBehind } from "./customers";
import type { exitParams } from "./params";
import {
  agreementQuery,
  codesQuery,
  currenciesQuery,
  frequenciesQuery,
  pairsQuery,
  themesQuery,
  totalsQuery,
} from "./query";
import { hasFigure, reportExit } from "./report";
import { exitResult, type ExitResult } from "./result";
import { asOfQuery } from "./source";
import { themesCode } from "./themes-code";

/** C13: why logos left, by those who said so, and how much the silent ones could change. */
export const exitThemes: Analysis<typeof exitParams, ExitResult> = {
  ...exitThemesCard,
  result: exitResult,
  queries: (request): Questions => ({
    known: asOfQuery(request),
    codes: codesQuery(request, null),
    ...(request.data.roles.currency === undefined ? {} : { currencies: currenciesQuery(request) }),
    ...(request.params.mode === "contracts"
      ? contractRowQuestions(request.data, request.params.asOf)
      : tableRowQuestions(request.data)),
  }),
  followUp: (answers, request): Questions => {
    const asOf = readAsOf(answers);
    if (asOf === null && request.params.mode === "contracts") return {};
    const codes = readCodes(answers);
    return {
      totals: totalsQuery(request, asOf),
      themes: themesQuery(request, asOf, codes),
      frequencies: frequenciesQuery(request, asOf, codes),
      pairs: pairsQuery(request, asOf, codes),
      ...(request.params.secondCoder === null ? {} : { agreement: agreementQuery(request, asOf, codes) }),
    };
  },
  compute: computeExit,
  report: reportExit,
  asSql: (request, result) => themesQuery(request, result?.asOf ?? null, result?.codes ?? null),
  asTypescript: (_, result, relation, language) =>
    result && !hasFigure(result) ? null : themesCode(relation, language),
  customers: logosBehind,
};
