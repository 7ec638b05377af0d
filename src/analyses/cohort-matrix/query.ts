import { join, sql, type Sql } from "../../engine";
import { withBlocks } from "../with-blocks";
import { mostDrawn } from "./drawn";
import { livesBlocks, type CohortRequest } from "./lives";
import { isInTime, mostCohorts, mostLevels, stepsOf } from "./params";
import { visits } from "./visits";

/**
 * One row a cohort and step: how many customers the cohort has, of how many the step is known (`n`), how many of them were there
 * (`returned`), and whether it is complete, in progress or not observed. Amounts: `total`, and `at_first` of the same customers.
 */
export function cellsQuery(request: CohortRequest): Sql {
  const { metric, show } = request.params;
  const share =
    metric !== "customers"
      ? sql`total, at_first, case when state <> 'not observed' and at_first > 0 then total / at_first end`
      : sql`case when state <> 'not observed' then ${show === "attrition" ? sql`(n - returned)` : sql`returned`} / n end`;
  return sql`
    ${withBlocks(cellBlocks(request))}
    select cohort, size, k, upto, state, n, returned, ${share} as share
    from (
      ${chosen(request, mostDrawn)}
    )
    order by ${order(request)}, k`;
}

/** The cells that are kept, and the averages over all of them in rows without a cohort: the log is read once. */
export function matrixQuery(request: CohortRequest): Sql {
  const most = isInTime(request.params) ? mostCohorts : mostLevels;
  return sql`
    ${withBlocks(cellBlocks(request))}
    select 'cell' as what, * from (
      ${chosen(request, most)}
    )
    union all
    select 'average', null, sum(size)::bigint, count(distinct cohort), k, upto, 'complete', sum(n) filter (where is_elapsed),
      sum(returned) filter (where is_elapsed), true${sumsOf(request)},
      ${weighted}
    from cells
    group by k, upto
    order by what desc, ${order(request)}, k`;
}

/** simple: the mean of the shares; mixpanel: each cohort's numerator and denominator weighted by its size. */
const weighted = sql`
      avg(returned / n) filter (where state = 'complete' and n > 0),
      sum(n * returned) filter (where state = 'complete') / nullif(sum(n * n) filter (where state = 'complete'), 0)`;

function sumsOf({ params }: CohortRequest): Sql {
  if (params.metric === "customers") return sql``;
  return sql`, sum(total) filter (where is_elapsed), sum(at_first) filter (where is_elapsed)`;
}

function order({ params }: CohortRequest): Sql {
  return isInTime(params) ? sql`cohort` : sql`size desc, cohort`;
}

function chosen({ params }: CohortRequest, most: number): Sql {
  const place = isInTime(params) ? sql`cohort desc` : sql`size desc, cohort`;
  const totals = params.metric === "customers" ? sql`` : sql`, total, at_first`;
  return sql`
    select cohort, size, cohorts, k, upto, state, n, returned, is_elapsed${totals},
      null::double as simple, null::double as mixpanel
    from (select *, dense_rank() over (order by ${place}) as place, count(distinct cohort) over () as cohorts from cells)
    where place <= ${most}`;
}

function cellBlocks(request: CohortRequest): Record<string, Sql> {
  return {
    ...livesBlocks(request, false),
    visits: visits(request, false),
    steps: steps(request),
    members: members(request),
    came: came(request),
    cells: cells(request),
  };
}

function steps({ params }: CohortRequest): Sql {
  const rows = stepsOf(params).map(({ k, to }) => sql`(${k}, ${to ?? k + 1}, ${to})`);
  return sql`select * from (values ${join(rows, ", ")}) as steps(k, closes, upto)`;
}

/** Customers of a cohort of whom equally many periods are known. */
function members({ params }: CohortRequest): Sql {
  if (params.metric === "customers")
    return sql`
      select cohort, elapsed, begun, hidden, count(*) as customers
      from lives
      group by all`;
  return sql`
    select cohort, elapsed, begun, hidden, count(*) as customers, coalesce(sum(total), 0) as at_first
    from lives left join (select customer, total from visits where k = 0) as firsts on firsts.customer = lives.customer
    group by all`;
}

/** came(cohort, k, elapsed, hidden, customers [, total]): who was there in a step. */
function came({ params }: CohortRequest): Sql {
  const total = params.metric === "customers" ? sql`` : sql`, sum(total) as total`;
  switch (params.counting) {
    case "on":
      return sql`
        select cohort, k, elapsed, hidden, count(*) as customers${total}
        from visits
        where k <= ${params.offsets}
        group by all`;
    case "brackets":
      return sql`
        select cohort, steps.k, elapsed, hidden, count(distinct customer) as customers${total}
        from visits join steps on visits.k >= steps.k and visits.k < steps.closes
        group by all`;
    case "after":
      return sql`
        select cohort, steps.k, elapsed, hidden, count(*) as customers
        from (select customer, cohort, elapsed, hidden, max(k) as last_k from visits group by all) as lasts
          join steps on steps.k <= last_k
        group by all`;
  }
}

function cells({ params }: CohortRequest): Sql {
  const hasTotals = params.metric !== "customers";
  const atFirst = hasTotals
    ? sql`,
          coalesce(sum(at_first) filter (where closes <= elapsed and k >= hidden), 0) as elapsed_first,
          coalesce(sum(at_first) filter (where k < begun and k >= hidden), 0) as begun_first`
    : sql``;
  const totals = hasTotals
    ? sql`,
          sum(total) filter (where closes <= elapsed and came.k >= hidden) as elapsed_total,
          sum(total) filter (where came.k >= hidden) as begun_total`
    : sql``;
  return sql`
    select expected.cohort, size::bigint as size, expected.k, upto, ${stateOf(params)} as state, elapsed_members > 0 as is_elapsed,
      case when is_elapsed then elapsed_members else begun_members end::bigint as n,
      coalesce(case when is_elapsed then elapsed_came else begun_came end, 0)::bigint as returned${
        hasTotals
          ? sql`,
      coalesce(case when is_elapsed then elapsed_total else begun_total end, 0) as total,
      case when is_elapsed then elapsed_first else begun_first end as at_first`
          : sql``
      }
    from (
        select cohort, k, any_value(upto) as upto, sum(customers) as size, bool_or(k < hidden) as is_hidden,
          coalesce(sum(customers) filter (where closes <= elapsed and k >= hidden), 0) as elapsed_members,
          coalesce(sum(customers) filter (where k < begun and k >= hidden), 0) as begun_members${atFirst}
        from members, steps
        where k < (select max(begun) from members)
        group by cohort, k
      ) as expected left join (
        select came.cohort, came.k, sum(customers) filter (where closes <= elapsed and came.k >= hidden) as elapsed_came,
          sum(customers) filter (where came.k >= hidden) as begun_came${totals}
        from came join steps on steps.k = came.k
        group by came.cohort, came.k
      ) as found on found.cohort = expected.cohort and found.k = expected.k`;
}

/** Complete: over for every customer of a cohort; in rows that are not in time it is enough to be over for some, and they alone count. */
function stateOf(params: CohortRequest["params"]): Sql {
  const isComplete = isInTime(params) ? sql`elapsed_members = size` : sql`elapsed_members > 0`;
  return sql`case when is_hidden then 'not observed' when ${isComplete} then 'complete'
        when begun_members > 0 then 'in progress' else 'not observed' end`;
}
