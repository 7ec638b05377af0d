import { anyActivity } from "../../src/analyses";
import { analysis, prose, query, type Story } from "./cells";

export const saas: Story = {
  tables: [
    {
      table: "events",
      file: "saas/events.csv",
      roles: { customer: "account_id", time: "time", event: "event" },
      rule: { ...anyActivity, form: "except", events: ["login", "email_opened"] },
    },
    {
      table: "contracts",
      file: "saas/contracts.csv",
      roles: { customer: "account_id", start: "start", end: "end", mrr: "mrr" },
      rule: anyActivity,
    },
  ],
  notebook: {
    id: "example-saas",
    title: "Who leaves our product, and when?",
    settings: { runMode: "auto", weekStart: "monday" },
    foreign: {},
    cells: [
      prose(
        "intro",
        `
      # Who leaves our product, and when?

      A made-up SaaS product: 500 accounts, 18 months. \`events\` is what their users did, \`contracts\` is what they pay
      for. Somebody raised the prices last autumn, and a quarter is nearly over. Three questions, in this order:

      1. What counts as being here at all?
      2. What share of the customers who were here left?
      3. Is the last month better or worse than usual?

      Every number below is computed on your own computer. Change a sentence or a query and it is computed again.`,
      ),
      prose(
        "relevant",
        `
      ## 1. What counts as being here

      A login is not yet use: somebody may look, find nothing and go. An opened mail is even less. So the rule of this
      table leaves both out. The next cell shows what difference that makes.`,
      ),
      analysis("activity", "relevant-activity", "events", {}),
      prose(
        "formula",
        `
      ## 2. Who left

      Take the accounts that were here before the month began, and see which of them are here no more. New accounts do
      not enter the sum; otherwise growth would hide the loss.

      First by what people did, for the last complete month:`,
      ),
      analysis("attrition-by-use", "attrition", "events", { mode: "interval" }),
      prose("by-contract", `Then by contract, for the month of the price rise, November 2024:`),
      analysis("attrition-by-contract", "attrition", "contracts", {
        mode: "contracts",
        start: "2024-11-01",
        end: "2024-12-01",
      }),
      prose(
        "over-time",
        `
      ## 3. Is that much?

      One month says little without the others. In November the contracts ended; by use the same accounts are missed a
      month later, since an account counts as gone only in the first month in which it does nothing. The last month is
      unfinished, and is shown as such.`,
      ),
      analysis("contracts-over-time", "attrition-over-time", "contracts", { mode: "contracts" }),
      analysis("use-over-time", "attrition-over-time", "events", { mode: "activity" }),
      prose(
        "other-customers",
        `
      Was it the price rise, or were there simply other customers in November, more of those who pay by the month and may
      leave at any time? Compare like with like: the month with the one before, within each term of contract.`,
      ),
      analysis("like-with-like", "mix-shift", "contracts", {
        mode: "contracts",
        compare: "periods",
        by: "term",
        start: "2024-11-01",
        end: "2024-12-01",
        asOf: "2025-06-19",
      }),
      prose(
        "other-tools",
        `
      And why does the billing tool say another number, or the one for product analytics? Here is the same log by the
      definitions of each of them, and the churn of November both ways: by silence, and by contracts.`,
      ),
      analysis("by-definition", "retention-definitions", "events", {
        grain: "month",
        month: "2024-11-01",
        gap: 30,
        contracts: "contracts",
      }),
      prose(
        "how-long",
        `
      ## 4. How long do they stay

      A monthly share says nothing of how long a customer stays, and an average over those who left would forget the ones
      still there. The curve counts everybody for as long as they were followed.`,
      ),
      analysis("how-long-they-stay", "time-to-churn", "contracts", {
        mode: "contracts",
        group: "plan",
        grace: 30,
        asOf: "2025-06-19",
      }),
      prose(
        "behaviour",
        `
      ## 5. Which behaviour goes with staying

      Do accounts whose people share reports in their first month leave less often afterwards? The first 30 days are
      looked at first, and only then the next 150: whoever counts use until the end finds that the living use more.`,
      ),
      analysis("shared-reports", "usage-quartiles", "events", {
        mode: "contracts",
        contracts: "contracts",
        feature: "event",
        event: "report_shared",
        observeDays: 30,
        outcomeDays: 150,
        people: "contracts",
        byPeople: "plan",
      }),
      prose(
        "first-value",
        `
      And how soon do newcomers share their first report at all? Who has not yet is not left out: the curve follows them
      until the data end.`,
      ),
      analysis("first-days", "onboarding", "events", { value: "report_shared" }),
      prose(
        "the-loop",
        `
      The sale is not the end. Which stages after it does this log measure at all? Onboarding and invitations; what is
      done for each customer, and what customers asked for, nobody records. The scorecard leaves those lines empty.`,
      ),
      analysis("loop", "loop-scorecard", "events", {
        guess: false,
        step1: "data_imported",
        step2: "colleague_invited",
        expressDays: 14,
        amplifyDone: "colleague_invited",
      }),
      prose(
        "own-question",
        `
      ## A question of your own

      Which accounts finish onboarding, that is, bring data in and invite a colleague within two weeks? And are they still
      under contract on day 180? The first query has a name, so the second can read it like a table.`,
      ),
      query(
        "onboarding",
        "onboarding",
        `
      with first_day as (
        select account_id, min(time)::date as signed_up
        from events
        group by account_id
      )
      select account_id, signed_up,
        bool_or(event = 'data_imported' and time < signed_up + interval 14 day)
          and bool_or(event = 'colleague_invited' and time < signed_up + interval 14 day) as finished
      from events join first_day using (account_id)
      group by account_id, signed_up
      order by signed_up, account_id`,
      ),
      query(
        "stayed",
        "stayed",
        `
      -- only accounts that could be seen for 180 days
      with seen as (
        select account_id, finished, signed_up + 180 as day_180
        from onboarding
        where signed_up + 180 <= date '2025-06-18'
      )
      select finished, count(*) as accounts,
        count(*) filter (exists (
          select 1 from contracts
          where contracts.account_id = seen.account_id and start <= day_180 and day_180 <= "end"
        )) as under_contract,
        round(100 * under_contract / accounts, 1) as percent
      from seen
      group by finished
      order by finished desc`,
      ),
      prose(
        "caution",
        `
      Those who finish stay more often. In this made-up product that was planted as a cause. In your own data it would
      only be a connection: perhaps those who meant to stay were the ones who took the trouble.`,
      ),
    ],
  },
};
