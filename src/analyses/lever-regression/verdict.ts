import { leverProblem } from "../levers/problem";
import type { Verdict } from "../report";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { stepOf } from "./judge";
import { limit } from "./limits";
import { nameOf, whoOf } from "./names";
import type { RegressionRequest } from "./params";
import type { Fitted, LeverRegressionResult, VerdictKind } from "./result";
import { oddsText, otherName } from "./tables";

/** A share left out of the model that may not be passed over in silence. Spec C16. */
const mostDropped = 0.1;

export function dropsMuch({ incomplete, facts, model }: LeverRegressionResult): boolean {
  const isDropped = model?.ok === true && facts !== null && model.customers < facts.used;
  return isDropped && incomplete.customers > mostDropped * facts.used;
}

export function regressionVerdict(
  result: LeverRegressionResult,
  request: RegressionRequest,
  flips: boolean,
  language: Language,
): Verdict {
  const { texts } = language;
  const { verdict, next } = texts.leverRegression;
  const problem = problemOf(result, request, language);
  if (problem) return problem;
  const model = result.model as Fitted;
  const facts = result.facts!;
  const gate = result.gate!;
  const first = dropsMuch(result)
    ? [verdict.incomplete(result.incomplete.customers, facts.used, result.incomplete.lost)]
    : [];
  if (gate.colour === "red")
    return {
      level: "cannot-tell",
      sentence: [...first, verdict.red(gate.events, gate.rarer)].join(" "),
      next: next.red(gate.toAmber?.events ?? 0),
    };
  const kept = placesOf(result, "keep").sort((a, b) => leastOf(model, result, b) - leastOf(model, result, a));
  const told = kept.map((place) => effectText(result, model, place, language));
  const [strongest] = kept;
  const isMuch = first.length > 0;
  const isLeaking = placesOf(result, "leak").length > 0;
  return {
    level: levelOf(result, flips || gate.colour !== "green"),
    sentence: [
      ...first,
      kept.length ? verdict.keep(result.levers.length, told) : verdict.none(result.levers.length),
      ...others(result, model, request, language),
    ].join(" "),
    ...(strongest !== undefined && { number: numberOf(result, model, strongest, language) }),
    next: isLeaking
      ? next.leak
      : isMuch
        ? next.incomplete
        : placesOf(result, "merge").length
          ? next.merge
          : kept.length
            ? next.found
            : next.none,
  };
}

/** Certain is what stands on enough customers on both sides, and needs no more than the model. */
function levelOf(result: LeverRegressionResult, isLimited: boolean): Verdict["level"] {
  const told = [...placesOf(result, "keep"), ...placesOf(result, "against")];
  if (told.length === 0) return placesOf(result, "reversed").length ? "likely" : "cannot-tell";
  const isSmall = told.some((place) => {
    const { on, off } = result.levers[place]!;
    return (on !== null && isSmallSample(on)) || (off !== null && isSmallSample(off));
  });
  return isLimited || isSmall ? "likely" : "certain";
}

export function problemOf(
  result: LeverRegressionResult,
  { params }: Pick<RegressionRequest, "params">,
  language: Language,
): Verdict | null {
  const { verdict, next } = language.texts.leverRegression;
  const { facts, model } = result;
  const ground = leverProblem(
    {
      rows: result.rows,
      status: result.status,
      levers: result.levers.length,
      customers: facts?.customers ?? 0,
      used: facts?.used ?? 0,
      lost: facts?.lost ?? 0,
    },
    params,
    language,
  );
  if (ground) return ground;
  if (model?.ok) return null;
  const used = facts?.used ?? 0;
  const left = used - result.incomplete.customers;
  const sentence =
    left === 0 && params.missing !== "indicator"
      ? verdict.allUnknown(used)
      : model?.why === "one-class"
        ? verdict.oneClass(left)
        : verdict.noFit;
  return { level: "cannot-tell", sentence, next: next.incomplete };
}

export function placesOf({ levers }: LeverRegressionResult, kind: VerdictKind): number[] {
  return levers.flatMap(({ judged }, place) => (judged.kind === kind ? [place] : []));
}

/** What a lever has at the least: a few customers of whom little is known do not come first. */
function leastOf(model: Fitted, { levers }: LeverRegressionResult, place: number): number {
  const one = model.levers[place]!;
  return (one.effect?.interval[0] ?? 0) * stepOf(one, levers[place]!.isSwitch);
}

