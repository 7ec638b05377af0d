import { join, sql, type Sql } from "../../engine";
import { scoreDecimals } from "../adoption-score/bands";
import { scoreOfColumns } from "../adoption-score/query";
import type { Lever } from "../levers/lever";
import { columnFor } from "../segments/dimensions";
import { withBlocks } from "../with-blocks";
import type { ReportRequest } from "./params";
import { scoredBlocks } from "./scored";

/** So many customers of those one lever away are in the report itself; all of them are in the list. */
const mostNearest = 25;
/** A contract that ends in so many days counts half as much as one that ends today. */
export const halfDays = 30;

/**
 * The same, then gapped: `scored` with next_a, … (the score that lever a would make, where it is off and the score would be in a
 * higher band; else null), lever (the heaviest of those), reached, ends, days (until the contract ends) and urgency.
 */
export function gapBlocks(
  request: ReportRequest,
  levers: readonly Lever[],
  weights: readonly number[],
  only: Sql,
): Record<string, Sql> {
  const { bands, grace, mode } = request.params;
  const columns = levers.map((_, i) => columnFor("on", i));
  const bandOf = (score: Sql) =>
    join(
      bands.map((bound) => sql`(${score} >= ${bound})::int`),
      " + ",
    );
  const next = levers.map((_, i) => {
    const reached = scoreOfColumns(
      columns.map((column, j) => (i === j ? sql`1` : column)),
      weights,
    );
    return sql`case when ${columns[i]!} = 0 and ${bandOf(reached)} > ${bandOf(sql`score`)} then ${reached} end as ${columnFor("next", i)}`;
  });
  const heaviest = weights
    .map((weight, i) => ({ weight, i }))
    .sort((a, b) => b.weight - a.weight || a.i - b.i);
  const first = (value: (i: number) => Sql) =>
    sql`case ${join(
      heaviest.map(({ i }) => sql`when ${columnFor("next", i)} is not null then ${value(i)}`),
      " ",
    )} end`;
  const isContracts = mode === "contracts";
  return {
    ...scoredBlocks(request, levers, weights, only),
    ...(isContracts
      ? {
          ending: sql`
            select customer, day, case when bool_and(closes is not null) then max(closes) - ${grace} end as ends
            from contracts join dates on opens <= day and (closes is null or closes > day)
            group by customer, day`,
        }
      : {}),
    gapped: sql`
      select *, weight * ${isContracts ? sql`coalesce(1 / (1 + greatest(days, 0) / ${halfDays}), 0)` : sql`1`} as urgency
      from (
        select *, ${first((i) => sql`${i}`)}::int as lever, ${first((i) => columnFor("next", i))} as reached,
          ${first((i) => sql`${weights[i]!}::double`)} as weight,
          ${isContracts ? sql`ends::date - day::date` : sql`null::bigint`} as days
        from (
          select scored.*, ${join(next, ", ")}, ${isContracts ? sql`ending.ends::date` : sql`null::date`} as ends
          from scored ${isContracts ? sql`left join ending on ending.customer = scored.customer and ending.day = scored.day` : sql``}
          where is_seen
        )
      )`,
  };
}

/** Those one lever away from the next band on a date: the heaviest lever and the nearest end of a contract first. */
export function nearestQuery(
  request: ReportRequest,
  levers: readonly Lever[],
  weights: readonly number[],
  day: string,
): Sql {
  return sql`
    ${withBlocks(gapBlocks(request, levers, weights, sql`day = timestamp ${day}`))}
    select customer::varchar as customer, score, lever, reached, ends, days
    from gapped
    where lever is not null
    order by round(urgency, ${scoreDecimals}) desc, weight desc, gapped.score desc, gapped.customer::varchar
    limit ${mostNearest}`;
}
