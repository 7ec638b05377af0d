import { form } from "./regrettable-form";
import type { FitClass } from "../../regrettable-attrition/result";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, day, plural } = formatsOf("en");

export const regrettable = {
  form,
  class: {
    fit: "Fit",
    unfit: "Do not fit",
    unknown: "Unknown",
    all: "All",
  } satisfies Record<FitClass | "all", string>,
  verdict: {
    found: (f: {
      n: number;
      lost: number;
      start: string;
      end: string;
      rate: string;
      interval: string;
      thatIs: string;
    }) =>
      `Of ${base.customers(f.n)} that fit and were there before ${day(f.start)}, ${count(f.lost)} ${plural(f.lost, { one: "was", other: "were" })} gone by ${day(f.end)}: regrettable attrition ${f.rate} (${f.interval}). ${f.thatIs}`.trim(),
    split: (f: { lost: number; fit: number; unfit: number; unknown: number }) =>
      `Of all ${count(f.lost)} lost, ${count(f.fit)} fit, ${count(f.unfit)} ${plural(f.unfit, { one: "does", other: "do" })} not, ${count(f.unknown)} ${plural(f.unknown, { one: "is", other: "are" })} unknown.`,
    bounds: (best: string, worst: string) =>
      `Whatever the unknown are, it lies between ${best} and ${worst}.`,
    running: (f: { end: string; asOf: string }) =>
      `This cannot be told yet: the period ends on ${day(f.end)}, and the data are known until ${day(f.asOf)}.`,
    noFit: (start: string, bestWorst: string | null) =>
      `This cannot be told: no customer is known to have fitted before ${day(start)}.${bestWorst ?? ""}`,
    noBase: (start: string) => `This cannot be told: nobody was there before ${day(start)}.`,
    noRows: "This cannot be told: no row of the table could be used.",
    noValue: "Refused: the rule names an attribute but no value, so nobody could be told to fit.",
    notNumber: (value: string) => `Refused: “${value}” is no number, and the rule compares numbers.`,
    outcome: (column: string) =>
      `Refused: “${column}” says what became of a customer. A rule that knows the outcome calls every loss unfit, and attrition then looks good.`,
  },
  next: {
    found: "Look at exit themes of the lost that fit.",
    small: "Take quarters or a wider rule: few customers say little.",
    unknown: "Fill in the attribute of the unknown, the lost ones first.",
    running: "Choose an earlier period.",
    noFit: "Check the value of the rule, and since when the attribute is known.",
    noRows: "Check which columns are the customer and the dates.",
    noValue: "Choose the value that a customer must have to fit.",
    outcome: "Choose an attribute that is known before the period: size, industry, use case, plan.",
  },
  caveat: {
    after: (fixedOn: string, asOf: string) =>
      `The rule was fixed on ${day(fixedOn)}, when the outcome was known (data until ${day(asOf)}). Who is called unfit after leaving makes attrition look good.`,
    during: (fixedOn: string, start: string) =>
      `The rule was fixed on ${day(fixedOn)}, after the period began on ${day(start)}: some outcomes were known.`,
    undated:
      "Nobody has said when the rule was fixed. A rule that is made after the losses can call them unfit; write its day down and leave it.",
    separates:
      "Nobody that fits left, and everybody that does not fit did. That is how an outcome looks, not an attribute: check when the column is filled in.",
    static:
      "The table of the attribute has no dates, so nobody can tell whether it was filled in before or after the customers left.",
    later: (n: number) =>
      `Of ${base.customers(n)} the attribute is only known after the period began; ${plural(n, { one: "it counts", other: "they count" })} as unknown.`,
    contradicting: (n: number) =>
      `${base.customers(n)} ${plural(n, { one: "has", other: "have" })} several values and no dates to tell which came first; ${plural(n, { one: "it counts", other: "they count" })} as unknown.`,
    unreadable: (n: number) =>
      `Of ${base.customers(n)} the attribute is no number; ${plural(n, { one: "it counts", other: "they count" })} as unknown.`,
    unknown: (n: number, all: number) =>
      `${count(n)} of ${base.customers(all)} are in neither class: the attribute is unknown.`,
  },
  table: {
    title: "Attrition by fit",
    class: "Class",
    atStart: "At start",
    lost: "Lost",
    attrition: "Attrition",
    interval: "95% interval",
    effort: "Effort",
    share: "Share of effort",
  },
  boundsTable: {
    title: "Attrition among the fit, whatever the unknown are",
    case: "Case",
    known: "Without the unknown",
    best: "Best: the unknown that stayed fit, the lost do not",
    worst: "Worst: the unknown that left fit, the others do not",
    lost: "Lost",
    n: "Fit at start",
    attrition: "Attrition",
  },
  finding: {
    fit: "Attrition among the fit",
    unfit: "Attrition among those that do not fit",
    all: "Attrition of all",
    share: "Share of the lost that fit",
    effort: "Share of effort on customers that do not fit",
    sum: "A share of a sum, shown without an interval.",
  },
  who: {
    fit: "Fit",
    unfit: "Do not fit",
    unknown: "Fit unknown",
    all: "All at start",
    "fit-lost": "Lost, fit",
    "unfit-lost": "Lost, do not fit",
    "unknown-lost": "Lost, fit unknown",
    "all-lost": "Lost",
  } satisfies Record<FitClass | "all" | `${FitClass | "all"}-lost`, string>,
  figure: {
    title: "Attrition by fit",
    caption:
      "The dot is the share of the class that was gone at the end, the line its 95% interval. The number to steer by is that of the fit.",
    unfinished: "Hollow dots are not final: the period is not over.",
    axis: "Attrition",
    of: (lost: string, n: string) => `${lost} of ${n}`,
    alternative: (parts: string) => `Attrition by class: ${parts}.`,
  },
  code: { what: "Attrition by fit. SQL counts, this cell draws." },
  method: {
    formula: (f: { lost: number; n: number; rate: string }) => [
      "regrettable attrition = customers that fit and are gone at the end / customers that fit and were there at the start",
      `= ${count(f.lost)} / ${count(f.n)} = ${f.rate}`,
    ],
    bounds: (f: { fitLost: number; fit: number; unknownLost: number; unknownStayed: number }) =>
      `best ${count(f.fitLost)} / (${count(f.fit)} + ${count(f.unknownStayed)}), worst (${count(f.fitLost)} + ${count(f.unknownLost)}) / (${count(f.fit)} + ${count(f.unknownLost)})`,
    notes: {
      before:
        "The attribute counts as it was last known before the period began; what is only known later is unknown here.",
      unknown: "Unknown is a class of its own, never taken as fit or unfit.",
    },
    source: "Not every loss is to be regretted: C. Kao, Customer Attrition Analysis and Optimization (2022).",
  },
};
