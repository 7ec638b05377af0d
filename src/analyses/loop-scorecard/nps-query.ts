import { name, sql, type Sql } from "../../engine";
import { asOfExtent } from "../extent";
import type { DataSet } from "../analysis";
import { AnalysisError } from "../analysis-error";
import { eventOf, happenedOf, usable } from "../activity";
import { columnOf, isFiniteTime, tableOf, textOrNull, timeOf } from "../role-columns";
import { withBlocks } from "../with-blocks";
import type { Chosen } from "./chosen";
import { days, isThere, lifeBlocks, type LoopRequest } from "./life";

export const mostQuarters = 12;

/** Where the answers are: a column of numbers in the log, or in the table of surveys; null where none is chosen. */
export function scoreOf({ data, params, beside }: LoopRequest): { data: DataSet; column: string } | null {
  const table = params.surveys === null ? data : beside?.surveys;
  const column = params.surveys === null ? params.score : params.scoreBeside;
  if (!table || column === null) return null;
  if (!table.columns.some((one) => one.name === column))
    throw new AnalysisError("missing-column", `missing column: ${column}`);
  return { data: table, column };
}

/**
 * Blocks that end in answers(customer, opens, score, answered_at), one a customer and quarter, the last of several, the
 * least of several at one moment; asked(customer, opens); first_answers(customer, score, answered_at, is_known, stayed).
 */
export function npsBlocks(request: LoopRequest, chosen: Chosen, asOf: string | null): Record<string, Sql> {
  const found = scoreOf(request);
  if (!found) throw new AnalysisError("missing-column", "no column of scores");
  const score = sql`${name(found.column)}::double`;
  const time = columnOf(found.data, "time");
  const happened = timeOf(time);
  const customer = sql`${textOrNull(columnOf(found.data, "customer"))}::varchar`;
  const isUsed = sql`${customer} is not null and ${isFiniteTime(time)} and ${happened} < ${asOfExtent}`;
  const isScore = sql`${score} >= 0 and ${score} <= 10 and ${score} = floor(${score})`;
  const { data, params } = request;
  return {
    ...lifeBlocks(request, asOf),
    raw: sql`
      select ${customer} as customer, ${happened} as answered_at, ${score} as score, ${isScore} as is_score
      from ${tableOf(found.data)}
      where ${isUsed}`,
    answers: sql`
      select customer, date_trunc('quarter', answered_at) as opens, max(answered_at) as answered_at,
        (min({'at': -epoch(answered_at), 'score': score})).score as score
      from raw
      where is_score
      group by 1, 2`,
    asked:
      chosen.asked === null
        ? // Rows without a score are those who were asked and kept silent; without any nobody knows who was asked.
          sql`
            select distinct customer, date_trunc('quarter', answered_at) as opens
            from raw
            where ${params.surveys !== null} and (select count(*) from raw where score is null) > 0`
        : sql`
            select distinct ${textOrNull(columnOf(data, "customer"))}::varchar as customer, date_trunc('quarter', ${happenedOf(data)}) as opens
            from ${tableOf(data)}
            where ${usable(data)} and ${happenedOf(data)} < ${asOfExtent} and trim(${eventOf(data)}) = ${chosen.asked}`,
    firsts: sql`
      select customer, (min({'at': answered_at, 'score': score})).score as score, min(answered_at) as answered_at,
        date_trunc('day', min(answered_at)) + ${days(1)} as ends
      from raw
      where is_score
      group by customer`,
    first_answers: sql`
      select firsts.customer, any_value(score) as score, any_value(answered_at) as answered_at,
        any_value(ends) + ${days(params.later)} <= any_value(as_of) as is_known,
        coalesce(bool_or(${isThere(sql`ends + ${days(params.later)}`)}), false) as stayed
      from extent, firsts left join there on there.customer::varchar = firsts.customer
      group by firsts.customer`,
  };
}

const kinds = sql`
  count(*) filter (where score >= 9) as promoters, count(*) filter (where score in (7, 8)) as passives,
  count(*) filter (where score <= 6) as detractors`;

/** One row a quarter with answers. */
export function quartersQuery(request: LoopRequest, chosen: Chosen, asOf: string | null): Sql {
  return sql`
    ${withBlocks({
      ...npsBlocks(request, chosen, asOf),
      given: sql`select opens, ${kinds} from answers group by opens`,
      requested: sql`
        select asked.opens, count(*) as asked, count(answers.customer) as responded
        from asked left join answers on answers.customer = asked.customer and answers.opens = asked.opens
        group by asked.opens`,
    })}
    select given.opens::date as quarter, promoters, passives, detractors, asked, responded,
      given.opens + interval 3 month > as_of as is_open
    from extent, given left join requested on requested.opens = given.opens
    order by given.opens desc
    limit ${mostQuarters}`;
}

/** Two rows: the first answer of each customer, of those who were still there later and of those who were not. */
export function outcomesQuery(request: LoopRequest, chosen: Chosen, asOf: string | null): Sql {
  return sql`
    ${withBlocks(npsBlocks(request, chosen, asOf))}
    select stayed, ${kinds}
    from first_answers
    where is_known
    group by stayed
    order by stayed`;
}

/** Rows whose number is none of 0 to 10. */
export function refusedQuery(request: LoopRequest): Sql {
  const found = scoreOf(request);
  if (!found) throw new AnalysisError("missing-column", "no column of scores");
  const score = sql`${name(found.column)}::double`;
  return sql`
    select count(*) filter (where ${score} is not null) as given,
      count(*) filter (where ${score} is not null and not (${score} >= 0 and ${score} <= 10 and ${score} = floor(${score}))) as refused
    from ${tableOf(found.data)}`;
}
