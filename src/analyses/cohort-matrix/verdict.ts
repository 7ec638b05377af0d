import { intervalText } from "../findings";
import type { Verdict } from "../report";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import type { CohortRequest } from "./lives";
import { everybody, stepName, whoIs } from "./names";
import { isInTime } from "./params";
import type { CohortResult, StepResult } from "./result";
import { averageOf, shownOf } from "./shares";
import { totalText } from "./tables";

/** The share of one period over all cohorts, where it goes from cohort to cohort, and what is not over yet. */
export function cohortVerdict(
  result: CohortResult,
  request: CohortRequest,
  flips: boolean,
  language: Language,
): Verdict {
  const { texts } = language;
  const { params } = request;
  const told = texts.cohortMatrix;
  const cannotTell = (sentence: string, next: string): Verdict => ({ level: "cannot-tell", sentence, next });
  const why = result.refused;
  if (why === "currencies")
    return {
      level: "refused",
      sentence: told.refused.currencies(result.currencies.map(({ currency }) => currency || "—")),
      next: told.refusedNext.currencies,
    };
  if (why)
    return {
      level: why === "after-amounts" ? "refused" : "cannot-tell",
      sentence: told.refused[why],
      next: told.refusedNext[why],
    };
  if (result.rows?.used === 0) return cannotTell(told.verdict.noRows, told.next.noRows);
  if (result.cohorts.length === 0) return cannotTell(told.verdict.nobody, told.next.noRows);
  const at = result.at === null ? undefined : result.steps[result.at];
  if (!at)
    return params.at === null
      ? cannotTell(told.verdict.notYet, told.next.notYet)
      : cannotTell(told.verdict.noSuchPeriod(params.at), told.next.noSuchPeriod);
  if (result.metric !== "customers") return amounts(at, result, language);
  return customers(at, result, request, flips, language);
}

function amounts(at: StepResult, result: CohortResult, language: Language): Verdict {
  const { texts, format } = language;
  const told = texts.cohortMatrix;
  const step = told.step(stepName(at), result.grain);
  const { rate, interval } = shownOf(at.pooled, result, "retention");
  if (rate === null)
    return { level: "cannot-tell", sentence: told.verdict.noBase(step), next: told.next.noBase };
  const { n, total, atFirst } = at.pooled;
  const between = interval && intervalText(interval, language);
  return {
    level: "likely",
    sentence: [
      told.verdict.amounts({
        n,
        step,
        total: totalText(total ?? 0, result, language),
        atFirst: totalText(atFirst ?? 0, result, language),
        rate: format.percent(rate),
        interval: between,
        isOrders: result.metric === "orders",
      }),
      ...incomplete(at, result, language),
    ].join(" "),
    number: {
      value: format.percent(rate),
      interval: between,
      base: texts.base.customers(n),
      who: whoIs(everybody, at, "all", result, language),
    },
    next: told.next.found,
  };
}

function customers(
  at: StepResult,
  result: CohortResult,
  { params }: CohortRequest,
  flips: boolean,
  language: Language,
): Verdict {
  const { texts, format } = language;
  const told = texts.cohortMatrix;
  const isAttrition = params.show === "attrition";
  const x = isAttrition ? at.pooled.n - at.pooled.x : at.pooled.x;
  const { rate, interval } = shownOf(at.pooled, result, params.show);
  const small = isSmallSample(at.pooled);
  const [low, high] = (interval ?? [0, 1]).map((bound) => format.percentBeside(bound, [rate ?? 0]));
  const average = averageOf(at, result, params).rate;
  const written = format.percent(rate ?? 0);
  const between = texts.base.interval(low!, high!);
  return {
    level: flips || small ? "likely" : "certain",
    sentence: [
      told.verdict[params.show]({
        n: at.pooled.n,
        x,
        step: told.step(stepName(at), result.grain),
        rate: written,
        interval: between,
        thatIs: texts.base.thatIs(rate ?? 0, at.pooled.n),
        isAfter: result.counting === "after",
      }),
      ...(params.average !== "pooled" && average !== null
        ? [told.verdict.average(told.verdict.averages[params.average], format.percent(average))]
        : []),
      ...compared(at, result, isAttrition, language),
      ...incomplete(at, result, language),
    ].join(" "),
    number: {
      value: written,
      interval: between,
      base: texts.base.ofBase(x, at.pooled.n),
      who: whoIs(everybody, at, isAttrition ? "not" : "returned", result, language),
    },
    next: nextStep(at, result, small, isAttrition, language),
  };
}

