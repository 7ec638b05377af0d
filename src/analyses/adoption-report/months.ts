import type { Answers, DataSet, Questions } from "../analysis";
import type { OverTimeRequest } from "../attrition-over-time/query";
import { periodsQuery } from "../attrition-over-time/query";
import { readPeriods } from "../attrition-over-time/read-periods";
import { readMoments } from "../logo-attrition/compute";
import { currenciesQuery, momentsQuery, pairsQuery, seriesQuery } from "../logo-attrition/query";
import { readSeries } from "../logo-attrition/read-series";
import { hasRevenue, type LogoRequest } from "../logo-attrition/source";
import { pairsOf, ratiosOf } from "../logo-attrition/bootstrapped";
import { shareOf } from "../share";
import type { Work } from "../workers/work";
import type { Dates } from "./dates";
import type { ReportRequest } from "./params";
import type { MonthResult } from "./result";

/** The months that the dates lie in, as the analysis of logos asks for them; `hasMoney` false: revenue is not told. */
export function logoRequest(
  { data, params, beside }: ReportRequest,
  { asOf, shown }: Pick<Dates, "asOf" | "shown">,
  hasMoney: boolean,
): LogoRequest {
  const { mrr, ...roles } = (beside?.contracts ?? data).roles;
  const contracts: DataSet = {
    ...(beside?.contracts ?? data),
    roles: hasMoney && mrr !== undefined ? { ...roles, mrr } : roles,
  };
  return {
    data: contracts,
    params: {
      mode: "contracts",
      logo: "customer",
      months: [],
      grain: "month",
      weeksAnyway: false,
      grace: params.grace,
      reactivation: false,
      currency: "",
      start: shown.at(-1) ?? "auto",
      periods: monthsIn(shown),
      asOf: asOf ?? params.asOf,
    },
  };
}

/** The same of a log, as the analysis of attrition over time asks for them. */
export function logRequest({ data, params }: ReportRequest, asOf: string | null): OverTimeRequest {
  return {
    data,
    params: {
      mode: "activity",
      rule: undefined,
      k: 1,
      grace: 0,
      grain: "month",
      weeksAnyway: false,
      base: "previous",
      baseline: 6,
      target: null,
      alert: null,
      periods: null,
      asOf: asOf ?? params.asOf,
    },
  };
}

function monthsIn(days: readonly string[]): number {
  const place = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return days.length ? place(days.at(-1)!) - place(days[0]!) + 1 : 1;
}

export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** Asked at once: since when there are contracts, and in which currencies. */
export function monthQuestions(request: ReportRequest): Questions {
  if (request.params.mode !== "contracts") return {};
  const logos = logoRequest(request, { asOf: null, shown: [] }, true);
  return {
    moments: momentsQuery(logos),
    ...(logos.data.roles.currency !== undefined && hasRevenue(logos)
      ? { currencies: currenciesQuery(logos) }
      : {}),
  };
}

/** Money in several currencies is not added up. */
export function mixesMoney({ currencies }: Answers): boolean {
  return currencies !== undefined && currencies.rowCount > 1;
}

/** Asked when the dates are known. */
export function monthFollowUp(answers: Answers, request: ReportRequest, dates: Dates): Questions {
  if (request.params.mode !== "contracts") return { months: periodsQuery(logRequest(request, dates.asOf)) };
  const moments = readMoments(answers);
  if (!moments || !dates.asOf) return {};
  const logos = logoRequest(request, dates, !mixesMoney(answers));
  const known = { ...moments, asOf: dates.asOf, focal: monthOf(dates.shown.at(-1)!) };
  return {
    months: seriesQuery(logos, known),
    ...(hasRevenue(logos) ? { pairs: pairsQuery(logos, known) } : {}),
  };
}

/** Months of the dates with what stayed in them, intervals of revenue by resampling. */
export async function readMonths(
  answers: Answers,
  request: ReportRequest,
  dates: Dates,
  work: Work,
): Promise<MonthResult[]> {
  const { months, pairs } = answers;
  if (!months || !dates.asOf) return [];
  const wanted = new Set(dates.shown.map(monthOf));
  if (request.params.mode !== "contracts")
    return readPeriods(months)
      .filter(({ opens }) => wanted.has(opens))
      .map(({ opens, closes, state, isJudged, atStart, lost }) => ({
        opens,
        closes,
        state: state === "complete" && !isJudged ? "not observed" : state,
        logos: shareOf(atStart - lost, atStart),
        money: null,
      }));
  const hasMoney = hasRevenue(logoRequest(request, dates, !mixesMoney(answers)));
  const series = readSeries(months, { asOf: dates.asOf, hasMoney, withReturned: false, months: null });
  const found: MonthResult[] = [];
  for (const { opens, closes, state, counts, money } of series) {
    if (!wanted.has(opens)) continue;
    const rates = { gross: money?.gross ?? null, net: money?.net ?? null };
    const isTold = state === "complete" && pairs !== undefined && money !== null;
    const told = isTold ? await ratiosOf(pairsOf(pairs, opens), rates, work) : null;
    found.push({
      opens,
      closes,
      state,
      logos: shareOf(counts.atStart - counts.lost, counts.atStart),
      money: money && {
        start: money.start,
        unknown: money.unknown,
        gross: told?.gross ?? { rate: rates.gross, interval: null },
        net: told?.net ?? { rate: rates.net, interval: null },
      },
    });
  }
  return found;
}
