import { sql, type Sql } from "../../engine";
import { activity } from "../activity";
import { activityExtent } from "../extent";
import { withBlocks } from "../with-blocks";
import type { DefinitionsRequest } from "./query";

/**
 * One row: what happened in a month to customers who are there at a moment when they were active in the `gap` days before it.
 * A loss is a silence that reached more than `gap` days within the month, so that a customer can be lost more than once.
 */
export function churnQuery({ data, params }: DefinitionsRequest): Sql {
  const gap = sql`to_days(${params.gap})`;
  return sql`
    ${withBlocks({
      activity: activity(data),
      extent: activityExtent(data, params.asOf),
      months: monthOf(params.month),
      firsts: sql`
        select customer, min(happened) as first_seen
        from activity, extent
        where happened < as_of
        group by customer`,
      recent: sql`
        select customer, happened, lead(happened) over (partition by customer order by happened) as next_happened
        from activity, months
        where happened >= opens - ${gap} and happened < closes and happened < as_of`,
      people: sql`
        select customer, bool_or(happened < opens) as was_there, bool_or(happened >= closes - ${gap}) as is_there,
          count(*) filter (where happened + ${gap} < closes
            and (next_happened is null or next_happened > happened + ${gap})) as losses
        from recent, months
        group by customer`,
    })}
    select any_value(opens)::date as opens, any_value(closes)::date as closes,
      coalesce(any_value(closes <= as_of), false) as is_complete,
      coalesce(any_value(first_day > opens - ${gap}), false) as is_cut,
      count(*) filter (where was_there) as at_start,
      count(*) filter (where was_there and not is_there) as lost,
      count(*) filter (where first_seen >= opens) as joined,
      count(*) filter (where is_there) as at_end,
      coalesce(sum(losses), 0) as losses,
      coalesce(sum(losses) filter (where was_there), 0) as losses_of_start
    from months left join (people join firsts using (customer)) on true`;
}

/** months(opens, closes, as_of, first_day): the month whose churn is asked; no row without data. */
export function monthOf(month: string): Sql {
  const opens =
    month === "auto"
      ? sql`date_trunc('month', as_of) - interval 1 month`
      : sql`date_trunc('month', timestamp ${month})`;
  return sql`
    select ${opens} as opens, ${opens} + interval 1 month as closes, as_of, first_day
    from extent
    where as_of is not null`;
}
