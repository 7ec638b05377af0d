import { join, sql, type Sql } from "../../engine";
import { withBlocks } from "../with-blocks";
import { mostDrawn } from "./drawn";
import { livesBlocks, type CohortRequest } from "./lives";
import { isInTime, mostCohorts, mostLevels, stepsOf } from "./params";
import { cameInBits, isInBits } from "./presence";
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
  const sum = (column: string) => sql`, sum(${{ text: column }}) filter (where is_elapsed)`;
  return join([...amountSums, ...firstSums].map(sum), "");
}

/** Sums over a cell's customers of the amount in the step, and of that in the first period: the ratio and its variance. */
const amountSums = ["total", "squares", "products"] as const;
const firstSums = ["at_first", "first_squares"] as const;

function order({ params }: CohortRequest): Sql {
  return isInTime(params) ? sql`cohort` : sql`size desc, cohort`;
}

function chosen({ params }: CohortRequest, most: number): Sql {
  const place = isInTime(params) ? sql`cohort desc` : sql`size desc, cohort`;
  const totals =
    params.metric === "customers" ? sql`` : sql`, ${{ text: [...amountSums, ...firstSums].join(", ") }}`;
  return sql`
    select cohort, size, cohorts, k, upto, state, n, returned, is_elapsed${totals},
      null::double as simple, null::double as mixpanel
    from (select *, dense_rank() over (order by ${place}) as place, count(distinct cohort) over () as cohorts from cells)
    where place <= ${most}`;
}

function cellBlocks(request: CohortRequest): Record<string, Sql> {
  return {
    ...livesBlocks(request, false),
    ...(isInBits(request) ? {} : { visits: visits(request, false) }),
    steps: steps(request),
    ...(request.params.metric === "customers" ? {} : { firsts }),
    members: members(request),
    came: came(request),
    cells: cells(request),
  };
}

function steps({ params }: CohortRequest): Sql {
  const rows = stepsOf(params).map(({ k, to }) => sql`(${k}, ${to ?? k + 1}, ${to})`);
  return sql`select * from (values ${join(rows, ", ")}) as steps(k, closes, upto)`;
}

/** firsts(customer, first_total): what a customer's own first period amounts to. */
const firsts: Sql = sql`select customer, total::double as first_total from visits where k = 0`;

/** Customers of a cohort of whom equally many periods are known. */
function members({ params }: CohortRequest): Sql {
  if (params.metric === "customers")
    return sql`
      select cohort, elapsed, begun, hidden, count(*) as customers
      from lives
      group by all`;
  return sql`
    select cohort, elapsed, begun, hidden, count(*) as customers, coalesce(sum(first_total), 0) as at_first,
      coalesce(sum(first_total * first_total), 0) as first_squares
    from lives left join firsts on firsts.customer = lives.customer
    group by all`;
}

/** came(cohort, k, elapsed, hidden, customers [, total, squares, products]): who was there in a step. */
function came(request: CohortRequest): Sql {
  if (isInBits(request)) return cameInBits(request);
  const { params } = request;
  if (params.metric !== "customers") return cameWithAmounts(params);
  switch (params.counting) {
    case "on":
      return sql`
        select cohort, k, elapsed, hidden, count(*) as customers
        from visits
        where k <= ${params.offsets}
        group by all`;
    case "brackets":
      return sql`
        select cohort, steps.k, elapsed, hidden, count(distinct customer) as customers
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

/** A customer's amount in a step is squared as a whole, so that a bracket's periods are put together first. */
function cameWithAmounts({ counting, offsets }: CohortRequest["params"]): Sql {
  const amounts =
    counting === "brackets"
      ? sql`
          select customer, cohort, steps.k, elapsed, hidden, sum(total)::double as total
          from visits join steps on visits.k >= steps.k and visits.k < steps.closes
          group by all`
      : sql`
          select customer, cohort, k, elapsed, hidden, total::double as total from visits where k <= ${offsets}`;
  return sql`
    select cohort, k, elapsed, hidden, count(*) as customers, sum(total) as total, sum(total * total) as squares,
      coalesce(sum(total * first_total), 0) as products
    from (${amounts}) as amounts left join firsts on firsts.customer = amounts.customer
    group by all`;
}

function cells({ params }: CohortRequest): Sql {
  const hasTotals = params.metric !== "customers";
  const each = (columns: readonly string[], made: (column: string) => Sql) =>
    hasTotals ? join(columns.map(made), "") : sql``;
  const as = (when: string, column: string): Sql => ({ text: `${when}_${column}` });
  const atFirst = each(
    firstSums,
    (column) => sql`,
          coalesce(sum(${{ text: column }}) filter (where closes <= elapsed and k >= hidden), 0) as ${as("elapsed", column)},
          coalesce(sum(${{ text: column }}) filter (where k < begun and k >= hidden), 0) as ${as("begun", column)}`,
  );
  const totals = each(
    amountSums,
    (column) => sql`,
          sum(${{ text: column }}) filter (where closes <= elapsed and came.k >= hidden) as ${as("elapsed", column)},
          sum(${{ text: column }}) filter (where came.k >= hidden) as ${as("begun", column)}`,
  );
  const chosenSums = each(
    [...amountSums, ...firstSums],
    (column) => sql`,
      coalesce(case when is_elapsed then ${as("elapsed", column)} else ${as("begun", column)} end, 0) as ${{ text: column }}`,
  );
  return sql`
    select expected.cohort, size::bigint as size, expected.k, upto, ${stateOf(params)} as state, elapsed_members > 0 as is_elapsed,
      case when is_elapsed then elapsed_members else begun_members end::bigint as n,
      coalesce(case when is_elapsed then elapsed_came else begun_came end, 0)::bigint as returned${chosenSums}
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
