import { leverText } from "../levers/lever";
import type { Verdict } from "../report";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { valueText } from "../value-text";
import { isFoundKind, leversFound } from "./caveats";
import { isSearched, limits } from "./judge";
import { bareName, linedOf, nameOf, whoOnSide, type Lined } from "./names";
import type { FinderRequest } from "./params";
import type { FinderResult } from "./result";

/** The strongest behaviour with its line, the others by name; or why nothing can be said. Spec C15. */
export function finderVerdict(
  result: FinderResult,
  request: FinderRequest,
  flips: boolean,
  language: Language,
): Verdict {
  const problem = problemOf(result, request, language) ?? nothingOf(result, language);
  if (problem) return problem;
  const { texts } = language;
  const { verdict, next } = texts.leverFinder;
  const found = linedOf(result).filter(({ lever }) => isFoundKind(lever));
  const [first, ...others] = found as [(typeof found)[number], ...typeof found];
  const { best } = first.lever;
  const named = (kind: Lined["kind"]) => others.filter(({ lever }) => lever.kind === kind);
  const [holds, moves, reversed] = [named("holds"), named("moves"), named("reversed")];
  const isSmall = isSmallSample(best.above) || isSmallSample(best.below);
  const levers = leversFound(result).map(leverText);
  return {
    level:
      first.lever.kind === "holds" && best.pOfAll < limits.q && !flips && !isSmall ? "certain" : "likely",
    sentence: [
      claimOf(first.lever, language),
      factOf(first.lever, language),
      ...naturalOf(first.lever, language),
      ...(holds.length ? [verdict.alsoHolds(holds.map(({ lever }) => nameOf(lever, language)))] : []),
      ...(moves.length ? [verdict.alsoMoves(moves.map(({ lever }) => bareName(lever, language)))] : []),
      ...(reversed.length
        ? [verdict.alsoReversed(reversed.map(({ lever }) => bareName(lever, language)))]
        : []),
    ].join(" "),
    number: {
      value: texts.base.points(best.difference.value),
      interval: intervalOf(best.difference.interval, language),
      base: texts.base.ofBase(best.above.x, best.above.n),
      who: whoOnSide(first.place, "above", "stayed", result, language),
    },
    next: levers.length ? next.found(levers.join("; ")) : next.reversed,
  };
}

function claimOf(lever: Lined, language: Language): string {
  const { verdict } = language.texts.leverFinder;
  const { format } = language;
  const [low, high] = lever.best.range.map((cut) => format.number(cut, 6)) as [string, string];
  if (lever.kind === "reversed") return verdict.reversed(nameOf(lever, language));
  if (lever.kind === "moves") return verdict.moves({ behaviour: bareName(lever, language), low, high });
  if (!isSearched(lever)) return verdict.goes(nameOf(lever, language));
  const near = format.percent(lever.best.withinOneStep);
  return verdict.holds({ lever: nameOf(lever, language), near, low, high });
}

function factOf({ best }: Lined, language: Language): string {
  const { texts, format } = language;
  const [above, below] = [best.above.rate ?? 0, best.below.rate ?? 0];
  const { value, interval } = best.difference;
  const more = value > 0;
  return texts.leverFinder.verdict.fact({
    above: format.percentBeside(above, [below]),
    below: format.percentBeside(below, [above]),
    by: texts.base.points(Math.abs(value)),
    interval: intervalOf(more ? interval : [-interval[1], -interval[0]], language),
    more,
  });
}

function intervalOf([low, high]: readonly [number, number], { texts }: Language): string {
  return texts.base.interval(texts.base.points(low), texts.base.points(high));
}

function naturalOf({ best: { above, below } }: Lined, { texts: { base, leverFinder } }: Language): string[] {
  const [one, other] = [above.rate ?? 0, below.rate ?? 0];
  const [first, second] = [base.natural(one), base.natural(other)];
  const isSaid = first !== second && base.thatIs(one, above.n) !== "" && base.thatIs(other, below.n) !== "";
  return isSaid ? [leverFinder.verdict.natural(first, second)] : [];
}

function problemOf(result: FinderResult, { params }: FinderRequest, language: Language): Verdict | null {
  const { texts } = language;
  const { verdict, next } = texts.levers;
  const cannotTell = (sentence: string, way: string): Verdict => ({
    level: "cannot-tell",
    sentence,
    next: way,
  });
  if (result.refused) return { level: "refused", sentence: verdict.overlap, next: next.overlap };
  if (!result.rows || result.rows.used === 0)
    return cannotTell(texts.attrition.verdict.noRows, texts.attrition.next.noRows);
  if (params.mode === "columns") {
    const { verdict: said, next: ways } = texts.segments;
    if (params.left === "") return cannotTell(said.noLeft, ways.left);
    if (params.levers.length === 0) return cannotTell(verdict.noLevers, next.levers);
    const isThere = result.status?.some(({ value }) => value === params.left);
    if (!isThere && result.overall.x === result.overall.n)
      return cannotTell(said.noSuchStatus(valueText(params.left, language)), ways.left);
  }
  const { x, n } = result.overall;
  if (n === 0) return cannotTell(verdict.nobody(result.customers), next.windows);
  if (x === n) return cannotTell(verdict.nobodyLeft(n), next.nobodyLeft);
  return x === 0 ? cannotTell(verdict.everybodyLeft(n), next.windows) : null;
}

/** There are customers of both kinds, and no behaviour that can be told from chance. */
function nothingOf(result: FinderResult, language: Language): Verdict | null {
  if (result.levers.some(isFoundKind)) return null;
  const { verdict, next } = language.texts.leverFinder;
  const cannotTell = (sentence: string, way: string): Verdict => ({
    level: "cannot-tell",
    sentence,
    next: way,
  });
  const lined = linedOf(result);
  const best = lined
    .filter(({ lever }) => lever.kind === "chance")
    .toSorted((a, b) => a.lever.best.pOfAll - b.lever.best.pOfAll)[0];
  if (best) {
    return cannotTell(
      verdict.chance({
        behaviours: lined.length,
        lines: linesTried(result),
        lever: nameOf(best.lever, language),
        share: language.format.percent(best.lever.best.pOfAll),
      }),
      next.chance,
    );
  }
  const leaks = result.levers.filter(({ kind }) => kind === "leak");
  if (leaks.length)
    return cannotTell(verdict.leaks(leaks.map((lever) => bareName(lever, language))), next.leak);
  return lined.length ? cannotTell(verdict.few, next.few) : cannotTell(verdict.none, next.none);
}

/** All lines of all behaviours that have one. */
export function linesTried(result: FinderResult): number {
  return linedOf(result).reduce((sum, { lever }) => sum + lever.candidates.length, 0);
}
