import { sql, type Sql } from "../../engine";
import { periodsAfter } from "../cohort-matrix/periods";
import { withBlocks } from "../with-blocks";
import { ourBlocks, type DefinitionsRequest } from "./query";
import type { DefinitionsResult } from "./result";

/** One row a customer of our own definition: when first seen, which period was looked at, and whether they were back in it. */
export function customersQuery(
  request: DefinitionsRequest,
  result: DefinitionsResult,
  who: string | null,
): Sql | null {
  const ours = result.definitions.find(({ id }) => id === "ours");
  const isKnown = who === null || who === "returned" || who === "eligible";
  if (!isKnown || !ours || ours.n === 0) return null;
  const { grain, k } = request.params;
  return sql`
    ${withBlocks({
      ...ourBlocks(request),
      firsts: sql`
        select customer, min(happened) as first_seen
        from activity, extent
        where happened < as_of
        group by customer`,
    })}
    select calendar.customer::varchar as customer, first_seen,
      ${periodsAfter(sql`first_opens`, k, grain, false)} as period_opens,
      ${periodsAfter(sql`first_opens`, k + 1, grain, false)} as period_closes, is_on as returned
    from calendar join firsts on firsts.customer = calendar.customer
    where ${who === "returned" ? sql`is_on` : sql`true`}
    order by customer`;
}
