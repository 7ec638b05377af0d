import { sql, type Sql } from "../../engine";
import { withBlocks } from "../with-blocks";
import { lives, type RenewalProjectionRequest } from "./lives";
import type { RenewalProjectionResult } from "./result";

/** Keys of numbers that count customers; only contracts know who they are. */
export const key = {
  atRisk: (renewal: number) => `renewal ${renewal} came`,
  renewed: (renewal: number) => `renewal ${renewal} passed`,
  lost: (renewal: number) => `renewal ${renewal} lost`,
  cohort: (cohort: string) => `cohort ${cohort}`,
  everybody: "everybody",
};

/** One row a customer: from when to when, and how many renewals were passed. */
export function customersQuery(
  request: RenewalProjectionRequest,
  result: RenewalProjectionResult,
  who: string | null,
): Sql | null {
  const isOne = conditionOf(result, who);
  if (request.params.mode !== "contracts" || result.asOf === null || !isOne) return null;
  return sql`
    ${withBlocks(lives(request, result.asOf))}
    select customer::varchar as customer, first_day, gone, cohort, known as renewals_known, passed as renewals_passed
    from lives
    where ${isOne}
    order by first_day, customer`;
}

/** Keys come from files: only those are known that this result gave out. */
function conditionOf({ renewals, cohorts }: RenewalProjectionResult, who: string | null): Sql | null {
  if (who === null || who === key.everybody) return sql`true`;
  for (const { renewal } of renewals) {
    const came = sql`known >= ${renewal} and passed >= ${renewal} - 1`;
    if (who === key.atRisk(renewal)) return came;
    if (who === key.renewed(renewal)) return sql`${came} and passed >= ${renewal}`;
    if (who === key.lost(renewal)) return sql`${came} and passed = ${renewal} - 1`;
  }
  for (const { cohort } of cohorts) if (who === key.cohort(cohort)) return sql`cohort = date ${cohort}`;
  return null;
}
