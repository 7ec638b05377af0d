import { join, sql, type Sql } from "../../engine";
import { customerOf, eventOf, happenedOf, usable } from "../activity";
import { populationBlocks } from "../levers/population";
import { columnFor } from "../segments/dimensions";
import { tableOf } from "../role-columns";
import { customerIn, spanBlocks } from "../usage-quartiles/spans";
import { windowsOf } from "../levers/population";
import { withBlocks } from "../with-blocks";
import { asLevers, measuresOf, type Behaviour, type SurvivorshipRequest } from "./behaviours";

/**
 * Of which behaviours it is known when they began: in a log of all but those that everybody has from the first row on, in a
 * table of the columns of first use.
 */
export function datedOf(
  { params }: SurvivorshipRequest,
  behaviours: readonly Behaviour[],
): readonly number[] {
  return behaviours.flatMap(({ form, behaviour, cut }, i) => {
    if (params.mode === "columns") return form === "first-use" && params.followed !== null ? [i] : [];
    return cut !== null && cut <= 0 ? [] : behaviour.startsWith("*") && timesOf(cut) <= 1 ? [] : [i];
  });
}

/** How often something has to be done until it counts. */
function timesOf(cut: number | null): number {
  return cut === null ? 1 : Math.max(1, Math.ceil(cut));
}

/**
 * Customers alike in when a behaviour began, how long they were followed and whether they left, counted: place, exposure (null:
 * never), ended, gone, customers. Times in steps of `unit` days since each one's beginning; in a table as they stand there.
 */
export function exposuresQuery(
  request: SurvivorshipRequest,
  behaviours: readonly Behaviour[],
  unit: number,
): Sql {
  const dated = datedOf(request, behaviours);
  const { blocks, ended, at } =
    request.params.mode === "columns"
      ? inColumns(request, behaviours)
      : inLog(request, behaviours, dated, unit);
  const rows = dated.map((i) => sql`{'place': ${i}, 'exposure': ${at(i)}}`);
  return sql`
    ${withBlocks({
      ...blocks,
      times: sql`
        select unnest([${join(rows, ", ")}], recursive := true), ${ended} as ended, gone
        from followed
        where ${ended} >= 0`,
    })}
    select place, exposure, ended, gone, count(*) as customers
    from times
    group by all
    order by all`;
}

function inColumns(request: SurvivorshipRequest, behaviours: readonly Behaviour[]) {
  const { levers, followed } = measuresOf(request, behaviours);
  return {
    blocks: {
      ...populationBlocks(asLevers(request), levers),
      followed: sql`select *, is_lost as gone from population`,
    },
    ended: columnFor("value", followed ?? 0),
    at: (i: number) => columnFor("value", i),
  };
}

function inLog(
  request: SurvivorshipRequest,
  behaviours: readonly Behaviour[],
  dated: readonly number[],
  unit: number,
) {
  const { data, params } = request;
  const windows = windowsOf(asLevers(request));
  const customer = customerIn(windows);
  const event = data.roles.event === undefined ? sql`null::varchar` : eventOf(data);
  const firsts = dated.flatMap((i) => firstOf(behaviours[i]!, i, params.metric));
  const kinds = dated.filter((i) => behaviours[i]!.behaviour === "*kinds");
  // Whole days of the calendar, so that days and moments are told alike. `greatest` would make a nought of what is not there.
  const steps = (moment: Sql) =>
    sql`case when ${moment} is not null then greatest(0, date_diff('day', first_seen::date, ${moment}::date) // ${unit}) end::double`;
  const columns = dated.map((i) => sql`, ${columnFor("at", i)}`);
  return {
    blocks: {
      ...spanBlocks(windows),
      ends: params.mode === "activity" ? silentBlock(params.outcomeDays) : contractEndBlock,
      happenings: sql`
        select spans.customer, happened, event
        from spans join (
          select ${customerOf(data)} as customer, ${happenedOf(data)} as happened, ${event} as event
          from ${tableOf(data)}
          where ${usable(data)}
        ) as events on events.${customer} = spans.customer
        where happened < as_of`,
      firsts: sql`
        select customer, ${join(
          firsts.map((one) => sql`${one},`),
          " ",
        )} count(*) as rows
        from happenings
        group by customer`,
      ...(kinds.length
        ? { kinds: kindsBlock(kinds.map((i) => ({ i, times: timesOf(behaviours[i]!.cut) }))) }
        : {}),
      followed: sql`
        select spans.customer, first_seen, ended_at, gone${join(columns, "")}
        from spans join ends on ends.customer = spans.customer
        left join firsts on firsts.customer = spans.customer
        ${kinds.length ? sql`left join kinds on kinds.customer = spans.customer` : sql``}`,
    },
    ended: steps(sql`ended_at`),
    at: (i: number) => steps(columnFor("at", i)),
  };
}

/** Gone: silent for as long as the outcome is; and gone from the end of that silence on, not before. */
function silentBlock(days: number): Sql {
  return sql`
    select customer, last_at + interval ${days} day <= as_of as gone,
      case when gone then last_at + interval ${days} day else as_of end as ended_at
    from (select customer, max(happened) as last_at, any_value(as_of) as as_of from activity, extent where happened < as_of group by customer)`;
}

const contractEndBlock: Sql = sql`
  select customer, closes_at <= as_of as gone, least(closes_at, as_of) as ended_at
  from (
    select customer::varchar as customer, max(coalesce(closes, 'infinity'::date))::timestamp as closes_at,
      any_value(as_of) as as_of
    from contracts, extent
    where opens < as_of
    group by all
  )`;

/** The moment from which a behaviour counts as done, over all that is known of the customer; different events stand apart. */
function firstOf({ behaviour, cut }: Behaviour, i: number, metric: string): Sql[] {
  if (behaviour === "*kinds") return [];
  const times = timesOf(cut);
  const ofEvent = behaviour === "*days" ? sql`` : sql` filter (where event = ${behaviour})`;
  const at = columnFor("at", i);
  if (times === 1) return [sql`min(happened)${ofEvent} as ${at}`];
  return behaviour === "*days" || metric === "days"
    ? [sql`((min(distinct happened::date, ${times})${ofEvent})[${times}])::timestamp as ${at}`]
    : [sql`(min(happened, ${times})${ofEvent})[${times}] as ${at}`];
}

function kindsBlock(wanted: readonly { readonly i: number; readonly times: number }[]): Sql {
  const columns = wanted.map(
    ({ i, times }) => sql`(min(first_at, ${times}))[${times}] as ${columnFor("at", i)}`,
  );
  return sql`
    select customer, ${join(columns, ", ")}
    from (select customer, event, min(happened) as first_at from happenings where event is not null group by customer, event)
    group by customer`;
}

/** One row: customers of the log, how many have been silent for more than `quietDays` when it ends, how many days it covers. */
export function coverageQuery(request: SurvivorshipRequest): Sql {
  const { extent, activity } = spanBlocks(windowsOf(asLevers(request)));
  return sql`
    ${withBlocks({ extent: extent!, activity: activity! })}
    select count(*) as customers, count(*) filter (where last_at < as_of - interval ${quietDays} day) as quiet,
      coalesce(max(date_diff('day', first_day, as_of)), 0) as days
    from (select customer, max(happened) as last_at from activity, extent where happened < as_of group by customer), extent`;
}

/** Spec C14: where nobody has been silent for so long, those who left are likely not in the export. */
export const quietDays = 60;
