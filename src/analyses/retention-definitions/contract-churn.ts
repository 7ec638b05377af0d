import { sql, type Sql } from "../../engine";
import type { DataSet } from "../analysis";
import { contracts } from "../contracts";
import { activityExtent } from "../extent";
import { withBlocks } from "../with-blocks";
import { monthOf } from "./churn-query";
import type { DefinitionsRequest } from "./query";

/** The table that knows the contracts: the one beside, or the log itself where it has starts and ends; null without one. */
export function contractsOf({ data, params, beside }: DefinitionsRequest): DataSet | null {
  if (params.contracts !== null) return beside?.contracts ?? null;
  return data.roles.start !== undefined && data.roles.end !== undefined ? data : null;
}

/**
 * One row: what happened in a month by contracts. Contracts of a customer that touch or overlap, the days of grace included,
 * are one stay; a loss is the end of a stay, on its first day without a contract. There is, as in customer attrition, who had
 * a contract on the eve. `daily` sums each day's losses over the customers of its eve: Noble (2011). Spec B1.2.
 */
export function contractChurnQuery({ data, params }: DefinitionsRequest, terms: DataSet): Sql {
  return sql`
    ${withBlocks({
      extent: activityExtent(data, params.asOf),
      months: monthOf(params.month),
      terms: contracts(terms, params.contracts === null ? 0 : params.grace),
      stays,
      people: sql`
        select customer, min(stays.opens) as first_opens,
          bool_or(${onEve(sql`months.opens`)}) as was_there, bool_or(${onEve(sql`months.closes`)}) as is_there,
          count(*) filter (where stays.closes >= months.opens and stays.closes < months.closes) as losses
        from stays, months
        where stays.opens < months.closes
        group by customer`,
      days: sql`
        select unnest(generate_series(months.opens, months.closes - interval 1 day, interval 1 day))::date as day
        from months`,
      by_day: sql`
        select count(*) filter (where stays.closes = day) / nullif(count(*), 0) as share
        from days join stays on ${onEve(sql`day`)}
        group by day`,
    })}
    select any_value(months.opens)::date as opens, any_value(months.closes)::date as closes,
      coalesce(any_value(months.closes <= as_of), false) as is_complete,
      count(*) filter (where was_there) as at_start,
      count(*) filter (where was_there and not is_there) as lost,
      count(*) filter (where first_opens >= months.opens) as joined,
      count(*) filter (where is_there) as at_end,
      coalesce(sum(losses), 0)::bigint as losses,
      coalesce(sum(losses) filter (where was_there), 0)::bigint as losses_of_start,
      (select sum(share) from by_day) as daily
    from months left join people on true`;
}

function onEve(day: Sql): Sql {
  return sql`stays.opens < ${day} and (stays.closes is null or stays.closes >= ${day})`;
}

const stays: Sql = sql`
  select customer, min(opens) as opens, case when bool_or(closes is null) then null else max(closes) end as closes
  from (
    select *, sum(is_new) over (partition by customer order by opens, closes nulls last rows unbounded preceding) as stay
    from (
      select *, case when opens <= max(coalesce(closes, date '9999-12-31')) over (
          partition by customer order by opens, closes nulls last rows between unbounded preceding and 1 preceding
        ) then 0 else 1 end as is_new
      from terms
    )
  )
  group by customer, stay`;
