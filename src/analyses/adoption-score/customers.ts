import { join, sql, type Sql } from "../../engine";
import { columnFor } from "../segments/dimensions";
import { withBlocks } from "../with-blocks";
import { surprise } from "./everyone";
import type { Asked, ListKey } from "./names";
import { scoredBlocks } from "./query";
import type { ScoreResult } from "./result";
import type { ScoreRequest } from "./params";
import { scoring } from "./scored-query";
import { leverText } from "../levers/lever";

/** One row a customer: the score, which levers are on, whether all are known, and what became of them. */
export function customersQuery(request: ScoreRequest, result: ScoreResult, asked: Asked): Sql {
  const { levers, weights } = scoring(request, result);
  const on = levers.map((lever, i) => sql`case when ${columnFor("on", i)} = 1 then ${leverText(lever)} end`);
  const unknown = levers.map(
    (lever, i) => sql`case when ${columnFor("on", i)} is null then ${leverText(lever)} end`,
  );
  return sql`
    ${withBlocks(scoredBlocks(request, levers, weights))}
    select customer, score, outcome, concat_ws(', ', ${join(on, ", ")}) as levers_on,
      nullif(concat_ws(', ', ${join(unknown, ", ")}), '') as levers_not_known, is_partial
    from scored
    where ${conditionOf(asked, result)}
    order by score desc, customer`;
}

function conditionOf(asked: Asked, { bands }: ScoreResult): Sql {
  const isKnown = sql`outcome in ('stayed', 'left')`;
  switch (asked.form) {
    case "list":
      return conditions[asked.list](isKnown);
    case "band": {
      const { from, to } = bands[asked.band]!;
      const inside =
        from === to
          ? sql`score = ${from}::double`
          : sql`score >= ${from}::double and ${to === 100 ? sql`score <= 100` : sql`score < ${to}::double`}`;
      return asked.onlyStayed ? sql`outcome = 'stayed' and ${inside}` : sql`${isKnown} and ${inside}`;
    }
    case "lever": {
      const isOn = sql`${columnFor("on", asked.lever)} = 1`;
      return asked.onlyStayed ? sql`outcome = 'stayed' and ${isOn}` : sql`${isKnown} and ${isOn}`;
    }
  }
}

const conditions: Record<ListKey, (isKnown: Sql) => Sql> = {
  all: () => sql`score is not null`,
  partial: () => sql`score is not null and is_partial`,
  without: () => sql`score is null`,
  unknown: (isKnown) => sql`score is not null and not (${isKnown})`,
  high: (isKnown) => sql`${isKnown} and score >= ${surprise.high}`,
  "high left": () => sql`outcome = 'left' and score >= ${surprise.high}`,
  low: (isKnown) => sql`${isKnown} and score <= ${surprise.low}`,
  "low stayed": () => sql`outcome = 'stayed' and score <= ${surprise.low}`,
};
