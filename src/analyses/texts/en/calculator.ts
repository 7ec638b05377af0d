import { form } from "./calculator-form";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, list, percent, plural } = formatsOf("en");

interface Figures {
  readonly start: number;
  readonly end: number;
  readonly new: number;
  readonly returned: number;
}

interface Contradiction extends Figures {
  readonly remaining: number;
  readonly figure: "new" | "returned";
  readonly naive: number;
}

const figures = { new: "new customers", returned: "returned customers" };

export const calculator = {
  form,
  verdict: {
    found: (f: {
      n: number;
      lost: number;
      rate: string;
      interval: string;
      thatIs: string;
      new: number;
      returned: number;
    }) => {
      const outside = [
        ...(f.new > 0 ? [`${count(f.new)} new`] : []),
        ...(f.returned > 0 ? [`${count(f.returned)} returned`] : []),
      ];
      const said =
        `Of ${base.customers(f.n)} at the start, ${count(f.lost)} left: attrition ${f.rate} (${f.interval}). ${f.thatIs}`.trim();
      return outside.length
        ? `${said} The ${list(outside)} ${plural(f.new + f.returned, { one: "customer is", other: "customers are" })} not part of this number.`
        : said;
    },
    noBase: "This cannot be told: with nobody at the start there is nobody to lose.",
    refused: {
      "more than end": (f: Contradiction) =>
        `Refused: the figure for ${figures[f.figure]} cannot be right. New (${count(f.new)}) and returned (${count(f.returned)}) together are more than the ${count(f.end)} at the end.`,
      "remaining more than start": (f: Contradiction) =>
        `Refused: the figure for ${figures[f.figure]} is too small. Without new and returned customers ${count(f.remaining)} remain at the end, more than the ${count(f.start)} at the start; at least ${count(f.remaining - f.start)} more must have come.`,
      "growth without newcomers": (f: Contradiction) =>
        `Refused: the figure for ${figures[f.figure]} is missing. From totals alone it would be (${count(f.start)} − ${count(f.end)}) / ${count(f.start)} = ${minus(percent(f.naive))}, and nobody can lose less than nothing. At least ${count(f.end - f.start)} customers must have come; attrition asks only about the ${count(f.start)} of the start.`,
    },
  },
  next: {
    found:
      "With a table of events or contracts the same is told for each period, with the customers behind it.",
    noBase: "Give the customers at the start.",
    new: "Give the number of customers who were first there in between.",
    returned: "Give the number of customers who came back, at most those at the end.",
  },
  naive: (f: Figures & { naive: number }) =>
    `Totals mislead: (${count(f.start)} − ${count(f.end)}) / ${count(f.start)} = ${minus(percent(f.naive))} is not the attrition, because new customers hide those who left.`,
  trusted:
    "Totals are taken as given: that the new ones were really first there, and that nobody is counted twice, cannot be checked without the customers themselves.",
  formula: (f: Figures, remaining: number) => [
    "remaining = end − new − returned",
    `= ${count(f.end)} − ${count(f.new)} − ${count(f.returned)} = ${minus(count(remaining))}`,
  ],
  exampleNote:
    "In the example July and August are alike: 5% of the old customers leave, and 125 of the new. Counting everybody who left over those at the start makes August look better; the formula does not.",
  example: {
    title: "Why new customers stay out: two months that are alike",
    month: "Month",
    months: ["July", "August"],
    start: "At start",
    lostOld: "Lost of those",
    new: "New",
    lostNew: "Lost of the new",
    end: "At end",
    anyOverStart: "Everybody lost over start, %",
    attrition: "Attrition by the formula, %",
  },
};

function minus(text: string): string {
  return text.replace("-", "−");
}
