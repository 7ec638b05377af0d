import { sql, type Sql } from "../../engine";
import { leverOf, type Lever } from "../levers/lever";
import { withBlocks } from "../with-blocks";
import { bandWidth } from "./bands";
import { scoredBlocks } from "./query";
import { chosenOf, type ScoreResult } from "./result";
import type { ScoreRequest } from "./params";
import { mostScored } from "./params";

/** Every customer with a score: a table that other cells can read. */
export function scoresQuery(request: ScoreRequest, result: ScoreResult | null): Sql {
  const { levers, weights } = scoring(request, result);
  const isBanded = result?.bands.some(({ from, to }) => from < to) ?? false;
  const band = isBanded
    ? sql`least(${100 - bandWidth}, ${bandWidth} * floor(score / ${bandWidth}))`
    : sql`score`;
  return sql`
    ${withBlocks(scoredBlocks(request, levers, weights))}
    select customer, score, (${band})::double as band, levers_on::int as levers_on, is_partial, outcome
    from scored
    where score is not null
    order by score desc, customer`;
}

/** Levers and weights as they were found; before that all weigh the same. */
export function scoring(
  { params }: ScoreRequest,
  result: ScoreResult | null,
): { levers: readonly Lever[]; weights: readonly number[] } {
  const chosen = result && chosenOf(result);
  if (chosen)
    return {
      levers: result.levers.map(({ behaviour, cut }) => ({ behaviour, cut })),
      weights: chosen.weights,
    };
  const asked = params.levers.map(leverOf).slice(0, mostScored);
  const levers = asked.length ? asked : [{ behaviour: "*days", cut: null }];
  return { levers, weights: levers.map(() => 100 / levers.length) };
}
