import { form } from "./relevant-activity-form";
import type { Grain } from "../../calendar";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, list, number, percent, plural } = formatsOf("en");

export const relevantActivity = {
  form,
  nameless: "(every row)",
  verdict: {
    noRows: "This cannot be told: no row of the table could be used.",
    noEvents: "No column of events is chosen, so every row counts.",
    inflation: (f: { share: string | null; any: number; without: number; start: string; grain: Grain }) =>
      f.share === null
        ? `With logins and the like counted, ${base.customers(f.any)} look active ${base.inPeriod(f.start, f.grain)}; without them, nobody does.`
        : `With logins and the like counted, ${f.share} more customers look active ${base.inPeriod(f.start, f.grain)} (${count(f.any)} instead of ${count(f.without)}); they did nothing else.`,
    noInflation: (start: string, grain: Grain) =>
      `Logins and the like make no difference ${base.inPeriod(start, grain)}: everybody who came also did something.`,
    sensitivity: (f: { chosen: string; any: string; start: string; grain: Grain }) =>
      `By this rule attrition ${base.inPeriod(f.start, f.grain)} is ${f.chosen}; with every event counted it would be ${f.any}.`,
    gap: (p50: string, p80: string, days: number) =>
      `Half of the customers usually come back within ${p50}, four in five within ${p80}: whoever is missing for less than ${count(days)} days need not be lost.`,
    noGap: "How often customers come cannot be told: nobody has two active days.",
    base: (n: number) => `${base.customers(n)} with two active days or more`,
  },
  next: {
    noRows: "Check which columns are the customer and the date, and whether the rule leaves any rows.",
    passive: "Choose events that are worth something to the customer.",
    noGap: "Load an export that covers more time.",
    use: (days: number, write: (n: number) => string) =>
      days <= 7
        ? "Weeks are long enough as periods."
        : days <= 30
          ? "Use months as periods, not weeks."
          : days <= 91
            ? "Use quarters as periods, or a lookback of " + write(days) + " days."
            : "Use a lookback of " + write(days) + " days: even a quarter is too short.",
  },
  caveat: {
    shortData: (known: number, p80: number) =>
      `The data cover ${count(known)} days, and four in five gaps are within ${number(p80, 1)}: longer gaps could hardly be seen, so the usual gap may be longer than it looks.`,
    few: (n: number) => `Only ${base.customers(n)} with two active days: their usual gap is a rough guide.`,
    oneDay: (n: number, all: number) =>
      `${count(n)} of ${base.customers(all)} (${percent(n / all)}) ${plural(n, { one: "was", other: "were" })} active on one day only and ${plural(n, { one: "has", other: "have" })} no gap.`,
    manyEvents:
      "There are more than a thousand different events; the rarest are not listed. Is this the right column?",
  },
  table: {
    title: "Events",
    event: "Event",
    counted: "Counts",
    customers: "Customers",
    share: "Of all customers",
    interval: "95% interval",
    rows: "Rows",
    median: "Median per customer",
    days: "Customer-days",
    alone: "Only event of the day",
    yes: "yes",
    no: "no",
    passive: "no, a login or the like",
  },
  tried: {
    title: "The same attrition under other rules",
    rule: "Rule",
    atStart: "At start",
    lost: "Lost",
    attrition: "Attrition",
    interval: "95% interval",
    atEnd: "Active at end",
    rules: { any: "any event", without_passive: "any but logins and the like", chosen: "the chosen rule" },
  },
  who: {
    did: (event: string) => `Did ${event}`,
    pauses: (days: string) => `Usual gap of ${days} days`,
  },
  gaps: {
    title: "Customers by their usual gap",
    days: "Days between active days",
    customers: "Customers",
    bin: (from: string, to: string) => `${from} to under ${to}`,
  },
  finding: {
    half: "Usual gap: half of the customers",
    mostOf: "Usual gap: four in five customers",
    quantile: "A quantile over all customers with two active days, shown without an interval.",
    attrition: (rule: string) => `Attrition, ${rule}`,
  },
  figure: {
    events: {
      title: "Events by the share of customers who do them",
      caption: (shown: number, all: number) =>
        `The pale bar is the share of customers who ever did this; its full-coloured part is the share of their days on which they did nothing else. Grey events do not count by the rule.${all > shown ? ` The ${count(shown)} most widespread of ${count(all)}.` : ""}`,
      alternative: (rows: readonly { event: string; share: string; alone: string }[]) =>
        list(
          rows.map(
            ({ event, share, alone }) => `${event}: ${share} of customers, alone on ${alone} of its days`,
          ),
        ) + ".",
      axis: "Share of customers",
      alone: (share: string) => `${share} alone`,
    },
    gap: {
      title: "How long customers usually pause",
      caption: (lastFrom: number | null) =>
        `Each customer with two active days or more stands at the median number of days between them.${lastFrom === null ? "" : ` The last bar holds everybody from ${count(lastFrom)} days on.`}`,
      alternative: (f: { customers: number; p50: string; p80: string }) =>
        `${base.customers(f.customers)}: half of them pause for up to ${f.p50}, four in five for up to ${f.p80}.`,
      x: "Usual gap, days",
      y: "Customers",
      half: "half:",
      mostOf: "four in five:",
    },
  },
  method: {
    formula: [
      "share of an event = customers who ever did it / customers with any row",
      "only event of the day = customer-days with this event and no other / customer-days with this event",
      "usual gap of a customer = median of the days between neighbouring active days; then the 50% and 80% quantile over customers (type 7)",
    ],
    notes: [
      "The table of events ignores the rule, so that every event can be judged; the gaps follow it.",
      "Logins, views, sessions, e-mails and notifications are recognised by their names.",
    ],
  },
};
