import { sql, type Sql } from "../../engine";
import { customerOf, eventOf, happenedOf, usable } from "../activity";
import type { Answers } from "../analysis";
import { textAt } from "../answer";
import { activityExtent } from "../extent";
import { tableOf } from "../role-columns";
import { leverOf, wholeBehaviours, type Lever } from "./lever";
import { mostLevers } from "./lever-params";
import type { LeverRequest } from "./population";

/** Whether the log itself has to say which behaviours there are. */
export function isOpen({ params }: LeverRequest): boolean {
  return params.mode !== "columns" && params.levers.length === 0;
}

/** The events that most customers have, at most as many as fit beside active days and different events. */
export function widestQuery({ data, params }: LeverRequest): Sql {
  const event = data.roles.event === undefined ? sql`null::varchar` : eventOf(data);
  return sql`
    with extent as (
      ${activityExtent(data, params.asOf)}
    )
    select event, customers
    from (
      select ${event} as event, count(distinct ${customerOf(data)}) as customers
      from ${tableOf(data)}
      where ${usable(data)} and ${happenedOf(data)} < (select as_of from extent)
      group by all
    )
    where event is not null and trim(event) <> ''
    order by customers desc, event
    limit ${mostLevers - wholeBehaviours.length}`;
}

/** The levers asked for, or those that the log says (an answer of `widestQuery`). */
export function leversOf(request: LeverRequest, answers: Answers): readonly Lever[] {
  if (!isOpen(request)) return request.params.levers.map(leverOf);
  const { widest } = answers;
  const events = widest
    ? Array.from({ length: widest.rowCount }, (_, row) => textAt(widest, row, "event"))
    : [];
  const whole = events.length > 1 ? wholeBehaviours : wholeBehaviours.slice(0, 1);
  return [...whole, ...events].map((behaviour) => ({ behaviour, cut: null }));
}
