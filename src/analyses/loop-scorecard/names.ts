import { sql, type Sql } from "../../engine";
import { customerOf, eventOf, usable } from "../activity";
import type { Answers, DataSet } from "../analysis";
import { countAt, textAt } from "../answer";
import { tableOf } from "../role-columns";

export interface EventName {
  readonly event: string;
  readonly customers: number;
}

/** Of more names than these a log is not one of events with names; those that most customers have are looked at. */
const most = 500;

/** The names of events there are, and how many customers have each. */
export function namesQuery(data: DataSet): Sql {
  return sql`
    select trim(${eventOf(data)}) as event, count(distinct ${customerOf(data)}) as customers
    from ${tableOf(data)}
    where ${usable(data)} and trim(${eventOf(data)}) <> ''
    group by 1
    order by customers desc, event
    limit ${most}`;
}

export function readNames({ names }: Answers): EventName[] {
  if (!names) return [];
  return names.rows().map((_, row) => ({
    event: textAt(names, row, "event"),
    customers: countAt(names, row, "customers"),
  }));
}
