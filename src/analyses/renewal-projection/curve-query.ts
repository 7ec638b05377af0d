import { sql, type Sql } from "../../engine";
import { withBlocks } from "../with-blocks";
import { lives, type RenewalProjectionRequest } from "./lives";
import { livesQuestion, survivorsQuery } from "./query";
import type { RenewalProjectionResult } from "./result";

/**
 * One row a renewal, 0 to the last: who came to it, who passed it, the share still there as seen and as the model has it, with
 * the interval of `sbgProjection`. Without a fit only what was counted.
 */
export function curveQuery(request: RenewalProjectionRequest, result: RenewalProjectionResult | null): Sql {
  const counted =
    request.params.mode === "contracts" ? ofContracts(request, result) : ofTable(request, result);
  if (!result?.fit.ok)
    return request.params.mode === "contracts"
      ? livesQuestion(request, result?.asOf ?? null)
      : survivorsQuery(request);
  const { alpha, beta, covariance } = result.fit;
  const last = result.points.length - 1;
  const [aa, ab, bb] = [covariance[0]![0]!, covariance[0]![1]!, covariance[1]![1]!];
  const both = sql`(${alpha}::double + ${beta}::double + i - 1)`;
  const own = sql`(${beta}::double + i - 1)`;
  return sql`
    ${withBlocks({
      ...counted,
      grid: sql`select renewal from range(${last + 1}) as steps(renewal)`,
      shares: sql`
        select grid.renewal, at_risk, renewed, case when grid.renewal = 0 then 1 else renewed / at_risk end as rate
        from grid left join counted on counted.renewal = grid.renewal`,
      seen: sql`
        select *, case when rate is not null then product(rate) over (order by renewal) end as seen
        from shares`,
      // ln S and its slopes by ln α and ln β: Fader & Hardie (2007), with the delta method.
      logs: sql`
        select grid.renewal, coalesce(sum(ln(${own} / ${both})), 0) as ln_s,
          -${alpha}::double * coalesce(sum(1 / ${both}), 0) as by_alpha,
          ${beta}::double * coalesce(sum(1 / ${own} - 1 / ${both}), 0) as by_beta
        from grid left join range(1, ${last + 1}) as terms(i) on i <= grid.renewal
        group by grid.renewal`,
      model: sql`
        select renewal, exp(ln_s) as survival, case when renewal > 0 then 1.959963984540054
          * sqrt(by_alpha * by_alpha * ${aa}::double + 2 * by_alpha * by_beta * ${ab}::double + by_beta * by_beta * ${bb}::double)
          / (1 - exp(ln_s)) end as reach
        from logs`,
    })}
    select renewal::integer as renewal, at_risk, renewed, seen, survival,
      survival * exp(-reach) / (1 - survival + survival * exp(-reach)) as low,
      survival * exp(reach) / (1 - survival + survival * exp(reach)) as high
    from model join seen using (renewal)
    order by renewal`;
}

function ofContracts(
  request: RenewalProjectionRequest,
  result: RenewalProjectionResult | null,
): Record<string, Sql> {
  return {
    ...lives(request, result?.asOf ?? null),
    counted: sql`
      select renewal, count(*) filter (where known >= renewal and passed >= renewal - 1) as at_risk,
        count(*) filter (where known >= renewal and passed >= renewal) as renewed
      from lives join (select unnest(range(1, (select max(known) + 1 from lives))) as renewal) on known >= renewal
      group by renewal
      having at_risk > 0`,
  };
}

/** Cohorts that contradict themselves have been left out by name; the same rows again. */
function ofTable(
  request: RenewalProjectionRequest,
  result: RenewalProjectionResult | null,
): Record<string, Sql> {
  const left = result?.faults.map(({ cohort }) => cohort) ?? [];
  const { atStart } = request.params;
  return {
    sheet: survivorsQuery(request),
    starts: sql`select *, row_number() over (partition by cohort order by renewal) - 1 as place, first_value(survivors) over (partition by cohort order by renewal) as at_start
      from sheet
      where ${left.length > 0 ? sql`cohort not in (${left})` : sql`true`}`,
    steps: sql`
      select cohort, place, ${atStart === null ? sql`survivors` : sql`survivors * ${atStart}::double / at_start`} as survivors
      from starts`,
    counted: sql`
      select steps.place as renewal, sum(before.survivors) as at_risk, sum(steps.survivors) as renewed
      from steps join steps as before on before.cohort = steps.cohort and before.place = steps.place - 1
      group by steps.place
      having sum(before.survivors) > 0`,
  };
}
