import { leverProblem } from "../levers/problem";
import type { Verdict } from "../report";
import type { Language } from "../texts";
import { asLevers, type SurvivorshipRequest } from "./behaviours";
import { commonShare, fewestWith } from "./classify";
import { nameOf, whoIn } from "./names";
import type { BehaviourClass, BehaviourResult, SurvivorshipResult } from "./result";

/** So many names stand in a sentence; the table has them all. */
const mostNames = 3;

/** What of the habits of the best those who left had too, and what is left. Spec C14. */
export function survivorshipVerdict(
  result: SurvivorshipResult,
  request: SurvivorshipRequest,
  flips: boolean,
  language: Language,
): Verdict {
  const { texts } = language;
  const { verdict, next } = texts.survivorship;
  const problem = problemOf(result, request, language);
  if (problem) return problem;
  const { behaviours } = result;
  const of = (wanted: BehaviourClass) => behaviours.filter((one) => one.class === wanted);
  const told = (
    found: readonly BehaviourResult[],
    say: (names: readonly string[]) => string,
    isMeasured = false,
  ) => (found.length ? [say(namesOf(found, language, isMeasured))] : []);
  const [candidates, rare, unsure] = [of("real candidate"), of("too rare"), of("cannot tell")];
  if (rare.length + unsure.length === behaviours.length)
    return {
      level: "cannot-tell",
      sentence: [verdict.allUnsure(behaviours.length), ...told(rare, verdict.rare)].join(" "),
      next: next.none,
    };
  const isSmall = result.lost < fewestWith || result.best.customers < fewestWith;
  return {
    level: flips || isSmall ? "likely" : "certain",
    sentence: [
      ...uselessSentence(result, language),
      ...told(of("survivor artefact"), verdict.artefact),
      ...told(candidates, verdict.candidates, true),
      ...told(of("reversed"), verdict.reversed, true),
      ...told(rare, verdict.rare),
      ...told(unsure, verdict.unsure),
    ].join(" "),
    ...numberOf(result, language),
    next: candidates.length ? next.candidates : next.none,
  };
}

function problemOf(
  result: SurvivorshipResult,
  request: SurvivorshipRequest,
  language: Language,
): Verdict | null {
  const { verdict, next } = language.texts.survivorship;
  const { behaviours, used, lost, best } = result;
  const common = leverProblem(
    { ...result, levers: behaviours.length || askedOf(request) },
    asLevers(request).params,
    language,
  );
  if (common && (lost > 0 || used === 0 || !isTold(result, request))) return common;
  if (lost === 0) return { level: "refused", sentence: verdict.noCoverage(used), next: next.coverage };
  return best.customers === 0
    ? { level: "cannot-tell", sentence: verdict.noBest(used), next: next.best }
    : null;
}

/** Whether the status of those who left is one that there is: a word that nobody has is no proof that nobody left. */
function isTold({ status }: SurvivorshipResult, { params }: SurvivorshipRequest): boolean {
  return params.mode !== "columns" || (status?.some(({ value }) => value === params.left) ?? false);
}

/** Behaviours that were chosen although nothing could be counted. */
function askedOf({ params }: SurvivorshipRequest): number {
  return params.levers.length + (params.mode === "columns" ? params.firstUse.length : 0);
}

function uselessSentence({ behaviours }: SurvivorshipResult, language: Language): string[] {
  const { verdict } = language.texts.survivorship;
  const { format } = language;
  const common = behaviours.filter(({ best }) => best.rate !== null && best.rate >= commonShare);
  const useless = common.filter((one) => one.class === "common but useless");
  const [first] = useless;
  if (!first) return [];
  if (useless.length === 1)
    return [
      verdict.useless({
        lever: nameOf(first, language),
        best: format.percent(first.best.rate ?? 0),
        lost: format.percent(first.lost.rate ?? 0),
      }),
    ];
  return [
    verdict.uselessOf({
      common: common.length,
      useless: useless.length,
      levers: namesOf(useless, language),
    }),
  ];
}

/** The first names, and how many more there are. */
function namesOf(found: readonly BehaviourResult[], language: Language, isMeasured = false): string[] {
  const { survivorship, base } = language.texts;
  const named = found.slice(0, mostNames).map((one) => {
    const name = nameOf(one, language);
    if (!isMeasured) return name;
    // The shares of a first use count time that only those who stayed had.
    if (one.form === "first-use")
      return survivorship.verdict.byRatio(name, language.format.number(one.time?.inTime?.ratio ?? 1, 2));
    return survivorship.verdict.by(name, base.points(Math.abs(one.difference?.value ?? 0)));
  });
  return found.length > named.length ? [...named, survivorship.verdict.more] : named;
}

/** The largest difference of those that stand. */
function numberOf({ behaviours }: SurvivorshipResult, language: Language): Pick<Verdict, "number"> {
  const place = behaviours.findIndex((one) => one.class === "real candidate" && one.form === "lever");
  const one = behaviours[place];
  if (!one?.difference) return {};
  const { base } = language.texts;
  const [low, high] = one.difference.interval;
  return {
    number: {
      value: base.points(one.difference.value),
      interval: base.interval(base.points(low), base.points(high)),
      base: base.ofBase(one.best.x, one.best.n),
      who: whoIn("best", { place, what: "on", name: nameOf(one, language) }, language),
    },
  };
}
