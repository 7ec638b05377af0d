import { name, sql, type Sql } from "../../engine";
import { withBlocks } from "../with-blocks";
import { metricsOf } from "./params";
import type { AbTestResult } from "./result";
import { metricName, unitBlocks, type AbTestRequest } from "./units";

/** Keys: "arm 0", "state late", "known 1 0" (outcome, arm), "reached 1 0". Null: everybody in one of the arms. */
export function abTestCustomers(
  request: AbTestRequest,
  result: AbTestResult,
  who: string | null,
): Sql | null {
  if (request.params.mode === "plan" || result.arms.length === 0) return null;
  const metrics = metricsOf(request.params);
  const known = metrics.map(
    (metric, i) => sql`, ${metricName(i)} as ${name(metric === "" ? "activity" : metric)}`,
  );
  const where = conditionOf(result, who, metrics.length);
  if (!where) return null;
  const when = request.params.mode === "log" ? sql`, assigned` : sql``;
  return sql`
    ${withBlocks(unitBlocks(request, result.clock?.asOf ?? null))}
    select customer, arm as variant, state${when}${{ text: known.map(({ text }) => text).join("") }}
    from units
    where ${where}
    order by customer`;
}

function conditionOf({ arms, states, metrics }: AbTestResult, who: string | null, asked: number): Sql | null {
  if (who === null) return sql`arm is not null`;
  const arm = (place: string | undefined) => arms.find((_, i) => String(i) === place)?.name ?? null;
  const [, place] = /^arm (\d+)$/.exec(who) ?? [];
  if (place !== undefined) return arm(place) === null ? null : sql`arm = ${arm(place)}`;
  const [, state] = /^state ([a-z-]+)$/.exec(who) ?? [];
  if (state !== undefined) return states.some((one) => one.state === state) ? sql`state = ${state}` : null;
  const [, what, metric, at] = /^(known|reached) (\d+) (\d+)$/.exec(who) ?? [];
  const i = metrics.findIndex((_, one) => String(one) === metric);
  if (what === undefined || i < 0 || i >= asked || arm(at) === null) return null;
  const isThere = what === "known" ? sql`${metricName(i)} is not null` : sql`${metricName(i)} = 1`;
  return sql`state = 'in' and arm = ${arm(at)} and ${isThere}`;
}
