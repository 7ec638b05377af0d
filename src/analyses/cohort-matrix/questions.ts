import { join, name, sql } from "../../engine";
import { activity, happenedOf, relevant, usable } from "../activity";
import type { Answers, Questions } from "../analysis";
import { dayAt } from "../answer";
import { activityExtent, asOfExtent } from "../extent";
import { columnOf, tableOf, textOrNull } from "../role-columns";
import { activityRowQuestions } from "../row-counts";
import { withBlocks } from "../with-blocks";
import { inCurrency, livesBlocks, type CohortRequest } from "./lives";
import { matrixQuery } from "./query";
import { refusal } from "./compute";

export function firstQuestions(request: CohortRequest): Questions {
  const { data, params } = request;
  return {
    extent: sql`
      select as_of::date as as_of, first_day::date as first_day from (${activityExtent(data, params.asOf)})`,
    ...moneyQuestions(request),
    ...activityRowQuestions(data, params.asOf),
  };
}

export function secondQuestions(answers: Answers, request: CohortRequest): Questions {
  if (refusal(answers, request)) return {};
  const asOf = answers.extent && answers.extent.rowCount > 0 ? dayAt(answers.extent, 0, "as_of") : null;
  const known = { ...request, params: { ...request.params, asOf: asOf ?? request.params.asOf } };
  return { matrix: matrixQuery(known), ...factsQuestions(known) };
}

/** Which currencies there are, and what was paid back. */
function moneyQuestions(request: CohortRequest): Questions {
  const { data, params } = request;
  if (params.metric !== "revenue") return {};
  const extent = activityExtent(data, params.asOf);
  const rows = [usable(data), ...relevant(data), sql`${happenedOf(data)} < ${asOfExtent}`];
  const currency = data.roles.currency === undefined ? null : textOrNull(columnOf(data, "currency"));
  return {
    ...(currency
      ? {
          currencies: sql`
            ${withBlocks({ extent })}
            select coalesce(${currency}::varchar, '') as currency, count(*) as rows
            from ${tableOf(data)}
            where ${join(rows, " and ")}
            group by all
            order by rows desc, currency`,
        }
      : {}),
    refunds: sql`
      ${withBlocks({
        extent,
        activity: activity(data, {
          where: inCurrency(request),
          columns: { amount: name(columnOf(data, "amount").name) },
        }),
      })}
      select count(*) as rows, sum(amount::double) as total
      from activity, extent
      where amount < 0 and happened < as_of`,
  };
}

/** Who is in the log and in no row, and who was there before the log. */
function factsQuestions(request: CohortRequest): Questions {
  const { params } = request;
  if (params.by === "activity" || params.by === "attribute") return {};
  const isBeside = params.by === "signup" && params.people !== null;
  return {
    facts: sql`
      ${withBlocks(livesBlocks(request))}
      select
        (select count(distinct customer) from activity, extent
          where happened < as_of and customer${isBeside ? sql`::varchar` : sql``} not in (select customer from lives)) as unplaced,
        (select count(*) from lives where hidden > 0) as early`,
  };
}
