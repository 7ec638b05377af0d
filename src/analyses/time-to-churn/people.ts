import { sql } from "../../engine";
import type { Questions } from "../analysis";
import { columnOf, tableOf, textOrNull } from "../role-columns";
import { withBlocks } from "../with-blocks";
import type { ChurnRequest, Clock } from "./clock";
import { livesBlocks } from "./lives";

/** How many in the table of customers never did anything: the log does not know them, and neither does the curve. */
export function peopleQuestions(request: ChurnRequest, known: Clock | null): Questions {
  const { beside, params } = request;
  if (params.mode === "durations" || params.people === null || !beside?.people) return {};
  const people = beside.people;
  return {
    silent: sql`
      ${withBlocks({
        ...livesBlocks(request, known),
        people: sql`
          select distinct ${textOrNull(columnOf(people, "customer"))}::varchar as customer
          from ${tableOf(people)}
          where ${textOrNull(columnOf(people, "customer"))} is not null`,
      })}
      select count(*) as people,
        count(*) filter (where customer not in (select customer::varchar from lives where customer is not null)) as silent
      from people`,
  };
}
