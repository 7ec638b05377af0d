/** SQL of the levers notebook, by the id of its cell. */
export const queries = {
  accounts: `
    -- each account that can be judged: its first contract, and whether it had one on that day
    with signed as (
      select account_id, min(time)::date as signed_up
      from events
      group by account_id
    ), first_contract as (
      select account_id, arg_min(plan, start) as plan, arg_min(term, start) as term
      from contracts
      group by account_id
    )
    select account_id, signed_up, strftime(signed_up, '%Y-%m') as month, plan, term,
      exists (
        from contracts
        where contracts.account_id = signed.account_id
          and signed_up + \${day_n} between start and "end"
      ) as stayed
    from signed join first_contract using (account_id)
    -- a date range is two days, a multi-select a list
    where signed_up between [\${signed_up_between}][1] and [\${signed_up_between}][2]
      and plan in (\${plans})
      -- the data has to reach that day
      and signed_up + \${day_n} <= (select max(time)::date from events)
      -- who left during the early days had no time to do anything
      and (not \${only_survivors} or exists (
        from contracts
        where contracts.account_id = signed.account_id
          and signed_up + \${window_days} between start and "end"
      ))
    order by account_id`,

  levers: `
    with early as (
      select distinct account_id, event as behaviour
      from events join accounts using (account_id)
      where time < signed_up + to_days(\${window_days}) and event <> 'signup'
    ), steps as (
      from early
      union all
      select account_id, 'data_imported + colleague_invited'
      from early
      where behaviour in ('data_imported', 'colleague_invited')
      group by account_id
      having count(*) = 2
    ), everybody as (
      select count(*) as n, count(*) filter (stayed) as stayed
      from accounts
    )
    select behaviour, count(*) as did, count(*) filter (accounts.stayed) as did_stayed,
      any_value(n) - did as others, any_value(everybody.stayed) - did_stayed as others_stayed
    from steps join accounts using (account_id) cross join everybody
    group by behaviour
    order by behaviour`,

  ranking: `
    -- compared is an array of the TypeScript cell above
    select behaviour, round(max(points), 1) as points, min("of") as smaller_group
    from compared
    where enough
    group by behaviour
    order by points desc`,

  "chosen-accounts": `
    with wanted as (
      select unnest(string_split(\${behaviour}, ' + ')) as event
    ), doers as (
      select account_id
      from events join accounts using (account_id) join wanted using (event)
      where time < signed_up + to_days(\${window_days})
      group by account_id
      having count(distinct event) = (select count(*) from wanted)
    )
    select accounts.*, account_id in (from doers) as did
    from accounts
    order by account_id`,

  "by-part": `
    -- a column picker gives a name, not a text
    select \${split_by}::varchar as part, did, count(*) as accounts, count(*) filter (stayed) as stayed
    from chosen_accounts
    group by all
    order by part, did desc`,

  "look-at": `
    select column_name, column_type, count, null_percentage, min, max
    from (summarize \${any_table})`,
} as const;
