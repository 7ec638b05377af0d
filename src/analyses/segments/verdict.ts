import { intervalText } from "../findings";
import type { Verdict } from "../report";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import type { SegmentsRequest } from "./dimensions-of";
import { fullName, whoOfAll } from "./names";
import { noVariation, outcomeProblem } from "./outcome-verdict";
import type { SegmentsResult } from "./result";

/** The three largest differences that stand out; or that none does, or why that cannot be said. */
export function segmentsVerdict(
  result: SegmentsResult,
  { params }: SegmentsRequest,
  flips: boolean,
  language: Language,
): Verdict {
  const { texts, format } = language;
  const { verdict, next } = texts.segments;
  const { overall, top } = result;
  const problem = outcomeProblem(result, overall, params.left, language) ?? noVariation(overall, language);
  if (problem) return problem;
  const tests = testsOf(result);
  if (tests === 0)
    return { level: "cannot-tell", sentence: verdict.noGroups(params.fewest), next: next.small };
  const rate = format.percent(overall.rate ?? 0);
  const interval = intervalText(overall.interval, language);
  const whole = verdict.overall(overall.x, overall.n, rate, interval);
  const number = {
    value: rate,
    interval,
    base: texts.base.ofBase(overall.x, overall.n),
    who: whoOfAll(true, language),
  };
  if (top.length === 0)
    return { level: "cannot-tell", sentence: `${whole} ${verdict.chance(tests)}`, number, next: next.chance };
  const told = top.map(({ dimension, segment }) => apartSentence(result, dimension, segment, language));
  const isSmall = top.some(({ dimension, segment }) =>
    isSmallSample(result.dimensions[dimension]!.segments[segment]!.share),
  );
  return {
    level: flips || isSmall ? "likely" : "certain",
    sentence: [whole, ...told].join(" "),
    number,
    next: result.reversals.length ? next.reversal : next.found,
  };
}

export function testsOf({ dimensions }: SegmentsResult): number {
  return dimensions.flatMap(({ segments }) => segments.filter(({ p }) => p !== null)).length;
}

function apartSentence(result: SegmentsResult, place: number, at: number, language: Language): string {
  const { texts, format } = language;
  const { verdict } = texts.segments;
  const dimension = result.dimensions[place]!;
  const segment = dimension.segments[at]!;
  const [low, high] = segment.interval ?? [0, 0];
  const more = (segment.difference ?? 0) > 0;
  const [one, other] = [segment.share.rate ?? 0, segment.rest.rate ?? 0];
  const { base } = texts;
  const sentence = verdict.apart({
    name: fullName(dimension, segment, language),
    rate: format.percentBeside(one, [other]),
    rest: format.percentBeside(other, [one]),
    by: base.points(Math.abs(segment.difference ?? 0)),
    interval: more
      ? base.interval(base.points(low), base.points(high))
      : base.interval(base.points(-high), base.points(-low)),
    more,
  });
  const natural = [base.thatIs(one, segment.share.n), base.thatIs(other, segment.rest.n)];
  if (natural.some((text) => text === "") || base.natural(one) === base.natural(other)) return sentence;
  return `${sentence} ${verdict.natural(base.natural(one), base.natural(other))}`;
}
