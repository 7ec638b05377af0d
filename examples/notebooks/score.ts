import { anyActivity } from "../../src/analyses";
import { analysis, prose, type Story } from "./cells";

/** What the accounts did in their first 90 days, and whether they renewed after a year; `size` they brought along. */
const asked = { mode: "columns", left: "false", usageDays: 90, statusDay: 365 };
const habits = [
  "colleagues >= 3",
  "integrations >= 1",
  "templates >= 1",
  "logins_week >= 7",
  "profile_filled",
  "support_calls >= 1",
  "sso",
];

export const score: Story = {
  tables: [
    {
      table: "accounts",
      file: "score/accounts.csv",
      roles: { customer: "account", status: "renewed" },
      rule: anyActivity,
    },
    {
      table: "usage",
      file: "score/usage.csv",
      roles: { customer: "account", time: "day", event: "event" },
      rule: anyActivity,
    },
    {
      table: "subscriptions",
      file: "score/subscriptions.csv",
      roles: { customer: "account", start: "from", end: "to", mrr: "mrr" },
      rule: anyActivity,
    },
  ],
  notebook: {
    id: "example-score",
    title: "From hypothesis to score",
    settings: { runMode: "auto", weekStart: "monday" },
    foreign: {},
    cells: [
      prose(
        "intro",
        `
      # From hypothesis to score

      A made-up base: 1,600 accounts, what each did in its first 90 days, and whether it renewed after a year. Everybody in
      the company has a favourite: invite colleagues, connect a tool, use templates, log in often, fill in the profile,
      call support. Which of them go with renewing, once chance, company size and each other are taken out? And can
      one number say which accounts to look at?

      The order matters. Each step below takes away a way to fool oneself.`,
      ),
      prose(
        "gate",
        `
      ## 1. May we model at all?

      A model with seven habits needs enough accounts that left. This is asked before anything is fitted.`,
      ),
      analysis("may-model", "model-gate", "accounts", { ...asked, levers: habits, controls: ["size"] }),
      prose(
        "survivors",
        `
      ## 2. What do those who left have too?

      Nine in ten of those who renewed have a filled profile. That is worth nothing until one looks at those who
      left:`,
      ),
      analysis("survivorship", "survivorship", "accounts", { ...asked, levers: habits }),
      prose(
        "lines",
        `
      ## 3. Where is the line?

      “Invite three” or “invite five”? Whoever searches for the best line finds one even in noise. So each line is chosen
      again in resamples, and held against what dealt-out outcomes would have given. One column here knows the answer,
      because it was counted when most who go had gone:`,
      ),
      analysis("line", "lever-finder", "accounts", {
        ...asked,
        levers: ["colleagues", "integrations", "logins_week", "support_calls", "events_month_11"],
        candidates: "round",
      }),
      prose(
        "together",
        `
      ## 4. Which remain beside each other?

      Large accounts log in more, and renew more whatever they do. Templates come along with integrations. Support
      calls those who seem about to go. Side by side, and among accounts of the same size. The thresholds are those that
      were named before anybody looked, and the sentence says so; of one that was looked for here, p and intervals would
      pay for the search:`,
      ),
      analysis("regression", "lever-regression", "accounts", {
        ...asked,
        levers: habits,
        controls: ["size"],
        lines: "beforehand",
      }),
      prose(
        "number",
        `
      ## 5. One number

      Three habits that a team can work on make a score from 0 to 100. Several ways to weigh them are held against twelve
      checks; none is hidden:`,
      ),
      analysis("score", "adoption-score", "accounts", {
        ...asked,
        levers: ["colleagues >= 3", "integrations >= 1", "logins_week >= 7"],
        controls: ["size"],
      }),
      prose(
        "use",
        `
      ## 6. The score in use

      A score is read every month beside what stays. Here are other accounts, fifteen months of what they did and paid, scored by round
      weights. In September somebody made inviting colleagues a goal. The mean rose. Did anything else? The audit compares
      accounts with **equal** scores, before and after:`,
      ),
      analysis("report", "adoption-report", "usage", {
        mode: "contracts",
        contracts: "subscriptions",
        levers: ["invite >= 2", "connect >= 1", "report >= 6"],
        weights: "60; 30; 10",
        observeDays: 56,
        outcomeDays: 90,
        grain: "month",
        version: "2025-07",
        validFrom: "2025-07-01",
        validDays: 365,
        owners: "A. Ito; B. Novak; C. Reyes",
      }),
      prose(
        "conclusion",
        `
      The score orders accounts, it does not move them. Whether an invitation **makes** somebody stay, only a test can
      say: invite on behalf of a random half, and look a year later. “Open as code” puts every account's score into a
      table for such a list.`,
      ),
    ],
  },
};
