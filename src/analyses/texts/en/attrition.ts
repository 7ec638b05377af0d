import { form } from "./attrition-form";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, day, list, number, plural } = formatsOf("en");

type Mode = "snapshot" | "interval" | "contracts";

export const attrition = {
  form,
  verdict: {
    found: (f: {
      mode: Mode;
      n: number;
      lost: number;
      start: string;
      end: string;
      rate: string;
      interval: string;
      thatIs: string;
    }) =>
      `Of ${base.customers(f.n)} ${there(f.mode)} before ${day(f.start)}, ${f.lost === 0 ? "nobody was" : `${count(f.lost)} ${plural(f.lost, { one: "was", other: "were" })}`} gone by ${day(f.end)}: attrition ${f.rate} (${f.interval}). ${f.lost === 0 ? "" : f.thatIs}`.trim(),
    newcomers: (n: number, returned: number) => {
      const came = n > 0 ? [`${count(n)} new ${plural(n, { one: "customer", other: "customers" })}`] : [];
      const back =
        returned > 0
          ? [
              `${count(returned)} ${n > 0 ? "" : `${plural(returned, { one: "customer", other: "customers" })} `}who came back`,
            ]
          : [];
      const verb = plural(n + returned, { one: "is", other: "are" });
      return `The ${list([...came, ...back])} ${verb} not part of this number`;
    },
    running: (f: { end: string; asOf: string; unseen: number; n: number }) =>
      `This cannot be told yet: the period ends on ${day(f.end)}, and the data are known until ${day(f.asOf)}. So far ${count(f.unseen)} of ${base.customers(f.n)} have not been seen again.`,
    notObserved: (f: { start: string; asOf: string }) =>
      `This cannot be told: the period starts on ${day(f.start)}, and the data are known until ${day(f.asOf)} only.`,
    noBase: (start: string) =>
      `This cannot be told: nobody was there before ${day(start)}, so there is no base to lose from.`,
    noRows: "This cannot be told: no row of the table could be used.",
    reversed: (start: string, end: string) =>
      `Refused: the period would end on ${day(end)}, which is not after its start on ${day(start)}.`,
  },
  next: {
    found: "Look at attrition over time to see whether this is usual.",
    lookback: (days: number) => `Set the lookback to ${count(days)} days and compare.`,
    small: (n: number) => `Take a longer period or a wider base: ${count(n)} customers say little.`,
    running: (end: string) => `Load an export that reaches ${day(end)}, or choose an earlier period.`,
    noBase: "Choose a later start or a wider rule.",
    noRows: "Check which columns are the customer and the date, and whether the rule leaves any rows.",
    reversed: "Set an end after the start.",
    rule: "Choose events that are worth something to the customer.",
  },
  caveat: {
    young: (n: number, all: number) =>
      `${count(n)} of ${base.customers(all)} at the start were first seen within the lookback itself: they had no full lookback in which to show themselves.`,
    gapUnknown:
      "No customer has two active days, so the usual gap between visits is unknown; the whole period is used.",
    cameAndLeft: (n: number) =>
      `${base.customers(n)} came within the period and ${plural(n, { one: "was", other: "were" })} gone before its end. They are in neither set.`,
    longLookback: (lookback: number, period: number) =>
      `The lookback (${count(lookback)} days) is longer than the period (${count(period)} days): who was active shortly before the start cannot be lost by the end.`,
    status: "A status column says how things stand today, not at the boundaries; it is not used.",
  },
  table: {
    title: "Attrition",
    period: "Period",
    atStart: "At start",
    lost: "Lost",
    remaining: "Remaining",
    new: "New",
    returned: "Returned",
    atEnd: "At end",
    attrition: "Attrition",
    retention: "Retention",
    interval: "95% interval of attrition",
  },
  finding: {
    attrition: "Attrition",
    retention: "Retention",
    new: "New customers",
    returned: "Returned customers",
    gap: "Usual gap between active days (80% of customers)",
    gapNoInterval: "A quantile over all customers with two active days, shown without an interval.",
  },
  figure: {
    title: "From start to end",
    caption:
      "Solid bars are the customers at start and end. Floating bars are what lies between: who was lost, who came back, who is new. Attrition is the lost bar as a share of the first.",
    unfinished: "Hollow bars are not final: the period is not over.",
    alternative: (f: { atStart: number; lost: number; returned: number; new: number; atEnd: number }) =>
      `${count(f.atStart)} at the start, minus ${count(f.lost)} lost, plus ${count(f.returned)} returned, plus ${count(f.new)} new, makes ${count(f.atEnd)} at the end.`,
    axis: "Customers",
  },
  method: {
    formula: (f: {
      atStart: number;
      remaining: number;
      lost: number;
      rate: string;
      low: string;
      high: string;
    }) => [
      "attrition = (customers at start − those of them remaining) / customers at start",
      `= (${count(f.atStart)} − ${count(f.remaining)}) / ${count(f.atStart)} = ${count(f.lost)} / ${count(f.atStart)} = ${f.rate}`,
      `Wilson 95% interval: ${base.interval(f.low, f.high)}`,
    ],
    end: (f: { atEnd: number; remaining: number; new: number; returned: number }) =>
      `at end ${count(f.atEnd)} = remaining ${count(f.remaining)} + new ${count(f.new)} + returned ${count(f.returned)}`,
    notes: {
      snapshot: (days: number) =>
        `There at a moment: enough relevant events in the ${count(days)} days before it. Who leaves and comes back in between is not lost.`,
      interval:
        "There in a period: enough relevant events in it. The base are the customers of the period before.",
      contracts: (grace: number) =>
        `There at a moment: a contract in force and paid on the day before it${grace > 0 ? `, with ${number(grace)} days of grace` : ""}.`,
      new: "New: first seen in the whole table within the period. New and returned customers are in neither part of the fraction.",
      asOf: (iso: string) =>
        `Rows from ${day(iso)} on are not used; the clock of the computer plays no part.`,
    },
  },
};

function there(mode: Mode): string {
  return mode === "contracts" ? "with a contract" : "active";
}
