import { anyActivity } from "../../src/analyses";
import { analysis, prose, type Story } from "./cells";

export const logos: Story = {
  tables: [
    {
      table: "contracts",
      file: "logos/contracts.csv",
      roles: { customer: "account_id", start: "start", end: "end", mrr: "mrr", reason: "reason" },
      rule: anyActivity,
    },
    {
      table: "usage",
      file: "logos/usage.csv",
      roles: { customer: "user_id", parent: "account_id", time: "day", event: "event" },
      rule: { ...anyActivity, form: "except", events: ["login"] },
    },
    {
      table: "spend",
      file: "logos/spend.csv",
      roles: { time: "month", amount: "spend" },
      rule: anyActivity,
    },
  ],
  notebook: {
    id: "example-logos",
    title: "Which companies leave us, and could we have known?",
    settings: { runMode: "auto", weekStart: "monday" },
    foreign: {},
    cells: [
      prose(
        "intro",
        `
      # Which companies leave us, and could we have known?

      A made-up B2B product: 231 companies with yearly contracts, what their users do, and what it cost to win them.
      In March 2025 three companies left, and the revenue fell by far more than three companies' worth.

      1. How many logos left, and how much revenue went with them?
      2. Do the users leave before the company does?
      3. Which losses are to be regretted, and what do those who leave say?
      4. Whom should we talk to now?`,
      ),
      prose(
        "revenue",
        `
      ## 1. Logos and revenue

      A logo counts once, whether it pays 100 or 5,000 a month. So both are told: the share of logos that left, and the
      share of the revenue that stayed.`,
      ),
      analysis("logo-attrition", "logo-attrition", "contracts", {
        start: "2025-03-01",
        asOf: "2025-06-19",
        grace: 0,
      }),
      prose(
        "users",
        `
      ## 2. The users leave first

      If users go quiet months before the contract ends, there is time to ask why. If the company decides first and its
      users follow, the signal comes too late. The notice says which it was.`,
      ),
      analysis("lead", "user-logo-lead", "usage", { contracts: "contracts", notice: "notice", grace: 30 }),
      prose(
        "who-leaves",
        `
      ## 3. Who leaves more often

      Four attributes, all known when the contract was signed. With so many comparisons some will stand out by chance;
      the q-values take that into account.`,
      ),
      analysis("segments", "segments", "contracts", {
        mode: "contracts",
        by: ["industry", "owner", "channel", "good_fit"],
        start: "2024-06-01",
        end: "2025-06-01",
        asOf: "2025-06-19",
      }),
      prose(
        "fit",
        `
      Some companies were never a fit, and their leaving is no loss to mourn. The number to steer by is the attrition of
      those that were one, by a rule that was fixed before anybody left.`,
      ),
      analysis("regrettable", "regrettable-attrition", "contracts", {
        column: "good_fit",
        value: "yes",
        period: "quarter",
        start: "2025-01-01",
        fixedOn: "2023-01-01",
        asOf: "2025-06-19",
      }),
      prose(
        "themes",
        `
      What do those who left say? Not all were asked, and those who are silent may have left for other reasons: beside each
      share stand the bounds for the case that all of the silent, or none, would have said the same.`,
      ),
      analysis("reasons", "exit-themes", "contracts", { contact: "last_contact", asOf: "2025-06-19" }),
      prose(
        "now",
        `
      ## 4. Whom to talk to now

      Sixty to ninety days before a contract ends there is still time for a conversation that is not about the price.`,
      ),
      analysis("radar", "renewal-radar", "contracts", {
        qbr: "last_review",
        contact: "last_contact",
        usage: "usage",
        asOf: "2025-06-19",
      }),
      prose(
        "worth",
        `
      ## 5. What it is worth

      What a new company costs by channel, when it has paid for itself, and what it brings while it stays: by the curve of
      the contracts themselves, not by dividing by the attrition.`,
      ),
      analysis("economics", "unit-economics", "contracts", {
        mode: "contracts",
        spend: "spend",
        spendChannel: "channel",
        channel: "channel",
        margin: 300,
        horizon: 36,
        asOf: "2025-06-19",
      }),
    ],
  },
};
