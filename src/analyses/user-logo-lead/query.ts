import { name, sql, type Sql } from "../../engine";
import { activity } from "../activity";
import type { DataSet, Request } from "../analysis";
import { AnalysisError } from "../analysis-error";
import { attributes } from "../attributes";
import { contracts } from "../contracts";
import { activityExtent } from "../extent";
import { columnOf, dateOf, tableOf, textOrNull } from "../role-columns";
import { withBlocks } from "../with-blocks";
import type { leadParams } from "./params";

export type LeadRequest = Request<typeof leadParams>;

/** Contracts with a gap of at most the days of grace between them are one stay of an account. */
function stays(grace: number): Sql {
  return sql`
    select account, min(opens) as opens, case when bool_or(closes is null) then null else max(closes) end as closes
    from (
      select *, sum(is_new) over (partition by account order by opens, closes nulls last rows unbounded preceding) as stay
      from (
        select *, case when opens <= reached + ${grace} then 0 else 1 end as is_new
        from (
          select *, max(coalesce(closes, date '9999-12-31')) over (
            partition by account order by opens, closes nulls last
            rows between unbounded preceding and 1 preceding
          ) as reached
          from terms
        )
      )
    )
    group by account, stay`;
}

/** notices(account, noticed): the first day on which an account gave notice, in each of its contracts. */
function notices(data: DataSet, column: string): Sql {
  const found = data.columns.find((one) => one.name === column);
  if (!found) throw new AnalysisError("missing-column", `missing column: ${column}`);
  return sql`
    select ${textOrNull(columnOf(data, "customer"))}::varchar as account, ${dateOf(found)} as noticed
    from ${tableOf(data)}
    where isfinite(${name(column)})`;
}

function noticedInStay(grace: number): Sql {
  return sql`
    (
      select min(noticed) from notices
      where notices.account = used.account and noticed >= stays.opens
        and (stays.closes is null or noticed <= stays.closes + ${grace})
    )`;
}

/**
 * The blocks up to account_months(account, month, closes_month, seats, lost_users, attrition, months_to_renewal, due_lag,
 * loss_lag, follow_lags, noticed, is_after_notice): one row for each account and month in whose last moment the account has a contract.
 *
 * `attrition`: of its users active in the month before, the share not active in `month` (C02, interval). `loss_lag` = L:
 * the account is gone in the L-th month after; null: not known to be gone. `follow_lags`: for how many months after it is
 * known. `due_lag` = L: the contract ends in the L-th month after; null where some contracts have no end: there an end is
 * what happened, not what was agreed, and would tell the outcome. Nothing of an account-month comes from after `closes_month` but these two, which are the outcome. Spec C10.
 */
export function accountMonthBlocks({ data, beside, params }: LeadRequest): Record<string, Sql | null> {
  const logos = beside?.contracts;
  if (!logos) throw new AnalysisError("missing-param", "nothing chosen for the parameter contracts");
  return {
    extent: activityExtent(data, params.asOf),
    activity: activity(data),
    homes: attributes(data, columnOf(data, "parent").name, "first"),
    user_months: sql`
      select distinct customer, date_trunc('month', happened)::date as month
      from activity, extent
      where happened < as_of`,
    used: sql`
      select homes.level as account, (before.month + interval 1 month)::date as month,
        count(*) as seats, count(*) - count(later.customer) as lost_users
      from user_months before
      join homes on homes.customer = before.customer and homes.level is not null
      left join user_months later
        on later.customer = before.customer and later.month = before.month + interval 1 month
      group by all`,
    terms: sql`
      select customer::varchar as account, opens, closes
      from (${contracts(logos, 0)})`,
    ends: sql`select bool_and(closes is not null) as all_end from terms`,
    stays: stays(params.grace),
    notices: params.notice === null ? null : notices(logos, params.notice),
    account_months: sql`
      select account, month, closes_month, seats, lost_users, lost_users / seats as attrition,
        (renewal - closes_month) / 30.4375 as months_to_renewal,
        case when all_end then date_diff('month', closes_month, renewal) + 1 end as due_lag,
        case when gone_on + ${params.grace} <= as_of then date_diff('month', closes_month, gone_on) + 1 end as loss_lag,
        case when gone_on + ${params.grace} <= as_of then gone_on end as gone_on,
        date_diff('month', closes_month, as_of::date - ${params.grace}) as follow_lags,
        noticed, coalesce(noticed < closes_month, false) as is_after_notice
      from (
        select used.*, (used.month + interval 1 month)::date as closes_month, stays.closes as gone_on,
          (
            select max(terms.closes) from terms
            where terms.account = used.account and terms.opens < (used.month + interval 1 month)::date
              and terms.closes >= (used.month + interval 1 month)::date
          ) as renewal,
          ${params.notice === null ? sql`null::date` : noticedInStay(params.grace)} as noticed
        from used
        join stays on stays.account = used.account
          and stays.opens < (used.month + interval 1 month)::date
          and (stays.closes is null or stays.closes >= (used.month + interval 1 month)::date)
      ), extent, ends
      where closes_month <= as_of and seats >= ${params.minSeats}`,
  };
}

