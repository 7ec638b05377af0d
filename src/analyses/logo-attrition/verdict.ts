import { monthColumns } from "../month-columns";
import type { Verdict } from "../report";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { keyOf } from "./customers";
import { focalPeriod, type LogoPeriod, type LogoResult } from "./result";
import type { LogoRequest } from "./source";

/** How many logos left and what went with them; then what is kept of the revenue. */
export function logoVerdict(
  result: LogoResult,
  request: LogoRequest,
  flips: boolean,
  language: Language,
): Verdict {
  const { texts, format } = language;
  const { verdict, next } = texts.logoAttrition;
  const focal = focalPeriod(result);
  const cannotTell = (sentence: string, way: string): Verdict => ({
    level: "cannot-tell",
    sentence,
    next: way,
  });
  switch (result.refused) {
    case "weeks":
      return { level: "refused", sentence: verdict.weeks, next: next.weeks };
    case "sheet-weeks":
      return { level: "refused", sentence: verdict.sheetWeeks, next: next.sheetWeeks };
    case "currencies": {
      const named = result.currencies.map(({ currency }) => currency ?? verdict.noCurrency);
      return {
        level: "refused",
        sentence: verdict.currencies(format.list(named.slice(0, 10))),
        next: next.currencies,
      };
    }
    case null:
      break;
  }
  if (!focal) {
    const { data, params } = request;
    const isUnnamed = params.mode === "columns" && monthColumns(data.columns, params.months).length === 0;
    return isUnnamed ? cannotTell(verdict.noMonths, next.noMonths) : cannotTell(verdict.noRows, next.noRows);
  }
  if (focal.state === "not observed")
    return cannotTell(verdict.notObserved(focal.opens, result.grain), next.notObserved);
  const { rate, interval } = focal.attrition;
  if (rate === null || interval === null)
    return cannotTell(verdict.noBase(focal.opens, result.grain), next.noBase);
  if (focal.state === "in progress")
    return cannotTell(
      verdict.running({
        closes: focal.closes,
        asOf: result.asOf ?? focal.opens,
        unseen: focal.counts.lost,
        n: focal.counts.atStart,
      }),
      next.running(focal.closes),
    );
  const isSmall = isSmallSample(focal.attrition);
  const said = texts.base.interval(format.percent(interval[0]), format.percent(interval[1]));
  const isConcentrated = (result.concentration?.topFive ?? 0) > 0.5 && focal.counts.atStart > 5;
  return {
    level: flips || isSmall ? "likely" : "certain",
    sentence: [
      verdict.found({
        opens: focal.opens,
        grain: result.grain,
        lost: focal.counts.lost,
        n: focal.counts.atStart,
        rate: format.percent(rate),
        interval: said,
        thatIs: texts.base.thatIs(rate, focal.attrition.n),
      }),
      ...moneySentences(result, focal, interval, language),
    ].join(" "),
    number: {
      value: format.percent(rate),
      interval: said,
      base: texts.logoAttrition.ofLogos(focal.counts.lost, focal.counts.atStart),
      who: {
        key: keyOf(focal.opens, "lost"),
        label: texts.logoAttrition.whoIn(
          texts.logoAttrition.who.lost,
          texts.base.period(focal.opens, result.grain),
        ),
      },
    },
    next: isSmall ? next.small(focal.counts.atStart) : isConcentrated ? next.concentrated : next.found,
  };
}

function moneySentences(
  { hasMoney, gross, net }: LogoResult,
  { money, counts }: LogoPeriod,
  [low, high]: readonly [number, number],
  { texts, format }: Language,
): string[] {
  const { verdict } = texts.logoAttrition;
  if (!hasMoney || !money) return [verdict.noMoney];
  if (gross.rate === null || net.rate === null) return [verdict.noMoneyBase];
  const share = money.lost / money.start;
  const size = share > high ? "large" : share < low ? "small" : "even";
  const interval = (one: readonly [number, number] | null) =>
    one && texts.base.interval(format.percent(one[0]), format.percent(one[1]));
  return [
    ...(counts.lost > 0 ? [verdict.money[size](format.percentBeside(share, [low, high]))] : []),
    verdict.rates({
      gross: format.percent(gross.rate),
      grossInterval: interval(gross.interval),
      net: format.percent(net.rate),
      netInterval: interval(net.interval),
    }),
  ];
}