/** The rows against each other: a trend in time, two rows of behaviour, or levels. Words by interval and q, never by p. */
function compared(at: StepResult, result: CohortResult, isAttrition: boolean, language: Language): string[] {
  const { texts } = language;
  const { verdict } = texts.cohortMatrix;
  const { points, interval } = texts.base;
  if (result.by === "behaviour") {
    if (!result.difference) return [];
    const [low, high] = result.difference.interval;
    if (low > 0) return [verdict.more(points(result.difference.value), interval(points(low), points(high)))];
    if (high < 0)
      return [verdict.less(points(-result.difference.value), interval(points(-high), points(-low)))];
    return [verdict.noDifference(interval(points(low), points(high)))];
  }
  if (!isInTime(result))
    return at.homogeneity ? [at.homogeneity.q < 0.05 ? verdict.differ : verdict.alike] : [];
  if (!at.trend) return [];
  const sides = direction(at, isAttrition);
  if (!sides) return [verdict.level(at.trend.cohorts), ...apart(at, result, isAttrition, language)];
  const fact = {
    cohorts: at.trend.cohorts,
    points: points(Math.abs(at.trend.slope)),
    interval: interval(points(sides.bounds[0]), points(sides.bounds[1])),
    grain: result.grain,
  };
  return [sides.rises ? verdict.rising(fact) : verdict.falling(fact)];
}

/** A campaign or a bad month is no trend and still no chance. */
function apart(
  at: StepResult,
  result: CohortResult,
  isAttrition: boolean,
  { texts, format }: Language,
): string[] {
  if (!at.homogeneity || at.homogeneity.q >= 0.05) return [];
  const place = result.steps.indexOf(at);
  const rates = result.cohorts.flatMap(({ cells }) => {
    const cell = cells[place]!;
    const { rate } = shownOf(cell, result, isAttrition ? "attrition" : "retention");
    return cell.state === "complete" && rate !== null ? [rate] : [];
  });
  if (rates.length < 2) return [];
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  return [texts.cohortMatrix.verdict.apart(format.percent(least), format.percent(most))];
}

/** Null: it cannot be told from chance. Both the interval and the adjusted probability must say so. */
function direction(
  { trend }: StepResult,
  isAttrition: boolean,
): { rises: boolean; bounds: [number, number] } | null {
  if (!trend || trend.q >= 0.05) return null;
  const [low, high] = trend.interval;
  if (low > 0) return { rises: !isAttrition, bounds: [low, high] };
  if (high < 0) return { rises: isAttrition, bounds: [-high, -low] };
  return null;
}

function incomplete(at: StepResult, result: CohortResult, { texts }: Language): string[] {
  if (!isInTime(result)) return [];
  const place = result.steps.indexOf(at);
  const open = result.cohorts.filter(({ cells }) => cells[place]!.state !== "complete").length;
  return open > 0 && result.window === "calendar" ? [texts.cohortMatrix.verdict.incomplete(open)] : [];
}

function nextStep(
  at: StepResult,
  result: CohortResult,
  small: boolean,
  isAttrition: boolean,
  { texts }: Language,
): string {
  const { next } = texts.cohortMatrix;
  if (small) return next.small;
  if (result.by === "behaviour") return next.behaviour;
  const sides = isInTime(result) ? direction(at, isAttrition) : null;
  if (!sides) return next.found;
  return sides.rises !== isAttrition ? next.rising : next.falling;
}
