import { sql, type Sql } from "../../engine";
import type { Questions } from "../analysis";
import { contractRowQuestions, activityRowQuestions } from "../row-counts";
import { tableOf } from "../role-columns";
import { withBlocks } from "../with-blocks";
import { clockQuestion, type ChurnRequest, type Clock } from "./clock";
import { eventOf, livesBlocks, statusOf } from "./lives";
import { mostTimes, startOf, type ChurnParams } from "./params";
import { placedBlocks } from "./places";
import { peopleQuestions } from "./people";

/** What has to be known before customers can be counted. */
export function firstQuestions(request: ChurnRequest): Questions {
  const { data, params } = request;
  switch (params.mode) {
    case "durations":
      return { statuses: statusesQuestion(request), times: timesQuestion(request) };
    case "contracts":
      return { clock: clockQuestion(request), ...contractRowQuestions(data, params.asOf) };
    case "inactivity":
      return { clock: clockQuestion(request), ...activityRowQuestions(data, params.asOf) };
  }
}

/** `counts`: who leaves and who is followed no longer, by group and time; `facts`: a row of those who count, and one of those left out for each reason. */
export function countQuestions(request: ChurnRequest, known: Clock | null): Questions {
  return {
    counts: sql`
      ${withBlocks({ ...placedBlocks(request, known), counted: counted(request) })}
      select place, level, time, events, censored, entered from counted order by place, time`,
    facts: sql`
      ${withBlocks(livesBlocks(request, known))}
      select omission, count(*) as customers, count(distinct customer) as ids,
        count(*) filter (where levels > 1) as changed,
        count(*) filter (where opened < first_opened + 7) as in_first_week,
        max(closed) - min(opened) as days
      from (select *, min(opened) over () as first_opened from lives)
      group by omission`,
    ...peopleQuestions(request, known),
  };
}

/** counted(place, level, time, events, censored, entered): one row a group and time, of exits and of late entries. */
export function counted({ params }: ChurnRequest): Sql {
  const exits = sql`
    select place, level, time, count(*) filter (where lost) as events,
      count(*) filter (where not lost) as censored, 0 as entered
    from placed
    group by place, level, time`;
  if (!hasEntries(params)) return exits;
  return sql`
    select place, level, time, sum(events)::bigint as events, sum(censored)::bigint as censored,
      sum(entered)::bigint as entered
    from (
      ${exits}
      union all
      select place, level, entry, 0, 0, count(*)
      from placed
      where entry > 0
      group by place, level, entry
    )
    group by place, level, time`;
}

function hasEntries(params: ChurnParams): boolean {
  return params.mode === "durations"
    ? params.entry !== null
    : params.from !== "auto" || startOf(params) !== null;
}

/** Different statuses and how often; of a file with a thousand the most frequent. */
function statusesQuestion({ data, params }: ChurnRequest): Sql {
  const status = statusOf(params.status ?? "");
  return sql`
    select ${status} as status, count(*) as rows, bool_or(${status} = ${eventOf(params.event)}) as is_event
    from ${tableOf(data)}
    where ${status} is not null
    group by all
    order by is_event desc, rows desc, status
    limit 20`;
}

function timesQuestion(request: ChurnRequest): Sql {
  return sql`
    ${withBlocks(livesBlocks(request, null))}
    select least(count(distinct time), ${mostTimes + 1}) as times from lives where omission is null`;
}
