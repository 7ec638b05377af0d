import type { dateLists, monthLists } from "../../adoption-report/names";
import type { AuditResult } from "../../adoption-report/result";
import { formatsOf } from "../formats";
import { form } from "./adoption-report-form";
import { base } from "./base";

const { count, list, number, plural } = formatsOf("en");

type Judged = NonNullable<AuditResult["equal"]>["verdict"];

export const adoptionReport = {
  form,
  who: {
    date: {
      scored: (date: string) => `Scored on ${date}`,
      new: (date: string) => `There on ${date}, too new to be scored`,
      both: (date: string) => `Scored on ${date} and on the date before`,
      up: (date: string) => `Higher score on ${date} than on the date before`,
      down: (date: string) => `Lower score on ${date} than on the date before`,
    } satisfies Record<(typeof dateLists)[number], (date: string) => string>,
    on: (lever: string, date: string) => `${lever}, on ${date}`,
    band: (band: string, date: string) => `Score ${band} on ${date}`,
    off: (lever: string) => `Not yet: ${lever}`,
    gap: (lever: string) => `In the next band with: ${lever}`,
    gapAny: "One behaviour away from the next band",
    audit: (date: string, level: string | null, isStayed: boolean) =>
      `${isStayed ? "Stayed, of those scored" : "Scored"} on ${date}${level === null ? "" : `, score ${level}`}`,
    month: {
      start: (month: string) => `There at the start of ${month}`,
      stayed: (month: string) => `Stayed through ${month}`,
    } satisfies Record<(typeof monthLists)[number], (month: string) => string>,
  },
  judged: {
    lower: "fewer stay",
    higher: "more stay",
    same: "as many stay",
    "cannot tell": "cannot tell",
  } satisfies Record<Judged, string>,
  reference: "compared with",
  verdict: {
    weights: (levers: number) =>
      `This cannot be told: the weights do not fit the behaviours. There must be ${count(levers)}, none below 0, and not all 0.`,
    noLevers: "This cannot be told: the log names no event that could make up a score.",
    noDates: (days: number) =>
      `This cannot be told: the data reach back less than the ${base.days(days)} before a date that a score needs.`,
    nobody: (tooNew: number) =>
      tooNew === 0
        ? "This cannot be told: nobody was there on the last date."
        : `This cannot be told: ${base.customers(tooNew)} ${plural(tooNew, { one: "was", other: "were" })} there on the last date, none of them long enough to be scored.`,
    mean: (f: { date: string; customers: number; mean: string; interval: string | null }) =>
      `On ${f.date} ${base.customers(f.customers)} had a mean score of ${f.mean}${f.interval ? ` (${f.interval})` : ""}.`,
    moved: (f: { since: string; all: string; same: string; mix: string }) =>
      `Since ${f.since} it moved by ${f.all}: ${f.same} among the same customers, ${f.mix} because others came or went.`,
    month: (f: { month: string; logos: string; gross: string | null; net: string | null }) =>
      `In ${f.month} ${f.logos} stayed${f.gross && f.net ? `, gross revenue retention was ${f.gross}, net ${f.net}` : ""}.`,
    audit: {
      lower: (points: string, interval: string) =>
        `At equal scores fewer stay than before (difference ${points}, ${interval}): a high score no longer says what it said.`,
      higher: (points: string, interval: string) =>
        `At equal scores more stay than before (difference ${points}, ${interval}).`,
      same: (points: string, interval: string) =>
        `At equal scores as many stay as before (difference ${points}, ${interval}).`,
      "cannot tell": (points: string, interval: string) =>
        `Whether as many stay at equal scores as before cannot be told (difference ${points}, ${interval}).`,
    } satisfies Record<Judged, (points: string, interval: string) => string>,
    noAudit:
      "Whether equal scores still mean the same cannot be told yet: only one outcome is known, or none.",
    reversed: "On the last date compared, a higher score goes with leaving.",
    expired: (until: string) => `The score was to be checked again by ${until}.`,
    value: (mean: string) => mean,
    base: (n: number) => `mean score of ${base.customers(n)}, by the days before`,
  },
  next: {
    weights: "Write as many numbers as there are behaviours, with semicolons between them.",
    levers: "Choose the events in the sentence above.",
    dates: "Shorten the days of observation, or load a log that reaches further back.",
    nobody: "Shorten the days of observation, or look at an earlier date.",
    refit: "Find the weights anew with “Adoption score” before anybody is measured by this one.",
    wait: "Ask again when the next outcome is known; until then the score only describes.",
    gaps: "Look at the customers one behaviour away, and test on a part of them whether helping keeps them.",
  },
  caveat: {
    goodhart:
      "Scores that are made a goal can rise without anybody staying longer. At equal scores fewer stay now: do not read a rise of the mean as good news.",
    expired: (version: string | null, until: string) =>
      `${version ? `The version “${version}”` : "This score"} was to be checked again by ${until}. Customers and product have changed since.`,
    undated:
      "Nobody has said since when this score is used, so it has no day on which it must be checked again. The first date compared stands for the time when it was found.",
    equalWeights:
      "All behaviours weigh the same because no weights were given. “Adoption score” finds weights and says which to hand on.",
    open: "Behaviours were chosen by the log: the most widespread events. Choose those that go with staying.",
    window: (days: number) =>
      `Weights are usually found on customers’ first days; here each date looks at the last ${base.days(days)}, whatever the customer’s age. A behaviour that is done once, at the start, fades from the score.`,
    tooNew: (n: number, all: number) =>
      `${count(n)} of ${base.customers(all)} on the last date began within the window and are not scored: they have had less time.`,
    overlap:
      "Windows of neighbouring dates share most of their days: two dates in a row are not two separate pieces of evidence.",
    monthly: "Retention is that of the calendar month in which a date lies, repeated for each date in it.",
    logMonth:
      "Without contracts, stayed means relevant activity in the month, of those with some in the month before.",
    noMoney: "No revenue is known, so its retention is not told.",
    currencies: (n: number) =>
      `Contracts are in ${count(n)} currencies; they are not added up, and revenue retention is not told.`,
    leftOut: (n: number) =>
      `${base.customers(n)} ${plural(n, { one: "has a score", other: "have scores" })} that nobody had at the other time: there is nobody to compare them with, and they are left out of the comparison.`,
    changed:
      "Equal scores are compared whatever the weights were called then: all dates are scored by today’s weights.",
  },
  finding: {
    mean: "Mean score",
    median: "Median score",
    moved: "Change of the mean",
    same: "Of that, among the same customers",
    mix: "Of that, because others came or went",
    logos: "Stayed in the last complete month",
    gross: "Gross revenue retention in that month",
    net: "Net revenue retention in that month",
    equal: "Difference at equal scores",
    any: "One behaviour away from the next band",
    noInterval: "Too few customers for an interval.",
    plain: "Describes these customers.",
  },
  table: {
    weeks: "Score and retention, date by date",
    day: "Date",
    customers: "Customers scored",
    tooNew: "Too new",
    mean: "Mean score",
    interval: "95% interval",
    median: "Median",
    month: "Month",
    atStart: "There at the start",
    stayed: "Stayed",
    logos: "Share that stayed",
    gross: "Gross revenue retention",
    net: "Net revenue retention",
    moves: "What moved the mean",
    change: "Change",
    same: "Same customers",
    came: "Came",
    went: "Went",
    both: "On both dates",
    up: "Higher",
    down: "Lower",
    distribution: "Customers by score",
    levers: "Behaviours on the last date",
    lever: "Behaviour",
    weight: "Weight",
    owner: "Owner",
    on: "On",
    shareOn: "Share on",
    first: (date: string) => `Share on ${date}`,
    off: "Not yet",
    next: "Next band with it",
    coverage: "Share with each behaviour, date by date",
    nearest: "One behaviour away, the heaviest and the nearest end of a contract first",
    customer: "Customer",
    score: "Score",
    reached: "Score with it",
    ends: "Contract ends",
    days: "Days left",
    months: "Retention by month",
    mrr: "MRR at the start",
    state: "State",
    audit: "Equal scores, then and now",
    difference: "Difference at equal scores, pp",
    q: "q",
    judged: "At equal scores",
    slope: "Odds of staying, each 10 points",
    levels: "Share that stayed, by score",
    level: "Score",
    version: "The score",
    versionName: "Version",
    validFrom: "Used since",
    validUntil: "To be checked by",
    goal: "Goal for the mean",
    unnamed: "no name",
  },
  figure: {
    title: "Score and retention",
    caption: (hasMoney: boolean) =>
      `Dots are values, bands their 95% intervals. The score of a date is of the days before it; retention is that of the month in which the date lies${hasMoney ? ", and of revenue without what new customers bring" : ""}. Each panel has its own scale.`,
    score: "Mean score",
    logos: "Share that stayed",
    gross: "Gross revenue retention",
    net: "Net revenue retention",
    goal: (goal: string) => `goal ${goal}`,
    alternative: (f: {
      dates: number;
      from: string;
      to: string;
      first: string;
      last: string;
      logos: string | null;
    }) =>
      `Mean score on ${count(f.dates)} dates from ${f.from} to ${f.to}: ${f.first} on the first, ${f.last} on the last${f.logos === null ? "" : `; ${f.logos} stayed in the last complete month`}.`,
    coverage: {
      title: "How many do each behaviour",
      caption:
        "The share of customers scored on a date who did it in the days before; bands are 95% intervals (Wilson).",
      alternative: (parts: readonly string[]) => `Share of customers on the last date: ${list(parts)}.`,
      part: (lever: string, share: string) => `${lever} ${share}`,
      axis: "Share of customers",
    },
    audit: {
      title: "At equal scores: who stays, then and now",
      caption: (from: string, margin: string) =>
        `Dots are the difference in the share that stayed between each date and ${from}, customers with equal scores compared; lines are 95% intervals. Within the shaded ${margin} either way a difference does not matter.`,
      alternative: (parts: readonly string[]) => `Difference at equal scores: ${list(parts)}.`,
      part: (date: string, points: string) => `${points} pp on ${date}`,
      axis: "Percentage points",
    },
  },
  code: {
    what: "The score and what stays, date by date: one panel each, on one axis of time.",
    panels: "Each panel has its own scale; a value is placed between the bottom and the top of its panel.",
    noNull: "A month that is not over has no retention yet.",
  },
  method: {
    score: (terms: string) => `score = ${terms}; 0 to 100`,
    mean: (f: { date: string; mean: string; deviation: string; customers: number }) =>
      `mean on ${f.date} = ${f.mean}, standard deviation ${f.deviation}, ${count(f.customers)} customers; interval = mean ± t · deviation / √n`,
    moved: (f: { all: string; same: string; came: string; went: string }) =>
      `change since the date before = ${f.all} = same customers ${f.same} + came ${f.came} + went ${f.went}`,
    equal: (f: { now: string; then: string; difference: string }) =>
      `at equal scores: ${f.now} stayed now, ${f.then} then; difference ${f.difference}`,
    notes: {
      windows: (days: number) =>
        `A date is the morning on which a period begins. What a customer did in the ${base.days(days)} before it makes the score, nothing later; scored is whoever is there on that morning and began before those days.`,
      audit: (days: number, periods: number) =>
        `Equal scores are compared on dates ${count(periods)} or more periods apart, so that no outcome of ${base.days(days)} overlaps the next; a date takes part when its outcome is known. Both sides are given the mix of scores of both together.`,
      reference: (from: string) => `Compared with: ${from}.`,
      judged: (margin: string) =>
        `Fewer or more stay: the interval leaves out 0, and q over all dates is below 0.05. As many: the whole interval lies within ${margin} either way. Otherwise nobody can tell.`,
      slope:
        "The odds are those of a logistic regression of staying on the score, date by date; Wald intervals.",
      nearest: (half: number) =>
        `The order is weight × 1 / (1 + days until the contract ends / ${count(half)}); without an end, or without contracts, the weight alone decides, open contracts last.`,
      revenue: "Intervals of revenue retention are by resampling accounts, with a fixed seed.",
      association:
        "A score goes with staying; that does not say that customers who are talked into a behaviour stay.",
    },
    sources: {
      t: "Interval of a mean: Student (1908), Biometrika 6, 1–25.",
      standardise:
        "Equal scores: Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., ch. 19; Zou & Donner (2008), Stat. Med. 27, 1693–1702.",
      bh: "Many dates: Mantel & Haenszel (1959), J. Natl. Cancer Inst. 22, 719–748; Benjamini & Hochberg (1995), J. R. Statist. Soc. B 57, 289–300.",
      goodhart:
        "A measure that becomes a target: Goodhart (1975), Papers in Monetary Economics 1; Strathern (1997), European Review 5, 305–321.",
      bootstrap: "Resampling: Efron (1987), J. Amer. Statist. Assoc. 82, 171–185.",
    },
  },
  signed: (value: number) => `${value > 0 ? "+" : value < 0 ? "−" : ""}${number(Math.abs(value), 1)}`,
};
