import type { Verdict } from "../report";
import type { Language } from "../texts";
import { fewestLost } from "./model";
import type { LeadRequest } from "./query";
import type { LagResult, LeadResult } from "./result";

/** The answer for the months ahead that the form asks for; null only while nothing could be counted. */
export function askedLag({ lags }: LeadResult, { params }: LeadRequest): LagResult {
  return lags.find(({ lag }) => lag === params.lag)!;
}

export type Lead = "lead" | "reversed" | "none" | "unknown";

/** By q over all lags, never by p alone. */
export function leadOf({ fit }: LagResult): Lead {
  if (!fit) return "unknown";
  if (fit.q >= 0.05) return "none";
  return fit.oddsRatio > 1 ? "lead" : "reversed";
}

export function verdictOf(result: LeadResult, request: LeadRequest, language: Language): Verdict {
  const { verdict, next } = language.texts.userLogoLead;
  const { accounts, atRiskNow } = result;
  const lag = askedLag(result, request);
  const cannotTell = (sentence: string, way: string): Verdict => ({
    level: "cannot-tell",
    sentence,
    next: way,
  });
  if (accounts.matched === 0)
    return cannotTell(verdict.noMatch(accounts.ofUsers, accounts.known), next.tables);
  if (accounts.used === 0) return cannotTell(verdict.noMonths(request.params.minSeats), next.users);
  if (lag.lostAccounts === 0)
    return cannotTell(verdict.nobodyLost(accounts.used, lag.lag), next.fewLost(fewestLost));
  if (lag.lostAccounts < fewestLost)
    return cannotTell(verdict.fewLost(lag.lostAccounts), next.fewLost(fewestLost - lag.lostAccounts));
  if (!lag.fit) return cannotTell(verdict.noFit, next.none);
  const said = oddsSaid(lag, language)!;
  switch (leadOf(lag)) {
    case "lead":
      return {
        level: "likely",
        sentence: leadSentence(result, request, language),
        number: numberOf(result, language),
        next: next.atRisk(atRiskNow.flagged),
      };
    case "reversed":
      return { level: "likely", sentence: verdict.reversed(said), next: next.none };
    case "none":
    case "unknown":
      return cannotTell(verdict.none(said), next.none);
  }
}

function leadSentence(result: LeadResult, request: LeadRequest, language: Language): string {
  const { texts, format } = language;
  const { verdict } = texts.userLogoLead;
  const above = result.lift.find(({ part }) => part === "above");
  const below = result.lift.find(({ part }) => part === "below");
  const { lost } = result;
  const interval = (one: { interval: readonly [number, number] }) =>
    texts.base.interval(format.percent(one.interval[0]), format.percent(one.interval[1]));
  const first =
    above && below && above.rate > below.rate
      ? verdict.lead({
          threshold: format.percent(request.params.threshold),
          lag: request.params.lag,
          above: format.percentBeside(above.rate, [below.rate]),
          aboveInterval: interval(above),
          below: format.percentBeside(below.rate, [above.rate]),
          belowInterval: interval(below),
        })
      : verdict.leadByOdds(oddsSaid(askedLag(result, request), language)!);
  if (lost.flagged === 0 || !lost.leadDays) return first;
  return `${first} ${verdict.before({ flagged: lost.flagged, lost: lost.accounts, days: Math.floor(lost.leadDays.median) })}`;
}

function numberOf(result: LeadResult, { texts, format }: Language): Verdict["number"] {
  const above = result.lift.find(({ part }) => part === "above");
  if (!above) return undefined;
  return {
    value: format.percent(above.rate),
    interval: texts.base.interval(format.percent(above.interval[0]), format.percent(above.interval[1])),
    base: texts.userLogoLead.verdict.base(above.lost, above.accountMonths),
  };
}

/** An odds ratio with two digits; a bound next to 1 with as many as keep it on its side. */
export function oddsSaid(lag: LagResult, { texts, format }: Pick<Language, "texts" | "format">) {
  if (!lag.fit) return null;
  const odds = (value: number) => {
    const digits = [2, 3, 4, 5, 6].find((one) => value === 1 || Number(value.toFixed(one)) !== 1) ?? 6;
    return format.number(value, digits);
  };
  const [low, high] = lag.fit.interval;
  return {
    lag: lag.lag,
    odds: odds(lag.fit.oddsRatio),
    interval: texts.base.interval(odds(low), odds(high)),
  };
}
