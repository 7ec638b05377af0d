import { form } from "./retention-definitions-form";
import type { ChurnId, Counted, DefinitionId } from "../../retention-definitions/definitions";
import type { DefinitionParams } from "../../retention-definitions/params";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, day, number } = formatsOf("en");

export interface Asked extends Pick<DefinitionParams, "grain" | "k" | "zone" | "from"> {
  /** The week that is not ours. */
  readonly other: "monday" | "sunday";
}

const windows = { day: "24 hours", week: "7 days", month: "30 days" };
const otherDay = { monday: "Monday", sunday: "Sunday" };
const hours = (zone: number) => `${zone > 0 ? "+" : "−"}${number(Math.abs(zone), 2)} h`;

export const retentionDefinitions = {
  form,
  period: ({ grain, k }: Pick<Asked, "grain" | "k">) => `${grain} ${count(k)}`,
  /** Short enough to stand over a line of a narrow figure. */
  name: (id: DefinitionId, { grain, zone, from, other }: Asked): string =>
    ({
      ours: `Ours: calendar ${grain}s, pooled`,
      rolling: `Windows of ${windows[grain]}`,
      after: `That calendar ${grain} or any later`,
      "rolling-after": `That window of ${windows[grain]} or later`,
      week: `Weeks from ${otherDay[other]}`,
      all: `Active in every ${grain} up to it`,
      any: `Active in any ${grain} up to it`,
      shifted: `Clock shifted by ${hours(zone)}`,
      simple: "Plain mean of the cohorts",
      weighted: "Cohorts weighted twice by their size",
      recurring: `Every active ${grain} is a start`,
      ranged: from === "auto" ? "" : `First seen since ${day(from)}`,
    })[id],
  says: (id: DefinitionId, { other }: Pick<Asked, "other">): string =>
    ({
      ours: "Ebb",
      rolling: "Amplitude (N-day), Mixpanel (“on”)",
      after: "PostHog (“on or after”)",
      "rolling-after": "Mixpanel by default, Amplitude (“on or after”)",
      week: other === "sunday" ? "Google Analytics 4 (standard)" : "ISO 8601 weeks",
      all: "Google Analytics 4 (rolling)",
      any: "Google Analytics 4 (cumulative)",
      shifted: "A tool set to another time zone",
      simple: "PostHog (simple mean), spreadsheets",
      weighted: "Mixpanel (weighted average)",
      recurring: "PostHog (recurring)",
      ranged: "Heap",
    })[id],
  why: (id: DefinitionId, { grain, zone, from, other }: Asked): string =>
    ({
      ours: `A customer's first ${grain} is the calendar ${grain} in which they were first seen; back is who is active in that later ${grain} itself, of all whose ${grain} is over.`,
      rolling: `Each customer has a clock of their own: windows of ${windows[grain]} from the very first event, so that a customer can be in another window than calendar ${grain}.`,
      after: `Who comes back later than that ${grain} counts too, so it cannot be lower; newer cohorts have had less time for it.`,
      "rolling-after": `Windows of ${windows[grain]} from the first event, and who comes back later than that counts too.`,
      week: `Weeks begin on ${otherDay[other]}: who was first seen, or came back, on the day between the two starts falls into another week.`,
      all: `Only who was there in every ${grain} from the first to that one, without a pause${googleWeeks(grain)}.`,
      any: `Being back once, in any ${grain} from the first to that one, is enough${googleWeeks(grain)}.`,
      shifted: `With clocks ${hours(zone)} from these data, events around midnight fall into another ${grain}. A fixed offset, no zone with summer time.`,
      simple:
        "Each cohort counts the same, however few customers it has; ours counts each customer the same.",
      weighted:
        "As documented, customers who came back and customers of the cohort are both multiplied by the size of the cohort: large cohorts count with their square.",
      recurring: `A customer begins anew in every ${grain} in which they are active, so frequent customers count many times.`,
      ranged:
        from === "auto"
          ? ""
          : `The first event in the range since ${day(from)} counts as the first ever: older customers look new.`,
    })[id],
  churnName: {
    lost: "Ours: lost of those at the start",
    standard: "Without those who joined, or came back",
    subscribers: "All losses, over start and joined",
    events: "All losses, over the start",
    "events-before": "All losses of those at the start",
    midpoint: "All losses, over the middle",
    daily: "Each day's losses over its customers, added up",
  } satisfies Record<ChurnId, string>,
  churnSays: {
    lost: "Ebb, as in Customer attrition",
    standard: "ChartMogul (standard)",
    subscribers: "Stripe",
    events: "Baremetrics",
    "events-before": "Baremetrics, before its change",
    midpoint: "Spreadsheets",
    daily: "ChartMogul (for consumer shops), Noble (2011)",
  } satisfies Record<ChurnId, string>,
  churnWhy: {
    lost: "Of the customers at the start, those who are not there at the end; who joins within the month is in neither.",
    standard:
      "Leaves out who joined and left within the month, and who left and came back: in words another rule, in numbers ours.",
    subscribers:
      "Customers who join within the month are in the denominator, and their losses in the numerator; a second loss counts again.",
    events: "Losses of customers who joined within the month are divided by customers who were there before.",
    "events-before": "Who left and came back within the month counts as lost; who joined within it does not.",
    midpoint: "The denominator is the mean of the start and the end, so that growth makes churn look lower.",
    daily:
      "Every day has its own denominator, so that customers who join within the month count from their first day on.",
  } satisfies Record<ChurnId, string>,
  counted: {
    customers: "customers",
    starts: "active periods",
    cohorts: "shares over cohorts",
    weights: "weights",
    losses: "losses over customers",
    days: "sum of daily shares",
  } satisfies Record<Counted, string>,
  noInterval: {
    customers: base.noInterval.noBase,
    starts: "No interval: the same customer counts in several rows.",
    cohorts: "No interval: a mean of shares of unequal bases.",
    weights: "No interval: numerator and denominator are weights, not customers.",
    losses: "No interval: losses are divided by customers, and one customer can be lost twice.",
    days: "No interval: a sum of shares of thirty overlapping bases.",
  } satisfies Record<Counted, string>,
  verdict: {
    range: (f: { low: string; high: string; period: string }) =>
      `The same log gives between ${f.low} and ${f.high} for ${f.period}, depending on the definition.`,
    same: (f: { rate: string; period: string }) =>
      `Every definition gives ${f.rate} for ${f.period} in these data.`,
    ours: (f: { rate: string; interval: string; x: number; n: number }) =>
      `Ours: ${f.rate} (${f.interval}), ${base.ofBase(f.x, f.n)}.`,
    largest: (f: { name: string; says: string; rate: string; points: string; isLower: boolean }) =>
      `The largest difference is “${f.name}”: ${f.rate}, ${f.points} ${f.isLower ? "lower" : "higher"}. Who counts so: ${f.says}.`,
    churn: (month: string, low: string, high: string) => `Churn of ${month} is between ${low} and ${high}.`,
    contracts: (month: string, low: string, high: string) =>
      `By contracts churn of ${month} is between ${low} and ${high}.`,
    contractsSame: (month: string, rate: string) =>
      `By contracts churn of ${month} is ${rate} by every definition.`,
    churnSame: (month: string, rate: string) => `Churn of ${month} is ${rate} by every definition.`,
    noRows: "This cannot be told: no row of the table could be used.",
    notOver: (period: string) => `This cannot be told: ${period} is not over for any cohort.`,
  },
  next: {
    noRows: "Check which columns are the customer and the date, and whether the rule leaves any rows.",
    notOver: "Choose an earlier period, or load an export that covers more time.",
    found:
      "Find the row of the other tool's settings here: what is left after that is a difference of the data, not of the definition.",
  },
  caveat: {
    churnRunning: (month: string) => `Churn of ${month} is not told: the month is not over in the data.`,
    churnNoBase: (month: string) =>
      `Churn of ${month} is not told: nobody was there at its start, in the days of silence before it.`,
    churnCut: (month: string) =>
      `Who was there at the start of ${month} is not known in full: the data begin later than the days of silence before it.`,
    silence: (gap: number) =>
      `Tools of the churn table are told of a loss by a subscription that ends. Here it is ${base.days(gap)} of silence, so that only the formulas are compared.`,
    contractsNoBase: (month: string) =>
      `Churn of ${month} by contracts is not told: nobody had a contract on the eve of it.`,
    contracts:
      "By contracts the losses are the ones that billing tools count; failed payments, trials and pauses that they treat on their own are not known here.",
    noBase: (names: string) => `No base, so no share: ${names}.`,
    google: "“Rolling” in Google Analytics 4 means every period up to that one, not windows of hours.",
  },
  byContracts: (name: string) => `By contracts: ${name}`,
  who: {
    returned: (period: string) => `Back in ${period}, by our definition`,
    eligible: (period: string) => `Customers whose ${period} is over`,
  },
  table: {
    title: (period: string) => `Back in ${period}, by definition`,
    churn: (month: string) => `Churn of ${month} by silence, by definition`,
    churnContracts: (month: string) => `Churn of ${month} by contracts, by definition`,
    name: "Definition",
    says: "Who counts so",
    x: "Numerator",
    n: "Denominator",
    unit: "Counts",
    rate: "Share",
    interval: "95% interval",
    difference: "Against ours, pp",
    why: "Why it differs",
    parts: (month: string) => `Customers in ${month}`,
    partsContracts: (month: string) => `Customers with a contract in ${month}`,
    part: "Customers",
    start: "At the start",
    joined: "Joined",
    end: "At the end",
  },
  figure: {
    title: (period: string) => `Back in ${period}, by definition`,
    caption:
      "From the highest share down. The filled dot and the dotted line are ours; a line is a 95% Wilson interval, where different customers are counted.",
    axis: "Share back",
    alternative: (parts: string) => `${parts}.`,
  },
  method: {
    formula: (f: { x: number; n: number; rate: string }) =>
      `ours = customers active in that period / customers whose period is over = ${count(f.x)} / ${count(f.n)} = ${f.rate}`,
    average: "mean of cohorts = Σ(x / n) / cohorts; weighted twice = Σ(n · x) / Σ(n · n); ours = Σx / Σn",
    churn: (f: { x: number; n: number; rate: string }) =>
      `our churn = customers at the start who are not there at the end / customers at the start = ${count(f.x)} / ${count(f.n)} = ${f.rate}`,
    churnContracts: (f: { x: number; n: number; rate: string }) =>
      `our churn by contracts = customers with a contract on the eve of the month and none on the eve of the next / those of the first eve = ${count(f.x)} / ${count(f.n)} = ${f.rate}`,
    contracts: (grace: number) =>
      `Contracts of a customer that touch or overlap are one stay${grace > 0 ? `, ${base.days(grace)} of grace included` : ""}; a loss is the end of a stay, on the first day without a contract.`,
    daily: "by day = Σ over the days (losses of the day / customers of its eve).",
    complete: "Only customers for whom the whole period is over count, by every definition.",
    there: (gap: number) =>
      `There is who was active in the ${base.days(gap)} before; a loss is a longer silence that is reached within the month.`,
    ours: "That a definition is another does not make it wrong: what counts is that one is kept.",
  },
  sources: [
    "As documented by the tools, read in 2026: Amplitude, Retention Analysis (time, interpretation); Mixpanel, Retention report; PostHog, Retention and its query runner; Heap, Retention analysis; Google Analytics 4, Cohort exploration.",
    "As documented by the tools, read in 2026: ChartMogul, Customer churn rate; Stripe Billing, Calculating churn rate; Baremetrics, User churn.",
  ],
  code: {
    what: "The same log by the definitions of several tools. SQL counts, this cell draws.",
    disjoint: "Of these, numerator and denominator are different customers: they have an interval.",
  },
};

function googleWeeks(grain: Asked["grain"]): string {
  return grain === "week" ? "; weeks from Sunday" : "";
}
