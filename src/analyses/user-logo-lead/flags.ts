import { sql, type Sql } from "../../engine";
import { withBlocks } from "../with-blocks";
import { accountMonthBlocks, type LeadRequest } from "./query";

/** Months before the end, or around a notice, in which a flag counts as belonging to it. */
const reach = 6;

function flagBlocks(request: LeadRequest): Record<string, Sql | null> {
  const { threshold } = request.params;
  return {
    ...accountMonthBlocks(request),
    // A stay of a lost account: its months, and the first of the last six in which the flag was up before notice.
    ended: sql`
      select account, gone_on, max(attrition) as most, max(seats) as seats,
        min(closes_month) filter (
          where attrition > ${threshold} and loss_lag <= ${reach} and not is_after_notice
        ) as flagged_on
      from account_months
      where gone_on is not null
      group by account, gone_on`,
    // An account that left twice is one account: its last end counts.
    lost: sql`
      select account, gone_on, seats, most, flagged_on, gone_on - flagged_on as lead_days
      from ended
      qualify row_number() over (partition by account order by gone_on desc) = 1`,
    now: sql`
      select account, closes_month, seats, lost_users, attrition, attrition > ${threshold} as is_flagged
      from account_months, extent
      where closes_month = date_trunc('month', as_of) and gone_on is null`,
    noticed_first: sql`
      select account, noticed, min(closes_month) - noticed as days
      from account_months
      where attrition > ${threshold} and closes_month between noticed - 183 and noticed + 183
      group by account, noticed
      qualify row_number() over (partition by account order by noticed desc) = 1`,
  };
}

/** One row: how many of the lost had been flagged and how long before, who is flagged now, and whether notice came first. */
export function flagsQuery(request: LeadRequest): Sql {
  return sql`
    ${withBlocks(flagBlocks(request))}
    select
      (select count(*) from lost) as lost,
      (select count(flagged_on) from lost) as flagged,
      (select median(lead_days) from lost) as lead_median,
      (select quantile_cont(lead_days, 0.25) from lost) as lead_low,
      (select quantile_cont(lead_days, 0.75) from lost) as lead_high,
      (select count(*) from now) as now_accounts,
      (select count(*) from now where is_flagged) as now_flagged,
      (select any_value(closes_month) from now) as now_until,
      (select count(*) from noticed_first) as noticed,
      (select count(*) from noticed_first where days <= 0) as users_first,
      (select median(days) from noticed_first) as notice_median`;
}

export const whoKeys = ["lost", "flagged", "at-risk"] as const;

/** The accounts behind a number; null for a key that the report does not give out. */
export function leadCustomers(request: LeadRequest, who: string | null): Sql | null {
  const from = withBlocks(flagBlocks(request));
  const lost = sql`account as customer, gone_on, flagged_on, lead_days, seats, most as highest_user_attrition`;
  switch (who) {
    case null:
    case "lost":
      return sql`
        ${from}
        select ${lost} from lost order by gone_on, customer`;
    case "flagged":
      return sql`
        ${from}
        select ${lost} from lost where flagged_on is not null order by gone_on, customer`;
    case "at-risk":
      return sql`
        ${from}
        select account as customer, closes_month as month_until, seats, lost_users, attrition as user_attrition
        from now where is_flagged order by user_attrition desc, customer`;
    default:
      return null;
  }
}
