import { join, sql, type Sql } from "../../engine";
import { withBlocks } from "../with-blocks";
import { metricsOf } from "./params";
import { metricName, unitBlocks, type AbTestRequest } from "./units";

/** More values of a column are no arms; they are counted no further. */
const mostRows = 400;

/**
 * One row for each state and arm: how many customers, and of each outcome what is known: known_i, ones_i, flag_i (nothing
 * but 0 and 1), mean_i, variance_i; and with the number from before (p_…) of those who have both.
 */
export function armsQuery(request: AbTestRequest): Sql {
  const metrics = metricsOf(request.params);
  const columns = metrics.map((_, i) => {
    const m = metricName(i);
    const both = sql`filter (where ${m} is not null and pre is not null)`;
    const at = (what: string): Sql => ({ text: `${what}_${i}` });
    return sql`,
      count(${m}) as ${at("known")}, count(*) filter (where ${m} = 1) as ${at("ones")},
      coalesce(bool_and(${m} in (0, 1)), true) as ${at("flag")}, avg(${m}) as ${at("mean")}, var_samp(${m}) as ${at("variance")},
      count(*) ${both} as ${at("pn")}, avg(${m}) ${both} as ${at("py")}, avg(pre) ${both} as ${at("px")},
      var_samp(${m}) ${both} as ${at("pvy")}, var_samp(pre) ${both} as ${at("pvx")}, covar_samp(${m}, pre) ${both} as ${at("pc")}`;
  });
  return sql`
    ${withBlocks(unitBlocks(request, null))}
    select state, arm, count(*) as customers${join(columns, "")}
    from units
    group by state, arm
    order by arm nulls last, state
    limit ${mostRows}`;
}

/** accounts(arm, accounts, several, split): how accounts lie in the arms; of arm null those that lie in more than one. */
export function accountsQuery(request: AbTestRequest): Sql {
  return sql`
    ${withBlocks({
      ...unitBlocks(request, null),
      accounts: sql`
        select account, count(*) as customers, count(distinct arm) as arms, min(arm) as arm
        from units
        where arm is not null and account is not null
        group by account`,
    })}
    select case when arms = 1 then arm end as arm, count(*) as accounts, count(*) filter (where customers > 1) as several
    from accounts
    group by 1
    order by 1 nulls last
    limit ${mostRows}`;
}

/** Accounts that look alike, counted: of each outcome "place:n:x" for every arm that has customers of the account. */
export function patternsQuery(
  request: AbTestRequest,
  arms: readonly string[],
  shares: readonly number[],
): Sql {
  const places = sql`list_position([${join(
    arms.map((arm) => sql`${arm}`),
    ", ",
  )}], arm)`;
  const each = shares.map(
    (i) => sql`
      select ${i} as metric, string_agg(place || ':' || n || ':' || x, ' ' order by place) as pattern
      from (
        select account, ${places} as place, count(${metricName(i)}) as n, count(*) filter (where ${metricName(i)} = 1) as x
        from units
        where state = 'in'
        group by account, arm
      )
      where n > 0
      group by account`,
  );
  return sql`
    ${withBlocks(unitBlocks(request, null))}
    select metric, pattern, count(*) as accounts
    from (
      ${join(each, " union all ")}
    )
    group by metric, pattern
    order by metric, pattern`;
}

/** What the log is known for. */
export function clockQuery(request: AbTestRequest): Sql {
  const { extent } = unitBlocks(request, null);
  return sql`
    ${withBlocks({ extent: extent! })}
    select first_day::date as first_day, as_of::date as as_of from extent`;
}

/** The shares that the first figure shows: one row for each outcome and arm, in the order of the table. */
export function sharesQuery(
  request: AbTestRequest,
  arms: readonly string[] | null,
  shares: readonly number[] | null,
  asOf: string | null,
): Sql {
  // Where no outcome is a share there are means, and never a query of nothing.
  if (shares?.length === 0) return meansQuery(request, arms, asOf);
  const counted = metricsOf(request.params).flatMap((metric, i) =>
    shares && !shares.includes(i)
      ? []
      : [
          sql`
      select ${i} as place, ${metric} as metric, arm as variant, count(${metricName(i)}) as customers,
        count(*) filter (where ${metricName(i)} = 1) as reached
      from units
      where state = 'in'
      group by arm`,
        ],
  );
  return sql`
    ${withBlocks({ ...unitBlocks(request, asOf), counts: join(counted, " union all ") })}
    select metric, variant, customers, reached, reached / nullif(customers, 0) as rate
    from counts
    order by place, ${inOrderOf(arms)}`;
}

function meansQuery(request: AbTestRequest, arms: readonly string[] | null, asOf: string | null): Sql {
  const means = metricsOf(request.params).map(
    (metric, i) => sql`
      select ${i} as place, ${metric} as metric, arm as variant, count(${metricName(i)}) as customers,
        avg(${metricName(i)}) as mean
      from units
      where state = 'in'
      group by arm`,
  );
  return sql`
    ${withBlocks({ ...unitBlocks(request, asOf), means: join(means, " union all ") })}
    select metric, variant, customers, mean
    from means
    order by place, ${inOrderOf(arms)}`;
}

function inOrderOf(arms: readonly string[] | null): Sql {
  if (!arms?.length) return sql`variant`;
  return sql`list_position([${join(
    arms.map((arm) => sql`${arm}`),
    ", ",
  )}], variant)`;
}
