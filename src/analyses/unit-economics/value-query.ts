import { sql, type Sql } from "../../engine";
import { wilson } from "../stats/wilson";
import { withBlocks } from "../with-blocks";
import { lives, type KnownAsOf, type UnitEconomicsRequest } from "./lives";

/** One row a month of a customer's life: who is still there, and what one customer has brought by then. */
export function valueQuery(request: UnitEconomicsRequest, known: KnownAsOf): Sql {
  return request.params.mode === "inputs" ? ofRate(request) : ofCurve(request, known);
}

function ofRate({ params }: UnitEconomicsRequest): Sql {
  const { attrition, measured, margin, discount, horizon } = params;
  const interval = measured === null ? null : wilson(attrition * measured, measured);
  const value = (rate: number) =>
    sql`sum(${margin}::double * pow(1 - ${rate}::double, month) / pow(1 + ${discount}::double, month)) over (order by month)`;
  return sql`
    select (month + 1)::integer as month, pow(1 - ${attrition}::double, month) as survival, ${value(attrition)} as value,
      ${interval ? value(interval[1]) : sql`null::double`} as low, ${interval ? value(interval[0]) : sql`null::double`} as high
    from range(${horizon}) as months(month)
    order by 1`;
}

function ofCurve(request: UnitEconomicsRequest, known: KnownAsOf): Sql {
  const { margin, discount, horizon } = request.params;
  const blocks = {
    ...lives(request, known),
    steps: sql`
      select months, gone, at_risk, product(1 - gone / at_risk) over (order by months) as survival
      from (
        select months, count(*) filter (where has_left) as gone, sum(count(*)) over (order by months desc) as at_risk
        from lives
        group by months
      )`,
    reach: sql`select case when min(survival) > 0 then max(months) else ${horizon} end as last_month from steps`,
    grid: sql`
      select month, coalesce((select arg_max(steps.survival, steps.months) from steps where steps.months <= month), 1) as survival
      from range(${horizon}) as months(month), reach
      where month <= last_month`,
    brought: sql`
      select month, survival, sum(${margin}::double * survival / pow(1 + ${discount}::double, month)) over (order by month) as value
      from grid`,
    // The variance of a sum of a Kaplan–Meier curve: Klein & Moeschberger (2003), 2nd ed., section 4.5.
    errors: sql`
      select brought.month, sqrt(sum(pow(brought.value - coalesce(earlier.value, 0), 2) * gone / (at_risk * (at_risk - gone)))) as error
      from brought
        join steps on steps.months <= brought.month and gone > 0 and gone < at_risk
        left join brought as earlier on earlier.month = steps.months - 1
      group by brought.month`,
  };
  return sql`
    ${withBlocks(blocks)}
    select (month + 1)::integer as month, survival, value,
      case when error > 0 then greatest(0, value - 1.959963984540054 * error) end as low,
      case when error > 0 then value + 1.959963984540054 * error end as high
    from brought left join errors using (month)
    order by 1`;
}