/** Turned: without its sign, where the sentence says "leaving". */
function spanOf(
  result: LeverRegressionResult,
  model: Fitted,
  place: number,
  { texts }: Language,
  isTurned = false,
) {
  const { base } = texts;
  const one = model.levers[place]!;
  const step = stepOf(one, result.levers[place]!.isSwitch) * (isTurned ? -1 : 1);
  const by = base.points((one.effect?.points ?? 0) * step);
  const ends = (one.effect?.interval ?? [0, 0]).map((bound) => bound * step).sort((a, b) => a - b);
  return {
    by: result.levers[place]!.isSwitch ? by : texts.leverRegression.verdict.perDeviation(by),
    interval: base.interval(base.points(ends[0]!), base.points(ends[1]!)),
  };
}

function effectText(result: LeverRegressionResult, model: Fitted, place: number, language: Language): string {
  const { by, interval } = spanOf(result, model, place, language);
  return language.texts.leverRegression.verdict.effect(nameOf(result, place, language), by, interval);
}

function numberOf(
  result: LeverRegressionResult,
  model: Fitted,
  place: number,
  language: Language,
): NonNullable<Verdict["number"]> {
  const { by, interval } = spanOf(result, model, place, language);
  const { on, isSwitch } = result.levers[place]!;
  const { base } = language.texts;
  return {
    value: by,
    interval,
    base: on ? base.ofBase(on.n, result.facts!.used) : base.customers(model.customers),
    ...(isSwitch && { who: whoOf({ lever: place, value: "on", outcome: null }, result, language) }),
  };
}

/** What else there is to say, each kind in its own words. */
function others(
  result: LeverRegressionResult,
  model: Fitted,
  { params }: RegressionRequest,
  language: Language,
): string[] {
  const { verdict } = language.texts.leverRegression;
  const name = (place: number) => nameOf(result, place, language);
  const names = (kind: VerdictKind) => placesOf(result, kind).map(name);
  const other = (place: number) => otherName(result, model, place, language);
  const odds = (log: number, place: number) =>
    oddsText(Math.exp(log * stepOf(model.levers[place]!, result.levers[place]!.isSwitch)), language);
  return [
    ...said(names("leak"), verdict.leak),
    ...placesOf(result, "against").map((place) => {
      const { by, interval } = spanOf(result, model, place, language, true);
      return verdict.against(name(place), by, interval);
    }),
    ...placesOf(result, "reversed").map((place) => {
      const one = model.levers[place]!;
      return verdict.reversed({
        name: name(place),
        by: other(place),
        crude: odds(one.crude!.coefficient, place),
        adjusted: odds(one.coefficient!, place),
        looksBad: one.crude!.coefficient < 0,
      });
    }),
    ...mergesOf(result).map(([one, twin]) =>
      hasNothingLeft(model, one, twin)
        ? verdict.merge(name(one), name(twin))
        : verdict.alike(name(one), name(twin), isToldTogether(model, one, twin)),
    ),
    ...placesOf(result, "explained").map((place) =>
      verdict.explained({
        name: name(place),
        by: other(place),
        looksBad: model.levers[place]!.crude!.coefficient < 0,
      }),
    ),
    ...placesOf(result, "partly").map((place) => verdict.partly(name(place), other(place))),
    ...placesOf(result, "repeats").map((place) => verdict.repeats(name(place), other(place) ?? "")),
    ...said(names("immaterial"), (list) =>
      verdict.immaterial(list, language.texts.base.points(params.delta)),
    ),
    ...said(names("cannot-tell"), verdict.cannotTell),
    ...said(names("constant"), verdict.constant),
  ];
}

/** Of two that name each other one sentence is enough. */
function mergesOf(result: LeverRegressionResult): [number, number][] {
  return placesOf(result, "merge").flatMap((place): [number, number][] => {
    const twin = result.levers[place]!.judged.other!.place;
    const back = result.levers[twin]!.judged;
    const isNamed = back.kind === "merge" && back.other?.place === place && twin < place;
    return isNamed ? [] : [[place, twin]];
  });
}

/** Neither is told, and yet one of them, whichever it is, goes with staying. */
export function isToldTogether({ pairs, levers }: Fitted, one: number, other: number): boolean {
  const isUntold = [one, other].every((place) => (levers[place]!.q ?? 1) >= limit);
  const pair = pairs.find(({ a, b }) => (a === one && b === other) || (a === other && b === one));
  const looks = [one, other].every((place) => (levers[place]!.crude?.coefficient ?? 0) > 0);
  return isUntold && looks && pair?.together != null && pair.together.q < limit;
}

/** Strong without the other, and nothing beside it. */
function hasNothingLeft({ pairs }: Fitted, one: number, other: number): boolean {
  return pairs.some(
    ({ a, b, aWithoutB, bWithoutA }) =>
      (a === one && b === other && aWithoutB !== null) || (b === one && a === other && bWithoutA !== null),
  );
}

function said(names: readonly string[], sentence: (names: readonly string[]) => string): string[] {
  return names.length ? [sentence(names)] : [];
}
