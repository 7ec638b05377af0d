import { intervalText } from "../findings";
import type { Verdict } from "../report";
import type { Language } from "../texts";
import type { DefinitionsRequest } from "./query";
import type { Defined, DefinitionsResult } from "./result";
import { askedOf } from "./tables";

/** How far apart the definitions are: a fact about these rows, so that nothing is estimated. */
export function definitionsVerdict(
  result: DefinitionsResult,
  request: DefinitionsRequest,
  language: Language,
): Verdict {
  const { texts, format } = language;
  const { verdict, next, period, who } = texts.retentionDefinitions;
  if (result.asOf === null) return { level: "cannot-tell", sentence: verdict.noRows, next: next.noRows };
  const ours = result.definitions.find(({ id }) => id === "ours");
  if (!ours || ours.rate === null || ours.interval === null)
    return { level: "cannot-tell", sentence: verdict.notOver(period(result)), next: next.notOver };
  const rate = format.percent(ours.rate);
  const interval = intervalText(ours.interval, language);
  return {
    level: "certain",
    sentence: [
      ...rangeOf(result, ours, language),
      verdict.ours({ rate, interval, x: ours.x, n: ours.n }),
      ...largestOf(result, request, language),
      ...churnOf(result, language),
    ].join(" "),
    number: {
      value: rate,
      interval,
      base: texts.base.ofBase(ours.x, ours.n),
      who: { key: "returned", label: who.returned(period(result)) },
    },
    next: next.found,
  };
}

function rangeOf(result: DefinitionsResult, ours: Defined, { texts, format }: Language): string[] {
  const { verdict, period } = texts.retentionDefinitions;
  const rates = ratesOf(result.definitions);
  const [low, high] = [Math.min(...rates), Math.max(...rates)];
  if (low === high) return [verdict.same({ rate: format.percent(ours.rate ?? 0), period: period(result) })];
  return [
    verdict.range({
      low: format.percentBeside(low, [high]),
      high: format.percentBeside(high, [low]),
      period: period(result),
    }),
  ];
}

function largestOf(
  { definitions }: DefinitionsResult,
  request: DefinitionsRequest,
  { texts, format }: Language,
): string[] {
  const { verdict, name, says } = texts.retentionDefinitions;
  const asked = askedOf(request);
  const [largest] = definitions
    .filter(({ difference }) => difference !== null && difference !== 0)
    .sort((a, b) => Math.abs(b.difference!) - Math.abs(a.difference!));
  if (!largest || largest.rate === null || largest.difference === null) return [];
  return [
    verdict.largest({
      name: name(largest.id, asked),
      says: says(largest.id, asked),
      rate: format.percent(largest.rate),
      points: texts.base.points(Math.abs(largest.difference)),
      isLower: largest.difference < 0,
    }),
  ];
}

function churnOf({ month, churn, contracts }: DefinitionsResult, language: Language): string[] {
  const { verdict } = language.texts.retentionDefinitions;
  return [
    ...(month ? spanOf(month.opens, churn, verdict.churn, verdict.churnSame, language) : []),
    ...(contracts
      ? spanOf(contracts.opens, contracts.churn, verdict.contracts, verdict.contractsSame, language)
      : []),
  ];
}

function spanOf(
  opens: string,
  churn: DefinitionsResult["churn"],
  between: (month: string, low: string, high: string) => string,
  same: (month: string, rate: string) => string,
  { format }: Language,
): string[] {
  const rates = ratesOf(churn);
  if (rates.length === 0) return [];
  const [low, high] = [Math.min(...rates), Math.max(...rates)];
  const name = format.month(opens);
  return low === high
    ? [same(name, format.percent(low))]
    : [between(name, format.percentBeside(low, [high]), format.percentBeside(high, [low]))];
}

function ratesOf(rows: readonly { readonly rate: number | null }[]): number[] {
  return rows.flatMap(({ rate }) => (rate === null ? [] : [rate]));
}