/** One row an account-month, in an order that does not hang on the plan. */
export function accountMonthsQuery(request: LeadRequest): Sql {
  return sql`
    ${withBlocks(accountMonthBlocks(request))}
    select dense_rank() over (order by account) as account, (hash(account) % 10)::integer as fold,
      closes_month, seats, attrition, months_to_renewal, due_lag, loss_lag, follow_lags, is_after_notice
    from account_months
    order by all`;
}

/** What there is beside the account-months: until when, how many accounts and users, and what does not fit together. */
export function overviewQuery(request: LeadRequest): Sql {
  return sql`
    ${withBlocks(accountMonthBlocks(request))}
    select
      (select as_of::date from extent) as as_of,
      (select count(distinct account) from terms) as accounts,
      (select count(distinct account) from account_months) as accounts_used,
      (select count(distinct level) from homes where level is not null) as accounts_of_users,
      (select count(distinct level) from homes where level in (select account from terms)) as accounts_matched,
      (select count(*) from homes) as users,
      (select count(*) from homes where level is null) as users_without_account,
      (select count(*) from homes where levels > 1) as users_of_several`;
}

/**
 * lift(part, account_months, lost, design): loss within the lag by the share of users an account lost; `bottom`, `middle`
 * and `top` third by value, `below` and `above` the threshold. The months of one account go together: `design` says by how
 * much their variance exceeds that of independent ones (Kish's design effect, at least 1; from the ratio estimator over
 * accounts, Cochran 1977, formula 2.46), summed in whole numbers so that it does not hang on the order of rows.
 */
export function liftQuery(request: LeadRequest): Sql {
  return sql`
    ${withBlocks({
      ...partBlocks(request),
      by_account: sql`
        select part, account, count(*) as n, sum(is_lost) as x from parts group by all`,
      totals: sql`
        select part, sum(n) as n, sum(x) as x, count(*) as accounts from by_account group by part`,
    })}
    select part, totals.n::bigint as account_months, totals.x::bigint as lost, any_value(accounts) as accounts,
      case when totals.x = 0 or totals.x = totals.n or any_value(accounts) < 2 then 1
        else greatest(1,
          any_value(accounts) / (any_value(accounts) - 1)
            * sum((by_account.x * totals.n - totals.x * by_account.n) * (by_account.x * totals.n - totals.x * by_account.n))
            / (totals.x * (totals.n - totals.x) * totals.n))
      end as design,
      (select low from cuts) as low, (select high from cuts) as high
    from by_account join totals using (part)
    group by part, totals.n, totals.x
    order by list_position(['bottom', 'middle', 'top', 'below', 'above'], part)`;
}

/** The blocks up to parts(account, attrition, is_lost, part): each account-month that is asked of stands in two parts. */
export function partBlocks(request: LeadRequest): Record<string, Sql | null> {
  const { lag, threshold } = request.params;
  return {
    ...accountMonthBlocks(request),
    judged: sql`
        select account, closes_month, attrition, coalesce(loss_lag <= ${lag}, false)::integer as is_lost
        from account_months
        where follow_lags >= ${lag} and not is_after_notice and (due_lag is null or due_lag <= ${lag})`,
    cuts: sql`
        select quantile_cont(attrition, 1 / 3) as low, quantile_cont(attrition, 2 / 3) as high from judged`,
    parts: sql`
        select account, closes_month, attrition, is_lost,
          unnest([
            case when attrition <= low then 'bottom' when attrition > high then 'top' else 'middle' end,
            case when attrition > ${threshold} then 'above' else 'below' end
          ]) as part
        from judged, cuts`,
  };
}
