import { join, sql, type Sql } from "../../engine";
import { customersQuery as customersOfPeriod } from "../attrition-over-time/query";
import { leverText, type Lever } from "../levers/lever";
import { logosQuery } from "../logo-attrition/customers";
import { columnFor } from "../segments/dimensions";
import { withBlocks } from "../with-blocks";
import { gapBlocks } from "./gaps";
import { logoRequest, logRequest } from "./months";
import type { Asked } from "./names";
import type { ReportRequest } from "./params";
import type { ReportResult } from "./result";
import { scoredBlocks } from "./scored";

/** One row a customer: score, the checklist of levers, and what became of them. */
export function customersQuery(request: ReportRequest, result: ReportResult, asked: Asked): Sql | null {
  if (asked.form === "month") return ofMonth(request, result, asked);
  const levers = result.levers.map(({ behaviour, cut }) => ({ behaviour, cut }));
  const weights = result.levers.map(({ weight }) => weight);
  if (asked.form === "off" || asked.form === "gap") return ofGap(request, result, asked, levers, weights);
  if (asked.form === "date" && ["both", "up", "down"].includes(asked.list))
    return movers(request, result, levers, weights, asked.date, asked.list);
  const day = asked.form === "audit" ? result.audit.dates[asked.date]!.day : result.dates[asked.date]!.day;
  return sql`
    ${withBlocks(scoredBlocks(request, levers, weights, sql`day = timestamp ${day}`))}
    select customer::varchar as customer, score, ${checklist(levers)}, stays
    from scored
    where ${conditionOf(asked, request, result)}
    order by scored.score desc, scored.customer::varchar`;
}

/** Those who lack a behaviour on the last date, the most urgent first. */
function ofGap(
  request: ReportRequest,
  result: ReportResult,
  asked: Extract<Asked, { form: "off" | "gap" }>,
  levers: readonly Lever[],
  weights: readonly number[],
): Sql {
  const day = result.dates.at(-1)!.day;
  const condition =
    asked.lever === null
      ? sql`lever is not null`
      : asked.form === "off"
        ? sql`${columnFor("on", asked.lever)} = 0`
        : sql`${columnFor("next", asked.lever)} is not null`;
  // The list of one lever is about that lever; the list of any is about the heaviest.
  const reached =
    asked.form === "gap" && asked.lever !== null ? columnFor("next", asked.lever) : sql`reached`;
  return sql`
    ${withBlocks(gapBlocks(request, levers, weights, sql`day = timestamp ${day}`))}
    select customer::varchar as customer, score, ${namesOf(levers, asked.lever)} as next_lever,
      ${reached} as score_with_next, ${checklist(levers)}, ends as contract_ends, days as days_left
    from gapped
    where ${condition}
    order by round(urgency, 6) desc nulls last, weight desc nulls last, gapped.score desc, gapped.customer::varchar`;
}

/** The lever that a row is about. */
function namesOf(levers: readonly Lever[], lever: number | null): Sql {
  if (lever !== null) return sql`${leverText(levers[lever]!)}`;
  const each = levers.map((one, i) => sql`when ${i} then ${leverText(one)}`);
  return sql`case lever ${join(each, " ")} end`;
}

/** Which behaviours are on and which are still off. */
function checklist(levers: readonly Lever[]): Sql {
  const listed = (is: number) =>
    join(
      levers.map((lever, i) => sql`case when ${columnFor("on", i)} = ${is} then ${leverText(lever)} end`),
      ", ",
    );
  return sql`concat_ws(', ', ${listed(1)}) as levers_on, concat_ws(', ', ${listed(0)}) as levers_off`;
}

function conditionOf(
  asked: Exclude<Asked, { form: "off" | "gap" | "month" }>,
  { params }: ReportRequest,
  { audit }: ReportResult,
): Sql {
  switch (asked.form) {
    case "date":
      return asked.list === "new" ? sql`not is_seen` : sql`is_seen`;
    case "on":
      return sql`is_seen and ${columnFor("on", asked.place)} = 1`;
    case "band": {
      const [from, to] = [params.bands[asked.place - 1], params.bands[asked.place]];
      return join(
        [
          sql`is_seen`,
          ...(from === undefined ? [] : [sql`score >= ${from}`]),
          ...(to === undefined ? [] : [sql`score < ${to}`]),
        ],
        " and ",
      );
    }
    case "audit": {
      const level = asked.level === null ? null : audit.levels[asked.level]!;
      const inLevel =
        level === null
          ? sql`true`
          : level.from === level.to
            ? sql`score = ${level.from}::double`
            : sql`score >= ${level.from} and ${level.to === 100 ? sql`score <= 100` : sql`score < ${level.to}`}`;
      return sql`is_seen and ${inLevel} and ${asked.list === "stayed" ? sql`stays` : sql`stays is not null`}`;
    }
  }
}

function movers(
  request: ReportRequest,
  result: ReportResult,
  levers: readonly Lever[],
  weights: readonly number[],
  date: number,
  list: string,
): Sql | null {
  const [before, day] = [result.dates[date - 1]?.day, result.dates[date]!.day];
  if (before === undefined) return null;
  const only = sql`day in (timestamp ${before}, timestamp ${day})`;
  const change = sql`scored.score - earlier.score`;
  return sql`
    ${withBlocks(scoredBlocks(request, levers, weights, only))}
    select scored.customer::varchar as customer, earlier.score as score_before, scored.score as score, ${change} as change,
      ${checklistOf(levers)}
    from scored join scored as earlier on earlier.customer = scored.customer and earlier.day = timestamp ${before}
    where scored.day = timestamp ${day} and scored.is_seen and earlier.is_seen
      and ${list === "up" ? sql`round(${change}, 6) > 0` : list === "down" ? sql`round(${change}, 6) < 0` : sql`true`}
    order by change desc, scored.customer::varchar`;
}

/** What went on and off between two dates. */
function checklistOf(levers: readonly Lever[]): Sql {
  const turned = (is: number) =>
    join(
      levers.map((lever, i) => {
        const column = columnFor("on", i).text;
        return sql`case when ${{ text: `scored.${column}` }} = ${is} and ${{ text: `earlier.${column}` }} = ${1 - is} then ${leverText(lever)} end`;
      }),
      ", ",
    );
  return sql`concat_ws(', ', ${turned(1)}) as levers_gained, concat_ws(', ', ${turned(0)}) as levers_lost`;
}

/** As the analyses of months themselves list them. */
function ofMonth(
  request: ReportRequest,
  { asOf, dates, months, currencies }: ReportResult,
  { month, list }: Extract<Asked, { form: "month" }>,
): Sql | null {
  const { opens } = months[month]!;
  const shown = dates.map(({ day }) => day);
  if (request.params.mode === "contracts")
    return logosQuery(
      logoRequest(request, { asOf, shown }, currencies <= 1),
      { asOf, series: months },
      `${opens} ${list === "start" ? "start" : "remaining"}`,
    );
  return customersOfPeriod(logRequest(request, asOf), {
    opens,
    key: list === "start" ? "at_start" : "remaining",
  });
}
