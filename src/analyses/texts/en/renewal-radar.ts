import { form } from "./renewal-radar-form";
import type { Band } from "../../renewal-radar/bands";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, day, dayShort, list, plural } = formatsOf("en");

const contracts = (n: number) => `${count(n)} ${plural(n, { one: "contract", other: "contracts" })}`;
const logos = (n: number) => `${count(n)} ${plural(n, { one: "logo", other: "logos" })}`;
const withMoney = (money: string | null) => (money === null ? "" : ` (MRR ${money})`);

export const renewalRadar = {
  form,
  band: {
    overdue: () => "Ended, not renewed",
    urgent: (f: Window) => `Fewer than ${count(f.urgent)} days`,
    late: (f: Window) => `${count(f.urgent)} to ${count(f.to - 1)} days`,
    window: (f: Window) => `${count(f.to)} to ${count(f.from)} days`,
    later: (f: Window) => `More than ${count(f.from)} days`,
    open: () => "No end date",
  } satisfies Record<Band, (f: Window) => string>,
  verdict: {
    window: (f: { asOf: string; contracts: number; money: string | null; from: number; to: number }) =>
      `As of ${day(f.asOf)}, ${contracts(f.contracts)}${withMoney(f.money)} ${plural(f.contracts, { one: "ends", other: "end" })} in ${count(f.to)} to ${count(f.from)} days: the time to talk.`,
    late: (f: { contracts: number; money: string | null; to: number }) =>
      f.contracts === 0
        ? `None has fewer than ${count(f.to)} days left.`
        : `${contracts(f.contracts)}${withMoney(f.money)} ${plural(f.contracts, { one: "has", other: "have" })} fewer than ${count(f.to)} days left: the talk is late.`,
    overdue: (f: { contracts: number; money: string | null; grace: number }) =>
      `${contracts(f.contracts)}${withMoney(f.money)} ended in the last ${count(f.grace)} days and ${plural(f.contracts, { one: "is", other: "are" })} not renewed.`,
    reviews: (late: number, all: number, days: number) =>
      `${count(late)} of these ${logos(all)} had no business review in the last ${count(days)} days.`,
    nothing: (asOf: string) => `As of ${day(asOf)}, no contract with an end is in force.`,
    noRows: "This cannot be told: no row of the table could be used.",
    disordered:
      "Refused: the days must fall — first the talk's beginning, then its end, then what is urgent.",
  },
  next: {
    overdue: "Call the overdue first: open their list and export it.",
    late: "Begin with the urgent ones, then the window: open each list and export it.",
    window: "Open the list of the window, export it and arrange the talks.",
    nothing: "Check the column of ends, and today's date.",
    noRows: "Check which columns are the logo, the start and the end.",
    disordered: "Set for example 90, 60 and 30 days.",
  },
  caveat: {
    autoRenewal:
      "Whether a contract renews by itself, and how much notice it asks for, is not in these columns: look it up before the talk.",
    asOf: (iso: string) =>
      `Today is taken as ${day(iso)}, the day after the last contract start. If the export is newer, set its day: every day counts here.`,
    open: (n: number) =>
      `${contracts(n)} ${plural(n, { one: "has", other: "have" })} no end: open-ended, or the date is missing. An end on a day that does not exist, such as 30 February, is read as none.`,
    shortened: (n: number) =>
      `${contracts(n)} ${plural(n, { one: "begins", other: "begin" })} late in a month and ${plural(n, { one: "ends", other: "end" })} on the last day of a shorter one, because the same day does not exist there. The paper contract may say the next day.`,
    currencies: (all: readonly string[]) =>
      `The amounts are in several currencies (${list(all)}), so no MRR is added up; contracts are counted.`,
    unknown: (n: number) =>
      `${contracts(n)} on the radar ${plural(n, { one: "has", other: "have" })} no MRR and ${plural(n, { one: "is", other: "are" })} in no sum of it.`,
    renewed: (n: number) =>
      `${contracts(n)} ${plural(n, { one: "is", other: "are" })} renewed already (another contract of the logo takes over) and left out.`,
    usage: (iso: string) =>
      `The log of usage is known until ${day(iso)} only; the usage shown is that before it.`,
    listed: (shown: number, all: number) =>
      `The table lists the first ${count(shown)} of ${contracts(all)}; the lists behind the numbers are complete.`,
  },
  bandsTable: {
    title: "Contracts by days left",
    band: "Days left",
    contracts: "Contracts",
    logos: "Logos",
    mrr: "MRR",
  },
  listTable: {
    title: "Contracts to act on",
    logo: "Logo",
    ends: "Ends",
    daysLeft: "Days left",
    mrr: "MRR",
    status: "Status today",
    qbr: "Last review",
    contact: "Last contact",
    users: { before: "Active users before", now: "Active users now", gone: "Of them gone" },
    days: { before: "Active days before", now: "Active days now", gone: "Change" },
    none: "none",
  },
  weeksTable: {
    logos: "Logos",
    title: "Ends by week",
    week: "Week of",
    band: "Days left",
    contracts: "Contracts",
    mrr: "MRR",
  },
  reviews: {
    title: "Business reviews of the logos to act on",
    what: "Logos",
    n: "How many",
    all: "To act on",
    late: (days: number) => `Without a review in the last ${count(days)} days`,
    never: "Of them without any",
  },
  finding: {
    share: "Share of the logos to act on without a recent business review",
    covered: "Contracts on the radar that are renewed already",
  },
  who: {
    overdue: "Ended, not renewed",
    urgent: "Urgent",
    late: "Talk is late",
    window: "Time to talk",
    later: "Later",
    open: "No end date",
    "late-qbr": "Business review overdue",
  } satisfies Record<Band | "late-qbr", string>,
  whoInWeek: (band: string, week: string) => `${band}, week of ${dayShort(week)}`,
  figure: {
    title: "Ends of contracts by week",
    caption: (f: Window) =>
      `Each bar is a week, its height the contracts whose last day falls in it; the next ${count(26)} weeks. The lines mark today, and ${count(f.to)} and ${count(f.from)} days from it: between them is the time to talk.`,
    axis: "Contracts",
    today: "today",
    days: (n: number) => `${count(n)} days`,
    alternative: (f: { contracts: number; weeks: number; week: string; most: number }) =>
      `${contracts(f.contracts)} end in ${count(f.weeks)} ${plural(f.weeks, { one: "week", other: "weeks" })}; most, ${count(f.most)}, in the week of ${dayShort(f.week)}.`,
  },
  /** Short names for the legend. */
  short: {
    overdue: () => "ended",
    urgent: (f: Window) => `< ${count(f.urgent)}`,
    late: (f: Window) => `${count(f.urgent)}–${count(f.to - 1)}`,
    window: (f: Window) => `${count(f.to)}–${count(f.from)}`,
    later: (f: Window) => `> ${count(f.from)} days`,
    open: () => "no end",
  } satisfies Record<Band, (f: Window) => string>,
  code: { what: "Ends of contracts week by week. SQL counts, this cell draws." },
  method: {
    formula: (f: Window) => [
      "days left = first day without the contract − today",
      `ended: 0 or fewer; urgent: fewer than ${count(f.urgent)}; late: fewer than ${count(f.to)}; time to talk: ${count(f.to)} to ${count(f.from)}; later: more`,
    ],
    notes: {
      renewed: (grace: number) =>
        `Renewed: another contract of the logo begins within ${base.days(grace)} before or after the end, and goes on beyond it.`,
      past: (n: number, grace: number) =>
        `${contracts(n)} ended more than ${base.days(grace)} ago without renewal: lost, not on the radar.`,
      future: (n: number) => `${contracts(n)} begin after today; they count only as renewals of others.`,
      rules: "Rules and dates only: nothing here is estimated.",
      review: (days: number) =>
        `A business review is overdue after ${base.days(days)}; the last one up to today counts, none counts as overdue.`,
    },
    source:
      "60 to 90 days before the end: C. Kao, Customer Attrition Analysis and Optimization (2022), after Chang.",
  },
};

export interface Window {
  readonly from: number;
  readonly to: number;
  readonly urgent: number;
}
