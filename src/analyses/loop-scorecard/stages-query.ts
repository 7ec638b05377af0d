import { join, sql, type Sql } from "../../engine";
import { eventRows } from "../onboarding/began";
import { withBlocks } from "../with-blocks";
import type { Chosen, Measure } from "./chosen";
import { beganOf, days, isThere, lifeBlocks, type LoopRequest } from "./life";
import { stageIds } from "./params";

/** Stages and the call: they are asked alike. */
export const measuredIds = [...stageIds, "call"] as const;
export type MeasuredId = (typeof measuredIds)[number];

export function measureOf({ stages, call }: Chosen, id: MeasuredId): Measure {
  return id === "call" ? call : stages[id];
}

/** What is measured, in order. */
export function measuredOf(chosen: Chosen): MeasuredId[] {
  return measuredIds.filter((id) => measureOf(chosen, id).done.length > 0);
}

/**
 * Blocks that end in followed_<id>(customer, entered, ends, done_at, is_open, is_done, was_there, is_known, stayed), one
 * row for each customer who entered. `ends`: the day after the last one of the window, the landmark. Who was there then is
 * compared: those who had gone could do nothing any more. `is_known`: the data cover the time after it.
 */
export function stageBlocks(
  request: LoopRequest,
  chosen: Chosen,
  ids: readonly MeasuredId[],
  asOf: string | null,
): Record<string, Sql> {
  const { later } = request.params;
  const measures = ids.map((id) => ({ id, ...measureOf(chosen, id) }));
  const events = [
    ...new Set(measures.flatMap(({ entry, done }) => [...(entry === null ? [] : [entry]), ...done])),
  ];
  return {
    ...lifeBlocks(request, asOf),
    ...(events.length && { events: eventRows(beganOf(request), events) }),
    ...Object.fromEntries(
      measures.flatMap(({ id, entry, done, days: within }) => [
        [`entered_${id}`, enteredBlock(entry, within)],
        [`done_${id}`, doneBlock(id, done)],
        [
          `seen_${id}`,
          sql`
            select entered.customer, bool_or(${isThere(sql`ends`)}) as was_there,
              bool_or(${isThere(sql`ends + ${days(later)}`)}) as stayed
            from ${block("entered", id)} as entered join there on there.customer = entered.customer
            group by entered.customer`,
        ],
        [
          `followed_${id}`,
          sql`
            select entered.customer, entered, ends, done_at, ends > as_of as is_open, done_at is not null as is_done,
              coalesce(was_there, false) as was_there, ends + ${days(later)} <= as_of as is_known,
              coalesce(stayed, false) as stayed
            from extent, ${block("entered", id)} as entered
              left join ${block("done", id)} as done on done.customer = entered.customer
              left join ${block("seen", id)} as seen on seen.customer = entered.customer`,
        ],
      ]),
    ),
  };
}

export function block(what: string, id: MeasuredId): Sql {
  return { text: `${what}_${id}` };
}

function enteredBlock(entry: string | null, within: number): Sql {
  const entered =
    entry === null
      ? sql`select customer, started as entered from began`
      : sql`
        select began.customer, min(happened) as entered
        from began join events on events.customer = began.customer
        where event = ${entry} and happened >= started
        group by began.customer`;
  return sql`
    select customer, entered, date_trunc('day', entered) + ${days(within)} as ends
    from (${entered})`;
}

/** Who did all of it in time, and when the last of it was. */
function doneBlock(id: MeasuredId, done: readonly string[]): Sql {
  return sql`
    select customer, max(first_at) as done_at
    from (
      select entered.customer, event, min(happened) as first_at
      from ${block("entered", id)} as entered join events on events.customer = entered.customer
      where event in (${done}) and happened >= entered and happened < ends
      group by entered.customer, event
    )
    group by customer
    having count(*) = ${done.length}`;
}

/** One row for each stage that is measured, and for the call: counts, and the median of days until it was done. */
export function stagesQuery(request: LoopRequest, chosen: Chosen, asOf: string | null): Sql {
  const ids = measuredOf(chosen);
  const kept = (where: Sql) =>
    sql`count(*) filter (where not is_open and is_known and was_there and ${where})`;
  const rows = ids.map(
    (id) => sql`
      select ${id} as stage, count(*) filter (where not is_open) as entered,
        count(*) filter (where not is_open and is_done) as done, count(*) filter (where is_open) as open,
        median(epoch(done_at - entered)) filter (where not is_open and is_done) / 86400 as days,
        count(*) filter (where not is_open and is_known and not was_there and is_done) as gone_done,
        count(*) filter (where not is_open and is_known and not was_there and not is_done) as gone_missed,
        ${kept(sql`is_done`)} as done_there, ${kept(sql`is_done and stayed`)} as done_stayed,
        ${kept(sql`not is_done`)} as missed_there, ${kept(sql`not is_done and stayed`)} as missed_stayed
      from ${block("followed", id)}`,
  );
  return sql`
    ${withBlocks(stageBlocks(request, chosen, ids, asOf))}
    ${join(rows, "\nunion all\n")}`;
}

/** The shares that the first figure shows, one row a stage; null where it is not measured. The call stands below them. */
export function sharesQuery(request: LoopRequest, chosen: Chosen, asOf: string | null): Sql {
  const ids = measuredOf(chosen);
  const shown = measuredIds.filter((id) => id !== "call" || ids.includes(id));
  const rows = shown.map((id) =>
    ids.includes(id)
      ? sql`
        select ${id} as stage, count(*) as entered, count(*) filter (where is_done) as did
        from ${block("followed", id)}
        where not is_open`
      : sql`
        select ${id} as stage, null as entered, null as did`,
  );
  return sql`
    ${withBlocks(stageBlocks(request, chosen, ids, asOf))}
    select *
    from (
      ${join(rows, "\nunion all\n")}
    )
    order by list_position([${[...measuredIds]}], stage)`;
}

/** steps: of those who entered onboarding and whose window is over, how many did each step in it. */
export function stepsQuery(request: LoopRequest, chosen: Chosen, asOf: string | null): Sql {
  return sql`
    ${withBlocks(stepBlocks(request, chosen, asOf))}
    select names.step, count(done_step.customer) as done, (select count(*) from base) as entered
    from (select unnest(generate_series(1, ${chosen.steps.length})) as step) as names
      left join done_step on done_step.step = names.step
    group by names.step
    order by names.step`;
}

/** base(customer, entered, ends) and done_step(customer, step, done_at). */
export function stepBlocks(request: LoopRequest, chosen: Chosen, asOf: string | null): Record<string, Sql> {
  const { entry, days: within } = chosen.stages.express;
  const { steps } = chosen;
  const events = [...new Set([...steps, ...(entry === null ? [] : [entry])])];
  const numbered = join(
    steps.map((event, i) => sql`(${i + 1}, ${event})`),
    ", ",
  );
  return {
    ...lifeBlocks(request, asOf),
    events: eventRows(beganOf(request), events),
    entered: enteredBlock(entry, within),
    base: sql`select customer, entered, ends from entered, extent where ends <= as_of`,
    step_names: sql`select * from (values ${numbered}) as named(step, event)`,
    done_step: sql`
      select base.customer, step, min(happened) as done_at
      from base join events on events.customer = base.customer join step_names on step_names.event = events.event
      where happened >= entered and happened < ends
      group by base.customer, step`,
  };
}
