import * as v from "valibot";
import type { Analysis, Answers, Questions, Request } from "../analysis";
import type { ParamSpecs } from "../params";
import { isUnmatched, matchQuery, matchSchema, readMatch, type Match, type Pair } from "./match";
import { withMatchReport } from "./match-report";

/** What a result says besides; absent without a table beside, and in results older than this. */
export interface Matched {
  readonly idMatch?: Match[] | undefined;
}

/**
 * The same analysis, which first asks whether the ids of its tables are the same ones. Ids that are written in two ways
 * look as if nobody had a contract, or nobody used anything: where none match nothing is shown, where few do it is said first.
 */
export function withIdMatch<P extends ParamSpecs, R extends object>(
  analysis: Analysis<P, R>,
  pairsOf: (request: Request<P>) => readonly Pair[],
): Analysis<P, R & Matched> {
  const inner = analysis;
  return {
    ...inner,
    result: v.intersect([
      inner.result,
      v.object({ idMatch: v.optional(v.array(matchSchema)) }),
    ]) as unknown as Analysis<P, R & Matched>["result"],
    queries: (request) => ({ ...inner.queries(request), ...matchQuestions(pairsOf(request)) }),
    compute: async (answers, request, work) => {
      const idMatch = matchesIn(answers, pairsOf(request));
      const result = await inner.compute(answers, request, work);
      return idMatch.length ? { ...result, idMatch } : result;
    },
    report: (result, request, language) =>
      withMatchReport(inner.report(result, request, language), result.idMatch ?? [], language),
    asTypescript: (request, result, relation, language) =>
      hidesFigures(result) ? null : inner.asTypescript(request, result, relation, language),
    ...(inner.customers && {
      customers: (request, result, who) =>
        hidesFigures(result) ? null : inner.customers!(request, result, who),
    }),
  };
}

function hidesFigures(result: Matched | null): boolean {
  return (result?.idMatch ?? []).some(isUnmatched);
}

function matchQuestions(pairs: readonly Pair[]): Questions {
  return Object.fromEntries(pairs.map((pair) => [questionOf(pair), matchQuery(pair)]));
}

/** An answer is missing where an analysis is computed from answers that somebody else asked for. */
function matchesIn(answers: Answers, pairs: readonly Pair[]): Match[] {
  return pairs.flatMap((pair) => {
    const table = answers[questionOf(pair)];
    return table ? [readMatch(table, pair)] : [];
  });
}

function questionOf({ param }: Pair): string {
  return `match_${param}`;
}
