import { analysis, input, prose, query, script, type Story } from "./cells";
import { code } from "./levers-code";
import { queries } from "./levers-queries";
import { saas } from "./saas";

const ask = (id: keyof typeof queries, name: string) => query(id, name, queries[id]);
const run = (id: keyof typeof code) => script(id, code[id]);

export const levers: Story = {
  tables: saas.tables,
  notebook: {
    id: "example-levers",
    title: "Which early behaviour goes with staying?",
    settings: { runMode: "auto", weekStart: "monday" },
    foreign: {},
    cells: [
      prose(
        "intro",
        `
        # Which early behaviour goes with staying?

        The made-up SaaS product again: what its users did is in \`events\`, what their accounts paid for in \`contracts\`. This
        notebook is written in SQL and TypeScript. Move a control, or change a line, and whatever reads it runs again: the
        queries, the charts, and the numbers in these sentences.`,
      ),
      prose(
        "who",
        `
        ## 1. Whom we compare

        An account counts once it could be seen until the day we ask about. Take away those who left during the early days:
        they had no time to do anything, and would make every behaviour look good.`,
      ),
      input(
        "window-days",
        "window_days",
        "Early means within so many days",
        { form: "slider", min: 3, max: 60, step: 1 },
        14,
      ),
      input(
        "day-n",
        "day_n",
        "Stayed means under contract on day",
        { form: "number", min: 30, max: 365, step: 1 },
        180,
      ),
      input(
        "signed-up-between",
        "signed_up_between",
        "Signed up between",
        { form: "date-range", min: "2024-01-01", max: "2025-06-18" },
        ["2024-01-01", "2025-06-18"],
      ),
      input(
        "plans",
        "plans",
        "Plans at the start",
        {
          form: "multi-select",
          options: { from: "query", sql: "select distinct plan from contracts order by plan" },
        },
        ["business", "team"],
      ),
      input(
        "only-survivors",
        "only_survivors",
        "Only accounts still there when the early days end",
        { form: "checkbox" },
        true,
      ),
      ask("accounts", "accounts"),
      prose(
        "all",
        `
        ## 2. Every behaviour at once

        For each kind of event: who did it in the first \${window_days} days, who did not, and what share of each was under
        contract on day \${day_n}. An interval says how far chance alone may have moved a share. Choose how sure it should be,
        and how many accounts a group must have to be shown:`,
      ),
      run("confidence"),
      input(
        "least",
        "least",
        "Smallest group worth showing",
        { form: "number", min: 1, max: 200, step: 1 },
        20,
      ),
      ask("levers", "levers"),
      run("wilson"),
      run("compared"),
      run("compared-chart"),
      prose(
        "ranking-says",
        `
        The same as a list. \`compared\` is an array that TypeScript made; SQL reads it like any table. Where many behaviours are
        tried, some stand out by chance: the top of a list like this is a place to look, not an answer. And at 14 days the
        first two lines are the same accounts: everybody who invited a colleague in time had imported data too. These data
        cannot tell the two apart.`,
      ),
      ask("ranking", "ranking"),
      prose("one", `## 3. One behaviour, closely`),
      input(
        "behaviour",
        "behaviour",
        "Behaviour",
        {
          form: "select",
          options: {
            from: "query",
            sql: "select event from events where event <> 'signup' group by event union all select 'data_imported + colleague_invited' order by event",
          },
        },
        "data_imported + colleague_invited",
      ),
      ask("chosen-accounts", "chosen_accounts"),
      run("chosen"),
      run("bootstrap"),
      prose(
        "verdict",
        `
        **\${behaviour}** in the first \${window_days} days: of \${doers?.of} accounts that did it, \${percent(doers)}% were under
        contract on day \${day_n}; of \${others?.of} that did not, \${percent(others)}%. That is a difference of
        **\${difference.points} percentage points** (\${confidence}% interval from \${difference.low} to \${difference.high}):
        \${verdict}.`,
      ),
      run("pictogram"),
      run("bootstrap-chart"),
      run("curve"),
      prose(
        "caution",
        `
        ## 4. What this cannot tell

        It is a connection. Those who meant to stay may have been the ones who took the trouble; then teaching others the same
        steps would change nothing. In this product a cause was planted, and the notebook has no way of knowing. An experiment
        would: offer the step to accounts drawn by lot, and compare all of those with all of the others.

        Comparing like with like helps a little. Choose what the groups are split by; a difference that holds in each part is
        not made by that column. Start with the term: who pays for a year cannot leave before day 365, so among them nothing can
        show. In small parts the intervals are wide, and that is the honest answer.`,
      ),
      input("split-by", "split_by", "Split by", { form: "column", table: "chosen_accounts" }, "term"),
      ask("by-part", "by_part"),
      run("by-part-chart"),
      run("terms"),
      prose(
        "rise-says",
        `
        ## 5. What else happened

        Prices rose in November 2024, and \${gone?.yes} of the \${gone?.of} accounts under contract left in that month
        (\${percent(gone)}%). Whoever signed up half a year before was asked to pay more just before day \${day_n}: move the
        sign-up dates above and see what is left of the difference.`,
      ),
      run("price-rise"),
      analysis("contracts-over-time", "attrition-over-time", "contracts", { mode: "contracts" }),
      prose(
        "look",
        `
        ## Look for yourself

        The first letters of an account, and what it did; below, any table of this notebook.`,
      ),
      input("account", "account", "Account begins with", { form: "text" }, "A00"),
      run("one-account"),
      input("any-table", "any_table", "Table", { form: "table" }, "chosen_accounts"),
      ask("look-at", ""),
    ],
  },
};
