import type { Table } from "../../engine";
import type { Answers } from "../analysis";
import { countAt, dayAt, numberAt, textAt } from "../answer";
import { rowCounts } from "../row-counts";
import type { Work } from "../workers/work";
import { bootstrapped } from "./bootstrapped";
import type { Moments } from "./moves";
import { refusesWeeks } from "./params";
import { ratio, readSeries } from "./read-series";
import type { LogoPeriod, LogoResult } from "./result";
import { hasRevenue, type LogoRequest } from "./source";

export async function computeLogos(answers: Answers, request: LogoRequest, work: Work): Promise<LogoResult> {
  const { params } = request;
  const moments = readMoments(answers);
  const currencies = answers.currencies ? readCurrencies(answers.currencies) : [];
  const refused = refusesWeeks(params)
    ? params.mode === "contracts"
      ? "weeks"
      : "sheet-weeks"
    : mixesCurrencies(answers, request)
      ? "currencies"
      : null;
  const hasMoney = hasRevenue(request);
  const series =
    answers.series && moments && !refused
      ? readSeries(answers.series, {
          asOf: moments.asOf,
          hasMoney,
          withReturned: params.reactivation,
          months: answers.months ? readMonths(answers.months) : null,
        })
      : [];
  const focal = series[series.length - 1] ?? null;
  const isTold = hasMoney && focal !== null && focal.state === "complete" && answers.accounts !== undefined;
  const { gross, net, bootstrap } = isTold ? await bootstrapped(answers.accounts!, focal, work) : nothing;
  return {
    refused,
    grain: params.grain,
    hasMoney,
    rows: answers.rows ? rowCounts(answers) : null,
    asOf: moments?.asOf ?? null,
    currencies,
    currency: params.currency || (currencies.length === 1 ? currencies[0]!.currency : null),
    series,
    gross,
    net,
    bootstrap,
    concentration: isTold && answers.largest ? concentrationOf(answers.largest, focal) : null,
    oddities: {
      unpaid: answers.oddities ? countAt(answers.oddities, 0, "unpaid") : 0,
      negative: answers.oddities ? countAt(answers.oddities, 0, "negative") : 0,
      overlapping: answers.oddities ? countAt(answers.oddities, 0, "overlapping") : 0,
    },
  };
}

const nothing = {
  gross: { rate: null, interval: null },
  net: { rate: null, interval: null },
  bootstrap: null,
} as const;

/** Null when the data hold no day to begin from. */
export function readMoments({ moments }: Answers): Moments | null {
  if (!moments || moments.rowCount === 0) return null;
  const asOf = dayAt(moments, 0, "as_of");
  const firstDay = dayAt(moments, 0, "first_day");
  const focal = dayAt(moments, 0, "focal");
  return asOf && firstDay && focal ? { asOf, firstDay, focal } : null;
}

/** Money in several currencies is never added up: one has to be chosen. */
export function mixesCurrencies({ currencies }: Answers, request: LogoRequest): boolean {
  return (
    request.params.currency === "" &&
    hasRevenue(request) &&
    currencies !== undefined &&
    readCurrencies(currencies).length > 1
  );
}

function readCurrencies(table: Table): LogoResult["currencies"] {
  return Array.from({ length: table.rowCount }, (_, row) => ({
    currency: table.text(row, "currency"),
    rows: countAt(table, row, "rows"),
    logos: countAt(table, row, "logos"),
  }));
}

function readMonths(table: Table): ReadonlySet<string> {
  return new Set(Array.from({ length: table.rowCount }, (_, row) => dayAt(table, row, "month") ?? ""));
}

function concentrationOf(table: Table, { money }: LogoPeriod): LogoResult["concentration"] {
  if (table.rowCount === 0 || !money) return null;
  const before = Array.from({ length: table.rowCount }, (_, row) => numberAt(table, row, "before") ?? 0);
  const largestStart = before[0]!;
  const largestEnd = numberAt(table, 0, "after") ?? 0;
  const retained = money.start - money.lost - money.contraction - Math.min(largestStart, largestEnd);
  return {
    largest: textAt(table, 0, "logo"),
    largestStart,
    largestEnd,
    topFive: ratio(
      before.reduce((sum, one) => sum + one, 0),
      money.start,
    ),
    grossWithout: table.rowCount > 1 ? ratio(retained, money.start - largestStart) : null,
  };
}
