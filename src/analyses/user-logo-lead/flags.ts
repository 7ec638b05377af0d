import { sql, type Sql } from "../../engine";
import { withBlocks } from "../with-blocks";
import { lags } from "./params";
import { accountMonthBlocks, partBlocks, type LeadRequest } from "./query";
import { parts } from "./result";

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

/** Accounts with months in a part of the user attrition, and accounts lost within some months of one that is asked of. */
export const keyOfPart = (part: (typeof parts)[number]) => `part ${part}`;
export const keyOfLag = (lag: (typeof lags)[number]) => `lag ${lag} lost`;

/** The accounts behind a number; null for a key that the report does not give out. */
export function leadCustomers(request: LeadRequest, who: string | null): Sql | null {
  const part = parts.find((one) => keyOfPart(one) === who);
  if (part) return accountsInPart(request, part);
  const lag = lags.find((one) => keyOfLag(one) === who);
  if (lag) return accountsLost(request, lag);
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

function accountsInPart(request: LeadRequest, part: (typeof parts)[number]): Sql {
  return sql`
    ${withBlocks(partBlocks(request))}
    select account as customer, count(*) as months, sum(is_lost)::bigint as months_before_loss,
      min(closes_month) as first_month, max(closes_month) as last_month, max(attrition) as highest_user_attrition
    from parts
    where part = ${part}
    group by account
    order by months_before_loss desc, customer`;
}

/** The months that `askedOf` asks of. */
function accountsLost(request: LeadRequest, lag: number): Sql {
  return sql`
    ${withBlocks(accountMonthBlocks(request))}
    select account as customer, max(gone_on) as gone_on, count(*) as months, max(attrition) as highest_user_attrition
    from account_months
    where follow_lags >= ${lag} and not is_after_notice and (due_lag is null or due_lag <= ${lag}) and loss_lag <= ${lag}
    group by account
    order by gone_on, customer`;
}
