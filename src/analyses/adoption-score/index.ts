import type { Questions } from "../analysis";
import { behaviourPairs } from "../id-match/behaviour-pairs";
import { withIdMatch } from "../id-match/with-id-match";
import { canCompare, leverQuestions } from "../levers/asked";
import { controlQuestions, controlsFrom } from "../levers/controls";
import { factsQuery } from "../levers/facts";
import { leversOverlap } from "../levers/overlap";
import { withYesNo } from "../levers/with-yes-no";
import { adoptionScoreCard } from "./card";
import { computeScore, scoredLevers } from "./compute";
import { customersQuery } from "./customers";
import { readKey } from "./names";
import { everyoneQuery, patternsQuery, separatesQuery } from "./query";
import { hasFigure, reportScore } from "./report";
import { scoreResult, type ScoreResult } from "./result";
import { scoreCode } from "./score-code";
import type { scoreParams, ScoreRequest } from "./params";
import { scoresQuery } from "./scored-query";

/** C17: a score from 0 to 100 out of behaviours that are on or off, in several versions that are held against each other. */
export const adoptionScore = withIdMatch<typeof scoreParams, ScoreResult>(
  withYesNo<typeof scoreParams, ScoreResult>({
    ...adoptionScoreCard,
    result: scoreResult,
    queries: (request): Questions =>
      leversOverlap(request.params) ? {} : { ...leverQuestions(request), ...controlQuestions(request) },
    followUp: (answers, request): Questions => {
      if (!canCompare(request, answers)) return {};
      const levers = scoredLevers(request, answers);
      return {
        facts: factsQuery(request, levers),
        patterns: patternsQuery(request, levers, controlsFrom(request, answers)),
        separates: separatesQuery(request, levers),
        everyone: everyoneQuery(request, levers),
      };
    },
    compute: computeScore,
    report: reportScore,
    asSql: (request, result) => scoresQuery(asItWas(request, result), result),
    asTypescript: (_, result, relation, language) =>
      result && !hasFigure(result) ? null : scoreCode(relation, result, language),
    customers: (request, result, who) => {
      if (!hasFigure(result)) return null;
      const asked = readKey(who ?? "all", result);
      return asked && customersQuery(asItWas(request, result), result, asked);
    },
  }),
  behaviourPairs,
);

/** The days that were found stay when more data come. */
function asItWas(request: ScoreRequest, result: ScoreResult | null): ScoreRequest {
  const asOf = result?.facts?.asOf;
  return asOf ? { ...request, params: { ...request.params, asOf } } : request;
}
