import { join, name, sql, type Sql, type SqlValue } from "../engine";
import type { DataSet } from "./analysis";
import type { ActivityRule, RuleCondition } from "./rule";
import { columnOf, isFiniteTime, isNamed, textOrNull, timeOf, tableOf } from "./role-columns";

/** What one analysis asks besides: conditions that a relevant row must meet too, and columns that come along by their names. */
export interface MoreOfActivity {
  readonly where?: readonly Sql[];
  readonly columns?: Readonly<Record<string, Sql>>;
  /** Ids come as they are written, blank ones too, for one who groups by them and then reads each id once: see `idOf`. */
  readonly asWritten?: boolean;
}

/**
 * The one definition of activity(customer, happened): rows with a customer and a finite time that pass the rule.
 * Exact duplicates stay in: a row is an event until a person says otherwise.
 */
export function activity(data: DataSet, more: MoreOfActivity = {}): Sql {
  const rows = data.rule.after
    ? followingRows(data, data.rule.after, more)
    : relevantRows(data, { ...more, asWritten: more.asWritten === true && data.rule.minPerDay <= 1 });
  if (data.rule.minPerDay <= 1) return rows;
  // Apart from the table: a column of it may be called `customer`, too, and would be the one that is counted by.
  return sql`
    from (${rows})
    qualify count(*) over (partition by customer, happened::date) >= ${data.rule.minPerDay}`;
}

/** Who: text is trimmed and blank text is nobody; a whole number is its own id and groups twice as fast as its text. */
export function customerOf(data: DataSet): Sql {
  return textOrNull(columnOf(data, "customer"));
}

/** The id of `activity` where its ids came as written; null is nobody. Reading an id twice changes nothing. */
export function idOf(data: DataSet): Sql {
  return textOrNull({ ...columnOf(data, "customer"), name: "customer" });
}

export function happenedOf(data: DataSet): Sql {
  return timeOf(columnOf(data, "time"));
}

export function usable(data: DataSet): Sql {
  return sql`${isNamed(columnOf(data, "customer"))} and ${isFiniteTime(columnOf(data, "time"))}`;
}

/** Which rows are relevant, as conditions that must all hold; none for a rule that takes every row. */
export function relevant(data: DataSet): Sql[] {
  return [...chosenEvents(data), ...data.rule.conditions.map((one) => meets(one))];
}

/** The event's name as text; needs the role. */
export function eventOf(data: DataSet): Sql {
  const column = columnOf(data, "event");
  return column.kind === "text" ? name(column.name) : sql`${name(column.name)}::varchar`;
}

function chosenEvents(data: DataSet): Sql[] {
  const { form, events } = data.rule;
  if (form === "any" || data.roles.event === undefined) return [];
  const event = eventOf(data);
  if (form === "listed") return [events.length ? sql`${event} in (${events})` : sql`false`];
  // A row without an event's name is none of the excluded ones.
  return events.length ? [sql`(${event} is null or ${event} not in (${events}))`] : [];
}

function meets({ column, operator, value }: RuleCondition): Sql {
  const left = typeof value === "number" ? name(column) : sql`${name(column)}::varchar`;
  const right: SqlValue = value;
  switch (operator) {
    case ">=":
      return sql`${left} >= ${right}`;
    case "<=":
      return sql`${left} <= ${right}`;
    case "=":
      return sql`${left} = ${right}`;
    case "<>":
      return sql`${left} is distinct from ${right}`;
  }
}

function relevantRows(data: DataSet, { where = [], columns = {}, asWritten = false }: MoreOfActivity): Sql {
  const customer = asWritten ? name(columnOf(data, "customer").name) : customerOf(data);
  const isUsable = asWritten ? isFiniteTime(columnOf(data, "time")) : usable(data);
  return sql`
    select ${customer} as customer, ${happenedOf(data)} as happened${alongside(columns)}
    from ${tableOf(data)}
    where ${join([isUsable, ...relevant(data), ...where], " and ")}`;
}

function alongside(columns: Readonly<Record<string, Sql>>): Sql {
  return join(
    Object.entries(columns).map(([column, value]) => sql`, ${value} as ${name(column)}`),
    "",
  );
}

/** Only what comes within some hours after another event of the same customer; that event itself does not count. */
function followingRows(
  data: DataSet,
  after: NonNullable<ActivityRule["after"]>,
  { where = [], columns = {} }: MoreOfActivity,
): Sql {
  const event = sql`coalesce(${eventOf(data)}, '')`;
  const along = join(
    Object.keys(columns).map((column) => sql`, ${name(column)}`),
    "",
  );
  return sql`
    select customer, happened${along}
    from (
      select *, max(case when leads then happened end)
        over (partition by customer order by happened range between unbounded preceding and current row) as led_at
      from (
        select ${customerOf(data)} as customer, ${happenedOf(data)} as happened, ${event} = ${after.event} as leads,
          ${join([sql`true`, ...relevant(data), ...where], " and ")} as is_relevant${alongside(columns)}
        from ${tableOf(data)}
        where ${usable(data)}
      )
    )
    where is_relevant and not leads and led_at >= happened - to_hours(${after.withinHours})`;
}
