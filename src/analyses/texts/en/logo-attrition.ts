import { form } from "./logo-attrition-form";
import type { Grain } from "../../calendar";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, day, number, plural } = formatsOf("en");

const logos = (n: number) => `${count(n)} ${plural(n, { one: "logo", other: "logos" })}`;
const wasOrWere = (n: number) => plural(n, { one: "was", other: "were" });

export const logoAttrition = {
  form,
  logos,
  ofLogos: (x: number, n: number) => `${count(x)} of ${logos(n)}`,
  verdict: {
    found: (f: {
      opens: string;
      grain: Grain;
      lost: number;
      n: number;
      rate: string;
      interval: string;
      thatIs: string;
    }) =>
      `${capital(base.inPeriod(f.opens, f.grain))}, ${count(f.lost)} of ${logos(f.n)} ${wasOrWere(f.lost)} lost: logo attrition ${f.rate} (${f.interval}). ${f.thatIs}`.trim(),
    money: {
      large: (share: string) => `With them went ${share} of MRR: more than their number, so large ones left.`,
      small: (share: string) => `With them went ${share} of MRR: less than their number, so small ones left.`,
      even: (share: string) => `With them went ${share} of MRR.`,
    },
    rates: (f: { gross: string; grossInterval: string | null; net: string; netInterval: string | null }) =>
      `GRR ${beside(f.gross, f.grossInterval)}, NRR ${beside(f.net, f.netInterval)}.`,
    noMoney: "The table says nothing of MRR, so only logos are counted.",
    noMoneyBase: "None of the logos at the start has an MRR, so revenue retention has no base.",
    running: (f: { closes: string; asOf: string; unseen: number; n: number }) =>
      `This cannot be told yet: the period ends on ${day(f.closes)}, and the data are known until ${day(f.asOf)}. By the contracts known so far, ${count(f.unseen)} of ${logos(f.n)} would be gone by then.`,
    notObserved: (opens: string, grain: Grain) =>
      `This cannot be told: nothing is known of one of the boundaries of ${base.period(opens, grain)}.`,
    noBase: (opens: string, grain: Grain) =>
      `This cannot be told: no logo was there at the start of ${base.period(opens, grain)}, so there is no base to lose from.`,
    noRows: "This cannot be told: no row of the table could be used.",
    noMonths: "This cannot be told: no column of the table is named after a month, such as 2024-03.",
    weeks:
      "Refused: hardly any contract ends in a given week, so a weekly rate of logos jumps between nothing and much.",
    sheetWeeks: "Refused: a sheet of months says nothing of weeks.",
    currencies: (list: string) =>
      `Refused: the amounts are in several currencies (${list}), and a sum of them would mean nothing.`,
    noCurrency: "rows without a currency",
  },
  next: {
    found: "Look at exit themes for why they left, and at the renewal radar for who is next.",
    small: (n: number) => `Take quarters or a wider base: ${logos(n)} say little.`,
    weeks: "Choose months or quarters; weeks can be insisted on where they are chosen.",
    sheetWeeks: "Choose months or quarters.",
    currencies: "Choose one currency, and look at each in turn.",
    running: (closes: string) => `Load an export that reaches ${day(closes)}, or choose an earlier period.`,
    notObserved: "Choose a period whose months are both in the sheet: the one before it and its last.",
    noBase: "Choose a later period.",
    noRows: "Check which columns are the logo, the dates and the amount.",
    noMonths: "Choose the columns of the months, or the sheet with a row for each month.",
    concentrated: "Look at the largest logos one by one: they decide the revenue rates.",
  },
  caveat: {
    survivors: (periods: number) =>
      `Not one logo was lost in ${count(periods)} periods. If the table holds only customers of today, attrition is nought by construction.`,
    weeks: "Weeks were insisted on: hardly any contract ends in a given week.",
    late: (n: number, money: string | null) =>
      `${logos(n)}${money === null ? "" : ` with an MRR of ${money}`} ${plural(n, { one: "is", other: "are" })} there at the end only by the days of grace: the contract is over and not renewed yet.`,
    unknown: (n: number) =>
      `${logos(n)} ${plural(n, { one: "has", other: "have" })} a contract without MRR. They count as logos, but in no sum of money.`,
    unpaid: (n: number) =>
      `${logos(n)} ${plural(n, { one: "pays", other: "pay" })} nothing at a boundary and ${plural(n, { one: "is", other: "are" })} not there by this definition: a contract in force and paid.`,
    negative: (n: number) =>
      `${logos(n)} ${plural(n, { one: "has", other: "have" })} a negative amount at a boundary. It is added to the logo's other amounts; a sum below nought counts as nothing paid.`,
    overlapping: (n: number) =>
      `${count(n)} ${plural(n, { one: "time a logo has", other: "times a logo has" })} several contracts in force at a boundary: their MRR is added up, and it is one logo.`,
    currency: (currency: string, others: number) =>
      `Only rows in ${currency} count; ${base.rows(others)} in other currencies ${plural(others, { one: "does", other: "do" })} not. A logo that changed its currency looks lost.`,
    concentrated: (share: string) =>
      `Five logos make ${share} of the MRR at the start. The revenue rates hang on them, and the bootstrap interval is then too narrow.`,
    pending: (n: number) =>
      `${count(n)} ${plural(n, { one: "contract that ended is", other: "contracts that ended are" })} within the days of grace still: not part of the renewal rate.`,
    status: "A status column says how things stand today, not at the boundaries; it is not used.",
  },
  movements: {
    title: "From MRR at start to MRR at end",
    titleLogos: "From logos at start to logos at end",
    step: "Step",
    logos: "Logos",
    mrr: "MRR",
    share: "Share of MRR at start",
    steps: {
      start: "At start",
      lost: "Lost",
      contraction: "Contraction",
      expansion: "Expansion",
      returned: "Returned",
      new: "New",
      end: "At end",
    },
    caption:
      "Solid bars are the MRR at the start and at the end. Floating bars are what lies between: lost with logos, less and more from logos that stayed, from logos that came back, from new ones. They add up exactly.",
    captionLogos:
      "Solid bars are the logos at the start and at the end. Floating bars are what lies between: who was lost, who came back, who is new.",
    alternative: (steps: string) => `Step by step: ${steps}.`,
  },
  series: {
    title: "Period by period",
    period: "Period",
    state: "State",
    atStart: "Logos at start",
    lost: "Lost",
    returned: "Returned",
    new: "New",
    atEnd: "Logos at end",
    attrition: "Logo attrition",
    interval: "95% interval",
    mrrStart: "MRR at start",
    gross: "GRR",
    net: "NRR",
    renewal: "Renewal rate",
    mrrEnd: "MRR at end",
    figure: {
      title: "Retention period by period",
      caption:
        "Solid line: logos that stay, with the 95% interval of their share as a band. Long dashes: gross revenue retention. Short dashes: net revenue retention; above 100% it grows without new logos.",
      captionLogos: "The line is the share of logos that stay, the band its 95% interval.",
      logos: "Logos",
      axis: "Kept of what was there at the start",
      alternative: (f: { periods: number; least: string; most: string; last: string }) =>
        `${count(f.periods)} periods: between ${f.least} and ${f.most} of the logos stay, ${f.last} in the last.`,
    },
  },
  bases: {
    title: "All logos, and those that could leave",
    base: "Base",
    all: "All at start",
    due: "With a contract that ran out in the period",
    logos: "Logos",
    lost: "Lost",
    attrition: "Attrition",
    interval: "95% interval",
    mrr: "MRR at start",
    gross: "GRR",
    net: "NRR",
  },
  currencies: { title: "Currencies", currency: "Currency", rows: "Rows", logos: "Logos", none: "(none)" },
  finding: {
    attrition: "Logo attrition",
    retention: "Logo retention",
    gross: "GRR (gross revenue retention)",
    net: "NRR (net revenue retention)",
    moneyLost: "MRR lost with logos, share of the start",
    renewal: "Renewal rate of contracts that ended",
    topFive: "Five largest logos, share of MRR at start",
    grossWithout: (logo: string) => `GRR without the largest logo (${logo})`,
    fromNew: "MRR from new and returned logos",
    fromExisting: "MRR from the logos at the start",
    sum: "A sum, not an estimate.",
    share: "A share of a sum, shown without an interval.",
    flat: "Drawing the logos anew changes nothing: they all fared alike. That is no certainty.",
  },
  who: {
    start: "At the start",
    lost: "Lost",
    remaining: "Stayed",
    new: "New",
    returned: "Came back",
    end: "At the end",
    contraction: "Pay less",
    expansion: "Pay more",
    late: "In days of grace",
    due: "Contract ran out",
    "due-lost": "Contract ran out, lost",
  },
  whoIn: (what: string, period: string) => `${what}, ${period}`,
  code: {
    what: "From the MRR at the start to the MRR at the end. SQL adds up, this cell draws.",
    whatLogos: "From the logos at the start to those at the end. SQL counts, this cell draws.",
  },
  method: {
    formula: (f: { lost: number; n: number; rate: string; low: string; high: string }) => [
      "logo attrition = logos of the start that are not there at the end / logos at the start",
      `= ${count(f.lost)} / ${count(f.n)} = ${f.rate}`,
      `Wilson 95% interval: ${base.interval(f.low, f.high)}`,
    ],
    gross: (f: { start: string; lost: string; contraction: string; rate: string }) =>
      `GRR = Σ min(MRR at end, MRR at start) / Σ MRR at start = (${f.start} − ${f.lost} − ${f.contraction}) / ${f.start} = ${f.rate}`,
    net: (f: { rate: string; reactivation: boolean }) =>
      `NRR = Σ MRR at end${f.reactivation ? ", returned logos included," : ""} / Σ MRR at start, over the logos of the start, = ${f.rate}`,
    identity: (f: { start: string; moved: string; end: string }) =>
      `MRR at start ${f.start} ${f.moved} = MRR at end ${f.end}`,
    notes: {
      contracts: (grace: number) =>
        `There at a moment: a contract in force and paid on the day before it${grace > 0 ? `, with ${number(grace)} days of grace` : ""}.`,
      sheet: "There at a moment: an amount above nought in the month before it.",
      overlap:
        "Contracts of one logo that overlap are added up. In days of grace the MRR is that of the contracts that ended last.",
      due: "A logo within a contract of three years cannot leave this month: the rate of all logos is diluted by the length of contracts. The base of contracts that ran out, days of grace included, is beside it.",
      renewal:
        "Renewed: another contract of the logo begins within the days of grace before or after the end, and goes on beyond it.",
      bootstrap: (f: { replicates: number; seed: number; isCorrected: boolean }) =>
        `Intervals of GRR and NRR: logos drawn anew ${count(f.replicates)} times with replacement (seed ${String(f.seed)}), ${f.isCorrected ? "bias-corrected and accelerated (BCa)" : "2.5% and 97.5% quantiles"}.`,
      asOf: (iso: string) =>
        `What begins on ${day(iso)} or later is not used; the clock of the computer plays no part.`,
    },
    sources: {
      chartMogul: "MRR movements, gross and net churn as ChartMogul's help centre defines them.",
      bootstrap:
        "Bootstrap percentile interval: Efron & Tibshirani, An Introduction to the Bootstrap (1993), ch. 13.",
    },
  },
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function beside(rate: string, interval: string | null): string {
  return interval === null ? rate : `${rate} (${interval})`;
}
