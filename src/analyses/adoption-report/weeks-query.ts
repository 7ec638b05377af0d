import { join, sql, type Sql } from "../../engine";
import { weightsFrom } from "../adoption-score/weights-text";
import { periodsQuery } from "../attrition-over-time/query";
import { leverOf } from "../levers/lever";
import { seriesQuery } from "../logo-attrition/query";
import { hasRevenue } from "../logo-attrition/source";
import { withBlocks } from "../with-blocks";
import { logoRequest, logRequest, monthOf } from "./months";
import type { ReportRequest } from "./params";
import type { ReportResult } from "./result";
import { scoredBlocks } from "./scored";

/**
 * One row a date: customers scored, their mean score and how it is spread, and what stayed in the month of the date. Intervals
 * that hang on resampling or on Student's t stand in it as they were found.
 */
export function weeksQuery(request: ReportRequest, result: ReportResult | null): Sql {
  const asked = request.params.levers.map(leverOf);
  const levers =
    result && result.levers.length
      ? result.levers.map(({ behaviour, cut }) => ({ behaviour, cut }))
      : asked.length
        ? asked
        : [{ behaviour: "*days", cut: null }];
  const weights =
    result && result.levers.length && result.refused === null
      ? result.levers.map(({ weight }) => weight)
      : (weightsFrom(request.params.weights, levers.length) ?? levers.map(() => 100 / levers.length));
  return sql`
    ${withBlocks({ ...scoredBlocks(request, levers, weights, sql`is_shown`), found: foundBlock(result) })}
    select told.day::date as day, told.customers, told.mean, found.low, found.high,
      months.at_start, months.stayed, months.gross, found.gross_low, found.gross_high,
      months.net, found.net_low, found.net_high
    from (
        select dates.day, count(score) as customers, avg(score) as mean
        from dates left join scored on scored.day = dates.day and is_seen
        where is_shown
        group by dates.day
      ) as told
      left join found on found.day = told.day::date
      left join (
        ${monthsOf(request, result)}
      ) as months on months.opens = date_trunc('month', told.day)
    order by told.day`;
}

/** found(day, low, high, gross_low, …), as the result has them. */
function foundBlock(result: ReportResult | null): Sql {
  const rows = (result?.dates ?? []).map(({ day, interval, month }) => {
    const money = month === null ? null : result!.months[month]!.money;
    const numbers = [interval, money?.gross.interval ?? null, money?.net.interval ?? null].flatMap((one) =>
      one ? [sql`${one[0]}::double`, sql`${one[1]}::double`] : [sql`null`, sql`null`],
    );
    return sql`(date ${day}, ${join(numbers, ", ")})`;
  });
  const columns = sql`found(day, low, high, gross_low, gross_high, net_low, net_high)`;
  if (rows.length === 0)
    return sql`
      select null::date as day, null::double as low, null::double as high, null::double as gross_low,
        null::double as gross_high, null::double as net_low, null::double as net_high`;
  return sql`select * from (values ${join(rows, ", ")}) as ${columns}`;
}

/** months(opens, at_start, stayed, gross, net) of months that are over. */
function monthsOf(request: ReportRequest, result: ReportResult | null): Sql {
  const shown = result?.dates.map(({ day }) => day) ?? [];
  if (request.params.mode !== "contracts")
    return sql`
      select opens, case when is_judged then at_start end as at_start,
        case when is_judged then remaining end as stayed, null::double as gross, null::double as net
      from (${periodsQuery(logRequest(request, result?.asOf ?? null))})`;
  const logos = logoRequest(request, { asOf: result?.asOf ?? null, shown }, (result?.currencies ?? 1) <= 1);
  const asOf = result?.asOf ?? null;
  const moments =
    asOf && shown.length && result?.months.length
      ? { asOf, firstDay: result.months[0]!.opens, focal: monthOf(shown.at(-1)!) }
      : null;
  const money = hasRevenue(logos);
  const isOver = asOf ? sql`closes <= date ${asOf}` : sql`true`;
  return sql`
    select opens, case when ${isOver} then at_start end as at_start,
      case when ${isOver} then at_start - lost end as stayed,
      ${money ? sql`case when ${isOver} and mrr_start > 0 then greatest(0, mrr_start - mrr_lost - mrr_contraction) / mrr_start end` : sql`null::double`} as gross,
      ${money ? sql`case when ${isOver} and mrr_start > 0 then greatest(0, mrr_start - mrr_lost - mrr_contraction + mrr_expansion) / mrr_start end` : sql`null::double`} as net
    from (${seriesQuery(logos, moments)})`;
}
