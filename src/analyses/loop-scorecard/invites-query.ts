import { join, sql, type Sql } from "../../engine";
import { eventRows } from "../onboarding/began";
import { withBlocks } from "../with-blocks";
import type { Chosen } from "./chosen";
import { beganOf, days, lifeBlocks, type LoopRequest } from "./life";

/** Days of life at which invitations are told, and the last day that is asked for. */
export function inviteMarks(last: number): number[] {
  return [...[1, 3, 7, 14, 30, 60, 90, 180].filter((day) => day < last), last];
}

/** One row a mark: sums over all customers whose first days are over, of invitations sent and accepted before that day. */
export function invitesQuery(request: LoopRequest, chosen: Chosen, asOf: string | null): Sql {
  const marks = inviteMarks(request.params.inviteDays);
  const rows = marks.map((day) => {
    const [sent, accepted] = [column("sent", day), column("accepted", day)];
    return sql`
      select ${day} as day, count(*) as customers, count(*) filter (where ${sent} > 0) as inviters,
        count(*) filter (where ${accepted} > 0) as successful, coalesce(sum(${sent}), 0)::bigint as sent,
        coalesce(sum(${accepted}), 0)::bigint as accepted, coalesce(sum(${sent} * ${sent}), 0)::double as sent_squares,
        coalesce(sum(${accepted} * ${accepted}), 0)::double as accepted_squares,
        coalesce(sum(${sent} * ${accepted}), 0)::double as products
      from counted`;
  });
  return sql`
    ${withBlocks(inviteBlocks(request, chosen, asOf))}
    ${join(rows, "\nunion all\n")}
    order by day`;
}

/** counted(customer, started, sent_<day>, accepted_<day>, …): everybody whose days of life are over, also those who sent none. */
export function inviteBlocks(request: LoopRequest, chosen: Chosen, asOf: string | null): Record<string, Sql> {
  const { inviteDays } = request.params;
  const marks = inviteMarks(inviteDays);
  const [invite] = chosen.stages.amplify.done;
  const { accepted } = chosen;
  const counts = (event: string | null, what: "sent" | "accepted") =>
    marks.map((day) =>
      event === null
        ? sql`0 as ${column(what, day)}`
        : sql`count(happened) filter (where event = ${event} and happened < started + ${days(day)}) as ${column(what, day)}`,
    );
  return {
    ...lifeBlocks(request, asOf),
    events: eventRows(
      beganOf(request),
      [invite, accepted].flatMap((event) => event ?? []),
    ),
    counted: sql`
      select began.customer, started, ${join([...counts(invite ?? null, "sent"), ...counts(accepted, "accepted")], ", ")}
      from extent, began left join events on events.customer = began.customer and happened >= started
      where started + ${days(inviteDays)} <= as_of
      group by began.customer, started`,
  };
}

export function column(what: "sent" | "accepted", day: number): Sql {
  return { text: `${what}_${day}` };
}
