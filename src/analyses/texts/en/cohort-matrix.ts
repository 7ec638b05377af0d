import type { CohortGrain } from "../../cohort-matrix/params";
import { formatsOf } from "../formats";
import { base } from "./base";
import { cohortMatrixForm } from "./cohort-matrix-form";

const { count, day, list, percent, plural } = formatsOf("en");

const units: Record<CohortGrain, string> = { day: "day", week: "week", month: "month" };

export const cohortMatrix = {
  form: cohortMatrixForm,
  did: "did it",
  didNot: "did not",
  noLevel: "no value",
  all: "all cohorts",
  step: (name: string, grain: CohortGrain) => `${units[grain]} ${name}`,
  what: { returned: "Were there", not: "Were not there", all: "Known" },
  who: (what: string, cohort: string, step: string) => `${what}, ${cohort}, ${step}`,
  refused: {
    currencies: (names: readonly string[]) =>
      `Refused: the amounts are in ${list(names)}. Different currencies do not add up.`,
    event: "This cannot be told: no event is chosen by which the rows are made.",
    "after-amounts":
      "Refused: what was paid in a period or later grows with the time that was watched. Amounts and orders are counted in the period itself.",
    brackets:
      "This cannot be told: one number makes no bracket. It begins at one number and ends before the next.",
  },
  refusedNext: {
    currencies: "Choose one currency.",
    event: "Choose an event.",
    "after-amounts": "Count in the period itself, or in brackets.",
    brackets: "Give at least two numbers.",
  },
  verdict: {
    noRows: "This cannot be told: no row of the table could be used.",
    nobody: "This cannot be told: no customer has a start before the day the data are known until.",
    notYet: "This cannot be told: no cohort has been watched to the end of a period after its first.",
    noSuchPeriod: (k: number) =>
      `This cannot be told: period ${count(k)} is not over for anybody, or not shown.`,
    noBase: (step: string) =>
      `This cannot be told: in their first period the customers whose ${step} is over brought nothing that a later amount could be a part of.`,
    retention: (f: Told) =>
      `Of ${base.customers(f.n)} whose ${f.step} is over, ${count(f.x)} ${was(f.x)} there in it${later(f)}: retention ${f.rate} (${f.interval}). ${f.thatIs}`.trim(),
    attrition: (f: Told) =>
      `Of ${base.customers(f.n)} whose ${f.step} is over, ${count(f.x)} ${was(f.x)} not there in it${later(f)}: attrition ${f.rate} (${f.interval}). ${f.thatIs}`.trim(),
    amounts: (f: {
      n: number;
      step: string;
      total: string;
      atFirst: string;
      rate: string;
      interval: string | null;
      isOrders: boolean;
    }) =>
      `In ${f.step} ${base.customers(f.n)} ${f.isOrders ? "made" : "brought"} ${f.total}${f.isOrders ? " orders" : ""}, in their first period ${f.atFirst}: ${f.rate} of it${f.interval === null ? "" : ` (${f.interval})`}.`,
    average: (name: string, rate: string) => `As a ${name} over the cohorts it is ${rate}.`,
    averages: { simple: "simple mean", mixpanel: "mean weighted as Mixpanel does" },
    rising: (f: Slope) =>
      `Over ${count(f.cohorts)} complete cohorts it rises by ${f.points} a ${units[f.grain]} (${f.interval}).`,
    falling: (f: Slope) =>
      `Over ${count(f.cohorts)} complete cohorts it falls by ${f.points} a ${units[f.grain]} (${f.interval}).`,
    level: (cohorts: number) =>
      `Over ${count(cohorts)} complete cohorts neither a rise nor a fall can be told from chance.`,
    differ: "The rows differ by more than chance explains.",
    apart: (least: string, most: string) =>
      `Yet they differ by more than chance explains, from ${least} to ${most}.`,
    alike: "That the rows differ cannot be told from chance.",
    more: (points: string, interval: string) =>
      `Who did it at first is there more often: ${points} (${interval}). That they go together does not say that one makes the other.`,
    less: (points: string, interval: string) =>
      `Who did it at first is there less often: ${points} (${interval}). That they go together does not say that one makes the other.`,
    noDifference: (interval: string) =>
      `Whether who did it at first is there more often cannot be told: the difference lies anywhere from ${interval}.`,
    incomplete: (n: number) =>
      `${count(n)} newer ${plural(n, { one: "cohort is", other: "cohorts are" })} not over at it and ${plural(n, { one: "does", other: "do" })} not count.`,
  },
  next: {
    noRows: "Check which columns are the customer and the date, and whether the rule leaves any rows.",
    notYet: "Choose shorter periods, or load an export that covers more time.",
    noSuchPeriod: "Choose an earlier period, or show more of them.",
    noBase: "Choose another measure, or rows by the first activity.",
    falling:
      "Look for what changed between older and newer cohorts: releases, prices, where customers came from.",
    rising: "See whether the next complete cohort keeps it, and what changed when it began to rise.",
    found:
      "Ask the same under other tools' definitions, or by what customers are, before you act on one number.",
    small: "Take longer periods, so that each row holds more customers.",
    behaviour: "Test it: only customers who are asked by lot tell what the behaviour does.",
  },
  caveat: {
    truncation: (x: number, n: number) =>
      `${count(x)} of ${base.customers(n)} (${percent(x / n)}) are first seen in the log's first period. If the export begins later than the business, they are old customers that look new.`,
    small: (n: number, all: number) =>
      `${count(n)} of ${count(all)} cohorts have fewer than 30 customers: their shares jump by chance. The intervals say how far.`,
    cut: (name: string) =>
      `The log begins or ends within the first period of ${name}: that cohort is not all there.`,
    running: (n: number) =>
      `${count(n)} ${plural(n, { one: "cohort has", other: "cohorts have" })} periods that are not over. They are hatched and in no average.`,
    unbounded:
      "“In it or later” gives newer cohorts less time to come back, so their shares are too low beside older ones; and the pooled row may rise, because each period pools other cohorts.",
    notAll:
      "The first period is not 100% by itself: who starts a cohort need not have a relevant activity in it.",
    longYears: (years: readonly number[]) =>
      `${list(years.map(String))} ${years.length === 1 ? "has" : "have"} 53 weeks: the same week a year later is 53 rows on.`,
    shown: (shown: number, all: number) =>
      `The table holds the newest ${count(shown)} of ${count(all)} cohorts; averages are over all, tests over those in the table.`,
    levels: (shown: number, all: number) =>
      `The table holds the ${count(shown)} largest of ${count(all)} rows; averages are over all, tests over those in the table.`,
    drawn: (drawn: number, all: number) =>
      `The figure shows ${count(drawn)} of ${count(all)} rows; the table holds the others.`,
    unplaced: (n: number) =>
      `${base.customers(n)} of the log ${plural(n, { one: "is", other: "are" })} in no row: without a sign-up date or an order, or not yet watched through the first days.`,
    early: (n: number) =>
      `${base.customers(n)} signed up before the log begins: their periods before it are not observed, not empty.`,
    refunds: (n: number, total: string) =>
      `${base.rows(n)} ${plural(n, { one: "has a negative amount", other: "have negative amounts" })}, ${total} in all: refunds count with their sign, in the period in which they were made.`,
    noCurrency: "Rows without a currency are left out, because a currency is chosen.",
    overlap: (days: number) =>
      `Behaviour is watched in the first ${count(days)} days. Periods that begin within them are shown but say nothing of what comes after: the more somebody did at first, the more there was to be seen.`,
    afterwards:
      "Rows by what a customer is take the first value known; a value told later may come of staying.",
    ratio:
      "Amounts are a ratio of two sums, often of a few large customers: with few customers the interval is too narrow, because the next large one has not been seen yet.",
    orderRows: "No column says which rows are one order: each relevant row counts as one.",
    eligible:
      "Each cell counts the customers for whom the period is over, so that its base shrinks from left to right.",
  },
  table: {
    matrix: "Matrix",
    averages: "All cohorts, period by period",
    cells: "Cells of the figure",
    cohort: "Cohort",
    level: "Row",
    size: "Customers",
    step: "Period",
    upto: "Until before",
    state: "State",
    n: "Known",
    returned: "Were there",
    not: "Were not",
    retention: "Retention",
    attrition: "Attrition",
    amount: "Of the first period",
    interval: "95% interval",
    total: "In the period",
    atFirst: "In the first period",
    complete: "Complete cohorts",
    open: "Not over yet",
    simple: "Simple mean",
    mixpanel: "As Mixpanel",
    slope: "Change a period",
    slopeInterval: "95% interval of it",
    trendQ: "q of the trend",
    differQ: "q of differing",
    notTested: "not tested",
    later: "any later",
  },
  finding: {
    at: (step: string) => `Average of ${step}`,
    best: (cohort: string) => `Highest complete cohort at it: ${cohort}`,
    worst: (cohort: string) => `Lowest complete cohort at it: ${cohort}`,
    slope: "Change from cohort to cohort",
    difference: "Did it at first, minus did not",
    noTrend: "Fewer than three complete cohorts, or all of them alike.",
    noInterval: "Without an interval: fewer than two customers, or all with the same ratio.",
    averageNoInterval: "A mean of shares of unequal bases; the pooled share has an interval.",
  },
  figure: {
    heat: {
      title: "Who comes back, cohort by cohort",
      titleAttrition: "Who does not come back, cohort by cohort",
      titleAmounts: "What cohorts bring, as a part of their first period",
      caption: (f: { isInTime: boolean; isRolling: boolean }) =>
        [
          "Numbers are percent; the shade is one scale for all cohorts and all notebooks, from 0 to 100%.",
          f.isInTime
            ? "Hatched cells are not over and in no average; empty ones are not observed."
            : "Each cell counts the customers for whom the period is over; hatched ones have nobody yet.",
          f.isInTime && f.isRolling
            ? "In a hatched cell only customers whose own period is over count, where there are any."
            : "",
          "A narrow figure shows the first periods; the table holds all.",
        ]
          .filter(Boolean)
          .join(" "),
      axis: (grain: CohortGrain) => `${units[grain]}s after the start`,
      cohorts: (n: number) => `${count(n)} ${plural(n, { one: "cohort", other: "cohorts" })}`,
      alternative: (f: { rows: number; periods: number; step: string; rate: string }) =>
        `A matrix of ${count(f.rows)} rows and ${count(f.periods)} periods; the average of ${f.step} is ${f.rate}.`,
    },
    curves: {
      title: "The average cohort, period by period",
      caption: (hasBand: boolean): string =>
        hasBand
          ? "The thick line is all customers for whom the period is over, pooled; the band its 95% Wilson interval; thin lines are single cohorts as far as they are complete."
          : "The thick line is all customers for whom the period is over, pooled; the band the 95% interval of the ratio of their sums; thin lines are single cohorts as far as they are complete.",
      alternative: (f: { periods: number; first: string; last: string }) =>
        `Over ${count(f.periods)} periods the pooled share goes from ${f.first} to ${f.last}.`,
    },
    trend: {
      title: (step: string) => `${step.charAt(0).toUpperCase()}${step.slice(1)}, cohort by cohort`,
      caption:
        "Dots are cohorts, bars their 95% Wilson intervals, the line all complete cohorts pooled; hollow dots are not over.",
      captionAmounts:
        "Dots are cohorts: what their customers brought in the period, as a part of what they brought in the first. Bars are 95% intervals of this ratio, cut where they leave the figure; a dot without one is of one customer or of customers all alike. The line is all complete cohorts pooled; hollow dots are not over.",
      pooled: "pooled",
      alternative: (f: { rows: number; least: string; most: string }) =>
        `${count(f.rows)} cohorts between ${f.least} and ${f.most}.`,
    },
  },
  method: {
    retention: (f: { x: number; n: number; rate: string; low: string; high: string }) => [
      "share of a period = customers there in it / customers for whom it is over; pooled over all cohorts: both are summed first",
      `= ${count(f.x)} / ${count(f.n)} = ${f.rate}, Wilson 95% interval ${base.interval(f.low, f.high)}`,
    ],
    amounts: (f: { total: string; atFirst: string; rate: string; interval: string | null }) => [
      "share of a period = amounts in it / amounts in the first period, of the same customers",
      `= ${f.total} / ${f.atFirst} = ${f.rate}`,
      ...(f.interval === null
        ? []
        : [
            `variance of the ratio R = n / (n − 1) · Σ(y − R·x)² / (Σx)², 95% interval on the log scale with t: ${f.interval}`,
          ]),
    ],
    averages:
      "simple = Σ(x / n) / cohorts; as Mixpanel documents it: Σ n · x / Σ n · n, so that large cohorts weigh twice",
    trend: (f: { slope: string; interval: string; z: string; q: string }) =>
      `trend of Cochran and Armitage over complete cohorts: ${f.slope} a period (${f.interval}), z = ${f.z}, q = ${f.q}`,
    differ: (f: { chiSquare: string; df: number; q: string }) =>
      `homogeneity of complete cohorts: χ² = ${f.chiSquare}, ${count(f.df)} degrees of freedom, q = ${f.q}`,
    notes: {
      firstSeen:
        "First seen is over the whole log, never over a chosen range: otherwise old customers look new.",
      calendar:
        "Calendar periods are counted by their boundaries: 31 January and 1 February are a month apart.",
      rolling: (days: number) =>
        `Rolling periods have ${count(days * 24)} hours and begin with each customer's own start; who has not been watched to the end of one is not in its base.`,
      ratio:
        "y is what a customer brought in the period and x in the first one; DuckDB adds up y², xy and x². A ratio that is not above nought (refunds) has a plain interval with t.",
      family: "All tests of the matrix are one family: q is the probability adjusted for their number.",
      asOf: (iso: string) =>
        `The data are known until ${day(iso)}; the day is taken from the data, never from the clock.`,
    },
    sources: {
      trend: "Trend: Cochran (1954), Biometrics 10, 417–451; Armitage (1955), Biometrics 11, 375–386.",
      family: "Adjustment: Benjamini & Hochberg (1995), J. R. Statist. Soc. B 57, 289–300.",
      newcombe: "Interval of a difference: Newcombe (1998), Stat. Med. 17, 873–890, method 10.",
      ratio: "Ratio of two sums: Cochran (1977), Sampling Techniques, 3rd ed., formula 6.13.",
      delta: "Interval on the log scale by the delta method: Oehlert (1992), Amer. Statist. 46, 27–29.",
      mixpanel: "Weighted average: Mixpanel's documentation of the retention report.",
    },
  },
  code: {
    what: "Cohorts by period, one rectangle a cell. SQL counts, this cell draws.",
    shown: "The text of a cell: whole percent, and never 0 of something nor 100 of almost all.",
    fits: "As many periods as fit; room for the names of the cohorts on the left.",
    hatch: "A cell that is not over: three strokes across it.",
    scale:
      "One scale for every cohort: the shade grows with the root of the share, so that small ones differ too.",
  },
};

interface Told {
  readonly n: number;
  readonly x: number;
  readonly step: string;
  readonly rate: string;
  readonly interval: string;
  readonly thatIs: string;
  readonly isAfter: boolean;
}

interface Slope {
  readonly cohorts: number;
  readonly points: string;
  readonly interval: string;
  readonly grain: CohortGrain;
}

function was(n: number): string {
  return plural(n, { one: "was", other: "were" });
}

function later({ isAfter }: Told): string {
  return isAfter ? " or later" : "";
}
