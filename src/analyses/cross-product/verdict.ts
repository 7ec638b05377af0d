import { intervalText } from "../findings";
import type { Verdict } from "../report";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import type { CrossProductRequest } from "./blocks";
import { apartOf } from "./compute";
import { nameOf, whoOfPair } from "./names";
import type { CrossProductResult, Pair } from "./result";

/** The largest differences that stand out; or that none does, or why that cannot be said. */
export function crossProductVerdict(
  result: CrossProductResult,
  { params }: CrossProductRequest,
  flips: boolean,
  language: Language,
): Verdict {
  const { verdict, next } = language.texts.crossProduct;
  const problem = problemOf(result, params, language);
  if (problem) return problem;
  const tests = testsOf(result);
  if (result.top.length === 0)
    return { level: "cannot-tell", sentence: verdict.chance(tests), next: next.chance };
  const told = result.top.map((place) => result.pairs[place]!);
  const [{ left }] = told as [Pair];
  const isSmall = told.some((pair) => isSmallSample(pair.left) || isSmallSample(pair.kept));
  return {
    level: flips || isSmall ? "likely" : "certain",
    sentence: [
      verdict.found(result.found, tests, isAllMore(result)),
      ...told.map((pair) => pairSentence(result, pair, params.within, language)),
    ].join(" "),
    number: {
      value: language.format.percent(left.rate ?? 0),
      interval: intervalText(left.interval, language),
      base: language.texts.base.ofBase(left.x, left.n),
      ...(left.x > 0 && { who: whoOfPair(result, told[0]!, "left-gone", language) }),
    },
    next: next.found,
  };
}

export function testsOf({ pairs }: CrossProductResult): number {
  return pairs.filter(({ p }) => p !== null).length;
}

/** In every pair that stands out those who left the first leave the other more often. */
function isAllMore({ pairs }: CrossProductResult): boolean {
  return apartOf(pairs).every((place) => (pairs[place]!.difference ?? 0) > 0);
}

function pairSentence(
  result: CrossProductResult,
  { first, second, left, kept, difference, interval }: Pair,
  within: number,
  { texts, format }: Language,
): string {
  const { base } = texts;
  const [one, other] = [left.rate ?? 0, kept.rate ?? 0];
  const more = (difference ?? 0) > 0;
  const [low, high] = interval ?? [0, 0];
  return texts.crossProduct.verdict.pair({
    first: nameOf(result, first),
    second: nameOf(result, second),
    x: left.x,
    n: left.n,
    within,
    rate: format.percentBeside(one, [other]),
    kept: format.percentBeside(other, [one]),
    by: base.points(Math.abs(difference ?? 0)),
    interval: more
      ? base.interval(base.points(low), base.points(high))
      : base.interval(base.points(-high), base.points(-low)),
    more,
  });
}

function problemOf(
  result: CrossProductResult,
  { fewest }: CrossProductRequest["params"],
  { texts }: Language,
): Verdict | null {
  const { verdict, next } = texts.crossProduct;
  const { days, rows, total, pairs } = result;
  const cannotTell = (sentence: string, way: string): Verdict => ({
    level: "cannot-tell",
    sentence,
    next: way,
  });
  if (rows.used === 0 || !days)
    return cannotTell(texts.attrition.verdict.noRows, texts.attrition.next.noRows);
  if (days.later > days.asOf) return cannotTell(verdict.notObserved(days), next.earlier);
  if (days.earlier <= days.firstDay) return cannotTell(verdict.tooShort(days), next.fewerDays);
  if (total.customers === 0) return cannotTell(verdict.nobody(days.earlier), next.moment);
  if (total.products < 2) return cannotTell(verdict.oneProduct(days.earlier), next.products);
  if (total.withTwo === 0) return cannotTell(verdict.noTwo(total.customers, days.earlier), next.products);
  if (testsOf(result) > 0) return null;
  const enough = pairs.filter(({ left, kept }) => Math.min(left.n, kept.n) >= fewest);
  if (enough.length === 0) return cannotTell(verdict.few(fewest), next.more);
  return cannotTell(
    enough.every(({ left, kept }) => left.x + kept.x === 0) ? verdict.nobodyLeft : verdict.noVariation,
    next.more,
  );
}
