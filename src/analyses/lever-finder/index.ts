import type { Analysis, Questions } from "../analysis";
import { behaviourPairs } from "../id-match/behaviour-pairs";
import { withIdMatch } from "../id-match/with-id-match";
import { canCompare, leverQuestions } from "../levers/asked";
import { controlQuestions, controlsFrom } from "../levers/controls";
import { asItWas } from "../levers/as-it-was";
import { factsQuery } from "../levers/facts";
import { leverOf } from "../levers/lever";
import { leversOf } from "../levers/widest";
import { withYesNo } from "../levers/with-yes-no";
import { leverFinderCard } from "./card";
import { computeFinder } from "./compute";
import { linedOf, readKey } from "./names";
import type { FinderRequest, finderParams } from "./params";
import { countsQuery, customersQuery, sidesQuery, type Line } from "./query";
import { hasFigure, reportFinder } from "./report";
import { finderResult, type FinderResult } from "./result";
import { sidesCode } from "./sides-code";

const analysis: Analysis<typeof finderParams, FinderResult> = {
  ...leverFinderCard,
  result: finderResult,
  queries: (request): Questions => ({ ...leverQuestions(request), ...controlQuestions(request) }),
  followUp: (answers, request): Questions => {
    if (!canCompare(request, answers)) return {};
    const levers = leversOf(request, answers);
    return {
      facts: factsQuery(request, levers),
      counts: countsQuery(request, levers, controlsFrom(request, answers)),
    };
  },
  compute: computeFinder,
  report: reportFinder,
  asSql: (request, result) => sidesQuery(asItWas(request, result), linesOf(request, result)),
  asTypescript: (_, result, relation, language) =>
    result && !hasFigure(result) ? null : sidesCode(relation, result?.overall.rate ?? null, language),
  customers: (request, result, who) => {
    if (result.overall.n === 0) return null;
    const asked = readKey(who ?? "all", result);
    return asked && customersQuery(asItWas(request, result), asked.part, asked.what);
  },
};

/** C15: from which value on does a behaviour go with staying? */
export const leverFinder = withIdMatch(withYesNo(analysis), behaviourPairs);

function linesOf(request: FinderRequest, result: FinderResult | null): readonly Line[] {
  if (result && hasFigure(result))
    return linedOf(result).map(({ lever }) => ({
      lever: { behaviour: lever.behaviour, cut: lever.given },
      cut: lever.best.cut,
    }));
  const asked = request.params.levers.map(leverOf);
  // A log that is to say itself what there is has at least its days.
  const levers = asked.length ? asked : request.params.mode === "columns" ? [] : [leverOf("*days")];
  return levers.map((lever) => ({ lever, cut: lever.cut }));
}
