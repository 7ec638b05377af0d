import { sql, type Sql } from "../../engine";
import { withBlocks } from "../with-blocks";
import { doorBlocks } from "./doors-query";
import { column, inviteBlocks, inviteMarks } from "./invites-query";
import { lifeBlocks, type LoopRequest } from "./life";
import { npsBlocks, scoreOf } from "./nps-query";
import type { LoopResult } from "./result";
import { block, measuredIds, stageBlocks, stepBlocks, type MeasuredId } from "./stages-query";

/** Keys are those below; null: everybody who began. */
export function loopCustomers(request: LoopRequest, result: LoopResult, who: string | null): Sql | null {
  const { clock } = result;
  if (!clock) return null;
  if (who === null)
    return sql`
      ${withBlocks(lifeBlocks(request, clock.asOf))}
      select customer::varchar as customer, started::date as started
      from began
      order by started, 1`;
  for (const asked of [stageCustomers, stepCustomers, doorCustomers, inviteCustomers, npsCustomers]) {
    const query = asked(request, result, clock.asOf, who);
    if (query) return query;
  }
  return null;
}

const stageParts: Readonly<Record<string, Sql>> = {
  entered: sql`not is_open`,
  done: sql`not is_open and is_done`,
  open: sql`is_open`,
  "done there": sql`not is_open and is_known and was_there and is_done`,
  "done stayed": sql`not is_open and is_known and was_there and is_done and stayed`,
  "done gone": sql`not is_open and is_known and not was_there and is_done`,
  "missed there": sql`not is_open and is_known and was_there and not is_done`,
  "missed stayed": sql`not is_open and is_known and was_there and not is_done and stayed`,
  "missed gone": sql`not is_open and is_known and not was_there and not is_done`,
};

/** "express done", "call missed stayed" */
function stageCustomers(request: LoopRequest, result: LoopResult, asOf: string, who: string): Sql | null {
  const [, id, part] = /^([a-z]+) (.+)$/.exec(who) ?? [];
  const stage = measuredIds.find((one) => one === id);
  if (!stage || !part || !Object.hasOwn(stageParts, part)) return null;
  if (!result.stages.some((one) => one.id === stage)) return null;
  return sql`
    ${withBlocks(stageBlocks(request, result.chosen, [stage satisfies MeasuredId], asOf))}
    select customer::varchar as customer, entered, done_at, ends::date as time_over, was_there as there_then,
      case when is_known then stayed end as there_later
    from ${block("followed", stage)}
    where ${stageParts[part]!}
    order by entered, 1`;
}

/** "steps all", "step 2" */
function stepCustomers(
  request: LoopRequest,
  { chosen, steps }: LoopResult,
  asOf: string,
  who: string,
): Sql | null {
  if (steps.length === 0) return null;
  const number = /^step ([1-5])$/.exec(who)?.[1];
  if (who !== "steps all" && (number === undefined || Number(number) > steps.length)) return null;
  const blocks = withBlocks(stepBlocks(request, chosen, asOf));
  if (number === undefined)
    return sql`
      ${blocks}
      select customer::varchar as customer, entered, ends::date as time_over from base order by entered, 1`;
  return sql`
    ${blocks}
    select base.customer::varchar as customer, entered, done_at
    from base join done_step on done_step.customer = base.customer
    where step = ${Number(number)}
    order by entered, 1`;
}

/** "door 2024-01-01 came", "door 2024-01-01 bought", "exit 2024-01-01 there", "exit 2024-01-01 lost" */
function doorCustomers(
  request: LoopRequest,
  { chosen, doors }: LoopResult,
  asOf: string,
  who: string,
): Sql | null {
  const [, side, month, part] = /^(door|exit) (\d{4}-\d{2}-\d{2}) (came|bought|there|lost)$/.exec(who) ?? [];
  const found = doors.find((one) => one.month === month);
  if (!found || !month || (side === "door") !== (part === "came" || part === "bought")) return null;
  if (side === "door" ? !found.entrance : !found.leak) return null;
  const blocks = withBlocks(doorBlocks(request, chosen, asOf));
  if (side === "door")
    return sql`
      ${blocks}
      select customer::varchar as customer, came_at, bought_at
      from entrance
      where opens = timestamp ${month} and ${part === "came" ? sql`true` : sql`bought_at is not null`}
      order by came_at, 1`;
  return sql`
    ${blocks}
    select customer::varchar as customer, was_there as there_before, is_there as there_at_end
    from present
    where opens = timestamp ${month} and was_there and ${part === "there" ? sql`true` : sql`not is_there`}
    order by 1`;
}

/** "invites all", "invites 14 sent", "invites 14 accepted" */
function inviteCustomers(
  request: LoopRequest,
  { chosen, invites }: LoopResult,
  asOf: string,
  who: string,
): Sql | null {
  if (!invites) return null;
  const last = request.params.inviteDays;
  const [, day, part] = /^invites (\d+) (sent|accepted)$/.exec(who) ?? [];
  const mark = inviteMarks(last).find((one) => String(one) === day);
  if (who !== "invites all" && mark === undefined) return null;
  const [until, what] = [mark ?? last, part === "accepted" ? ("accepted" as const) : ("sent" as const)];
  return sql`
    ${withBlocks(inviteBlocks(request, chosen, asOf))}
    select customer::varchar as customer, started::date as started, ${column("sent", until)} as sent,
      ${column("accepted", until)} as accepted
    from counted
    where ${mark === undefined ? sql`true` : sql`${column(what, mark)} > 0`}
    order by started, 1`;
}

const kinds: Readonly<Record<string, Sql>> = {
  answered: sql`true`,
  promoters: sql`score >= 9`,
  passives: sql`score in (7, 8)`,
  detractors: sql`score <= 6`,
};

/** "nps 2024-01-01 promoters", "nps 2024-01-01 asked", "nps 2024-01-01 responded", "nps stayed promoters", "nps left answered" */
function npsCustomers(
  request: LoopRequest,
  { chosen, nps }: LoopResult,
  asOf: string,
  who: string,
): Sql | null {
  const [, when, part] = /^nps (\d{4}-\d{2}-\d{2}|stayed|left) ([a-z]+)$/.exec(who) ?? [];
  if (!nps || !scoreOf(request) || when === undefined || part === undefined) return null;
  const blocks = withBlocks(npsBlocks(request, chosen, asOf));
  if (when === "stayed" || when === "left") {
    if (!Object.hasOwn(kinds, part)) return null;
    return sql`
      ${blocks}
      select customer, score, answered_at, stayed as there_later
      from first_answers
      where is_known and ${when === "stayed" ? sql`stayed` : sql`not stayed`} and ${kinds[part]!}
      order by answered_at, 1`;
  }
  const quarter = nps.quarters.find((one) => one.quarter === when);
  if (!quarter) return null;
  if (part === "asked" || part === "responded")
    return quarter.response
      ? sql`
          ${blocks}
          select asked.customer, score, answered_at
          from asked left join answers on answers.customer = asked.customer and answers.opens = asked.opens
          where asked.opens = timestamp ${when} and ${part === "asked" ? sql`true` : sql`answers.customer is not null`}
          order by 1`
      : null;
  if (!Object.hasOwn(kinds, part)) return null;
  return sql`
    ${blocks}
    select customer, score, answered_at
    from answers
    where opens = timestamp ${when} and ${kinds[part]!}
    order by answered_at, 1`;
}
