import { sql, type Sql } from "../../engine";
import { customersQuery as lossesQuery } from "../time-to-churn/customers";
import { withBlocks } from "../with-blocks";
import type { OnboardingRequest } from "./began";
import { lossRequest } from "./losses";
import { stepsOf } from "./params";
import { came, dayBlocks, eligible, funnelBlocks, stepName, valueBlocks } from "./query";
import type { OnboardingResult } from "./result";

/** Keys: "day 7 returned", "day 7 missed", "day 7 eligible", "value all", "value reached", "value by 7", "step 2"; others are those of losses. */
export function onboardingCustomers(
  request: OnboardingRequest,
  result: OnboardingResult,
  who: string | null,
): Sql | null {
  const { clock } = result;
  if (!clock) return null;
  if (who === null) return dayCustomers(request, clock.asOf, null, sql`true`);
  const [, day, what] = /^day (\d+) (returned|missed|eligible)$/.exec(who) ?? [];
  if (day !== undefined) {
    const known = request.params.days.find((one) => String(one) === day);
    if (known === undefined) return null;
    const returned =
      what === "eligible" ? sql`true` : what === "returned" ? came(known) : sql`not ${came(known)}`;
    return dayCustomers(request, clock.asOf, known, returned);
  }
  const value = /^value (all|reached)$/.exec(who)?.[1];
  if (value !== undefined)
    return result.value ? valueCustomers(request, clock.asOf, value === "reached") : null;
  const by = /^value by (\d+)$/.exec(who)?.[1];
  if (by !== undefined)
    return result.value?.curve.steps.some(({ time }) => String(time) === by)
      ? valueCustomers(request, clock.asOf, true, Number(by))
      : null;
  const step = /^step ([0-4])$/.exec(who)?.[1];
  if (step !== undefined)
    return result.funnel && Number(step) <= stepsOf(request.params).length
      ? stepCustomers(request, clock.asOf, Number(step))
      : null;
  return result.losses && /^(all|lost|kept|after) \*/.test(who)
    ? lossesQuery(lossRequest(request), clock, who)
    : null;
}

function dayCustomers(request: OnboardingRequest, asOf: string, day: number | null, returned: Sql): Sql {
  return sql`
    ${withBlocks(dayBlocks(request, asOf))}
    select customer::varchar as customer, started, known as days_known, ${day === null ? sql`null` : came(day)} as was_active
    from lived
    where ${day === null ? sql`true` : eligible(request.params, day)} and ${returned}
    order by started, 1`;
}

function valueCustomers(
  request: OnboardingRequest,
  asOf: string,
  isReached: boolean,
  by: number | null = null,
): Sql {
  return sql`
    ${withBlocks(valueBlocks(request, asOf))}
    select customer::varchar as customer, started, reached_at, time as days
    from valued
    where ${isReached ? sql`reached` : sql`true`} and ${by === null ? sql`true` : sql`time <= ${by}`}
    order by started, 1`;
}

function stepCustomers(request: OnboardingRequest, asOf: string, step: number): Sql {
  return sql`
    ${withBlocks(funnelBlocks(request, asOf))}
    select customer::varchar as customer, started, reached_at
    from ${stepName(step)}
    order by started, 1`;
}
