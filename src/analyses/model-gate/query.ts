import { join, sql, type Sql } from "../../engine";
import type { Request } from "../analysis";
import { fewestEvents } from "../levers/gate";
import type { Lever } from "../levers/lever";
import { controlledBlocks, populationBlocks } from "../levers/population";
import { columnFor, type Dimension } from "../segments/dimensions";
import { withBlocks } from "../with-blocks";
import type { gateParams } from "./params";

export type GateRequest = Request<typeof gateParams>;

/** One row: into how many segments each control divides the customers compared. */
export function segmentsQuery(
  request: GateRequest,
  levers: readonly Lever[],
  controls: readonly Dimension[],
): Sql {
  const counts = controls.map(
    (_, i) => sql`count(distinct ${columnFor("segment", i)}) as ${columnFor("segments", i)}`,
  );
  return sql`
    ${withBlocks(controlledBlocks(request, levers, controls))}
    select ${join(counts, ", ")}
    from segmented`;
}

export const criteria = ["there", "events", "shrinkage", "optimism", "risk"] as const;
export type Criterion = (typeof criteria)[number];

/**
 * One row a criterion: how many customers there are, and how many each asks for. Riley et al. (2019), Stat. Med. 38, 1276–1296,
 * formulas (11), (12), (13).
 */
export function neededQuery(
  request: GateRequest,
  levers: readonly Lever[],
  controls: readonly Dimension[],
): Sql {
  const segments = controls.map((_, i) => sql` + count(distinct ${columnFor("segment", i)}) - 1`);
  const { coxSnell } = request.params;
  const needed = (share: Sql) => sql`ceil(parameters / ((${share} - 1) * ln(1 - r2 / ${share})))`;
  return sql`
    ${withBlocks({
      ...controlledBlocks(request, levers, controls),
      counted: sql`
        select count(*) as customers, least(count(*) filter (where is_lost), count(*) filter (where not is_lost)) as events,
          events / customers as share, ${levers.length}${join(segments, "")} as parameters
        from segmented`,
      largest: sql`
        select *, 1 - exp(2 * (share * ln(share) + (1 - share) * ln(1 - share))) as largest
        from counted
        where events > 0`,
      expected: sql`
        select *, ${coxSnell === null ? sql`least(0.1::double, 0.15::double * largest)` : sql`${coxSnell}::double`} as r2
        from largest`,
      needed: sql`
        select customers as there, ceil(${fewestEvents.green} * customers / events) as events,
          ${needed(sql`0.9::double`)} as shrinkage,
          ${needed(sql`(r2 / (r2 + 0.05::double * largest))`)} as optimism,
          ceil((1.959963984540054::double / 0.05::double) ** 2 * share * (1 - share)) as risk
        from expected
        where r2 < largest`,
    })}
    unpivot (select there::double as there, events::double as events, shrinkage, optimism, risk from needed)
    on there, events, shrinkage, optimism, risk into name what value customers`;
}

export const groups = ["all", "lost", "stayed"] as const;
export type Group = (typeof groups)[number];

/** One row a customer compared, those who left, or those who stayed. */
export function customersQuery(request: GateRequest, levers: readonly Lever[], group: Group): Sql {
  const where = { all: sql`true`, lost: sql`is_lost`, stayed: sql`not is_lost` }[group];
  return sql`
    ${withBlocks(populationBlocks(request, levers))}
    select customer, case when is_lost then 'lost' else 'stayed' end as what,
      observed_from::date as observed_from, outcome_to::date as known_until
    from population
    where ${where}
    order by what, customer`;
}
