import { form } from "./repeat-purchase-form";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, day, month, monthShort, number, percent, plural } = formatsOf("en");

type Purchase = "days" | "orders";

export const repeatPurchase = {
  form,
  verdict: {
    noRows: "This cannot be told: the table holds no purchase that could be used.",
    noBase: (window: number, asOf: string) =>
      `This cannot be told yet: nobody's first purchase lies ${base.days(window)} or more before ${day(asOf)}, so nobody has had that long to buy again.`,
    found: (f: { n: number; x: number; window: number; rate: string; interval: string; thatIs: string }) =>
      `Of ${base.customers(f.n)} followed for ${base.days(f.window)} after the first purchase, ${count(f.x)} bought again within that time: ${f.rate} (${f.interval}). ${f.thatIs}`.trim(),
    threshold: {
      below: (threshold: string) => `The whole interval is below the threshold of ${threshold}.`,
      above: (threshold: string) => `The whole interval is at or above the threshold of ${threshold}.`,
      "cannot tell": (threshold: string) =>
        `Whether that is below the threshold of ${threshold} cannot be told: the interval holds it.`,
      "too few": (threshold: string, n: number) =>
        `${base.customers(n)} ${plural(n, { one: "is", other: "are" })} too few to hold against the threshold of ${threshold}.`,
    },
    leak: {
      scaled: (f: { months: number; n: number; was: number; leak: number; wasLeak: number; grew: number }) =>
        `In ${lastMonths(f.months)} there were more newcomers than in ${monthsBefore(f.months)} (${count(f.n)} after ${count(f.was)}), and the data show no difference in the rate: ${count(f.grew)} more were lost after one purchase (${count(f.leak)} after ${count(f.wasLeak)}).`,
      worse: (f: { months: number; points: string; interval: string; leak: number; wasLeak: number }) =>
        `In ${lastMonths(f.months)} the rate is ${f.points} lower than in ${monthsBefore(f.months)} (${f.interval}); ${count(f.leak)} newcomers were lost after one purchase, ${count(f.wasLeak)} before.`,
      better: (f: { months: number; points: string; interval: string; leak: number; wasLeak: number }) =>
        `In ${lastMonths(f.months)} the rate is ${f.points} higher than in ${monthsBefore(f.months)} (${f.interval}); ${count(f.leak)} newcomers were lost after one purchase, ${count(f.wasLeak)} before.`,
    },
  },
  next: {
    noRows: "Check which columns are the customer and the date, and whether the rule leaves any purchases.",
    noBase: "Choose a shorter window, or load an export that covers more time.",
    rule: "Choose which events are purchases.",
    gap: (days: number) => `Set the window to ${count(days)} days and compare.`,
    needed: (n: number, more: number) =>
      `At this rate it takes about ${count(n)} followed customers, ${count(more)} more, to tell it from the threshold.`,
    tooNear:
      "The rate is so near the threshold that no number of customers within reach will tell them apart.",
    below:
      "Look at the curve: when do those who come back do so, and what happens to the others before that?",
    above: "Look at the months: does the rate hold as the inflow grows?",
  },
  caveat: {
    everyEvent:
      "Every event counts as a purchase, because no rule says which do. Choose the purchases, or the share is one of visits.",
    gapLonger: (window: number, p80: number) =>
      `One in five customers with several purchases usually pauses for more than ${number(p80, 1)} days. A window of ${count(window)} days is too short for them, and the share looks lower than it will be.`,
    refunds: (n: number, byOrder: boolean) =>
      byOrder
        ? `${base.rows(n)} with a negative amount ${plural(n, { one: "is a refund", other: "are refunds" })} and no purchase; an order that was taken back in full is not counted either.`
        : `${base.rows(n)} with a negative amount ${plural(n, { one: "is a refund", other: "are refunds" })} and no purchase; the purchase that was taken back still counts.`,
    noAmount: "No column of amounts is chosen: refunds and cancellations cannot be told from purchases.",
    cutLeft: (n: number, all: number, opens: string) =>
      `${count(n)} of ${base.customers(all)} (${percent(n / all)}) are first seen in ${month(opens)}, when the data begin. Those who bought earlier already look like new buyers, and a repeat purchase looks like a first one.`,
    threshold: (threshold: string) =>
      `${threshold} is a rule of thumb of the article's author without a source. What lasts long is bought rarely: hold the share against your own past.`,
  },
  reading: {
    cohort: (window: number) =>
      `First purchase ${count(window)} days ago or more, again within ${count(window)} days`,
    stock: (recent: number) => `Bought in the last ${count(recent)} days, twice or more in them`,
    returning: (recent: number) => `Bought in the last ${count(recent)} days, and before them`,
  },
  table: {
    readings: "Three readings of the same question",
    reading: "Reading",
    customers: "Customers",
    again: "Bought again",
    share: "Share",
    interval: "95% interval",
    windows: "By the time given",
    window: "Days to buy again",
    followed: "Followed so long",
    curveShare: "Of everybody, by the curve",
    curveInterval: "95% interval of the curve",
    days: "Day by day after the first purchase",
    day: "Day",
    atRisk: "Without a second purchase",
    boughtAgain: "Bought again on it",
    notYet: "Followed no longer",
    shareByThen: "Bought again by then",
    hazard: "When the second purchase comes",
    stretch: "Days after the first purchase",
    events: "Second purchases",
    customerDays: "Customer-days",
    perThousand: "A day, of 1,000 still without",
    months: "Leak by month of the first purchase",
    month: "Month",
    new: "New customers",
    lost: "Not again in time",
    soFar: "Again so far",
    leak: "The last complete months against those before",
    stretchOfMonths: "Months",
    leaked: "Lost after one purchase",
    change: "Change",
    ofIt: { inflow: "of it, with the inflow", rate: "of it, with the rate" },
    products: "Bought by the same customers",
    one: "Who bought",
    other: "also bought",
    both: "Both",
    support: "Support",
    confidence: "Confidence",
    confidenceBack: "Confidence, other way",
    lift: "Lift",
    q: "q",
    monthsOf: (from: string, to: string) =>
      from === to ? monthShort(from) : `${monthShort(from)} – ${monthShort(to)}`,
    daysOf: (from: number, to: number) => `${count(from)}–${count(to)}`,
  },
  who: {
    buyers: "Everybody who bought",
    followed: (days: number) => `First purchase at least ${base.days(days)} ago`,
    again: (days: number) => `Bought again within ${base.days(days)}, followed so long`,
    ever: "Bought again at any time",
    first: (days: number) => `Bought again within ${base.days(days)}`,
    recent: (days: number) => `Bought in the last ${base.days(days)}`,
    recentAgain: (days: number) => `Twice or more in the last ${base.days(days)}`,
    recentReturning: (days: number) => `Bought in the last ${base.days(days)}, and before`,
    month: {
      new: (opens: string) => `New in ${month(opens)}`,
      followed: (opens: string) => `New in ${month(opens)}, followed for the whole window`,
      again: (opens: string) => `New in ${month(opens)}, bought again in time`,
      lost: (opens: string) => `New in ${month(opens)}, not again in time`,
    },
    dayAgain: (days: number) => `Second purchase ${base.days(days)} after the first`,
    dayNotYet: (days: number) => `One purchase, followed for ${base.days(days)}`,
  },
  finding: {
    curve: (days: number) => `Bought again by day ${count(days)}, by the curve`,
    median: "Half have bought again by day",
    notReached: "not reached in the data",
    medianInterval: (low: string, high: string) => `${low} to ${high}`,
    firstDays: (days: number) => `Of those who bought again, within the first ${count(days)} days`,
    leak: "Lost after one purchase in the last complete months",
  },
  curve: {
    title: "Who has bought again, day by day after the first purchase",
    caption: (f: { threshold: string; window: number; thin: number }) =>
      `The step line is the share of all first-time buyers who have bought again by each day (Kaplan–Meier: also those not yet followed for long take part as long as they are known). The band is its 95% interval (log-log) for each day by itself. Dashed: the threshold of ${f.threshold} and the window of ${base.days(f.window)}. Grey: fewer than ${count(f.thin)} customers are left to judge by.`,
    alternative: (f: {
      n: number;
      last: number;
      share: string;
      at: readonly { days: number; share: string }[];
    }) =>
      `${base.customers(f.n)}. Bought again: ${f.at.map(({ days, share }) => `${share} by day ${count(days)}`).join(", ")}${f.at.length ? "; " : ""}${f.share} by day ${count(f.last)}, the last.`,
    x: "Days since the first purchase",
    y: "Bought again",
    threshold: "Threshold",
    window: (days: number) => base.days(days),
    code: {
      what: "The share that has bought again, day by day after the first purchase. SQL counts, this cell estimates and draws.",
      estimate:
        "Kaplan & Meier (1958), J. Amer. Statist. Assoc. 53, 457–481; Greenwood's variance on the log-log scale.",
      start: "Day 0, and the last day known.",
      thin: "Where few are left the line is grey.",
    },
  },
  readingsFigure: {
    title: "Three readings against the threshold",
    caption: (threshold: string) =>
      `A dot is the share, the line its 95% interval. The dashed line is the threshold of ${threshold}. The three answer different questions and need not agree.`,
    alternative: (rows: readonly { label: string; share: string; interval: string }[]) =>
      rows.map(({ label, share, interval }) => `${label}: ${share} (${interval})`).join(". ") + ".",
  },
  leakFigure: {
    title: "New customers and those lost after one purchase",
    caption: (window: number) =>
      `A bar is the customers who first bought in a month: those who bought again within ${base.days(window)}, and those who did not; above it, the share that did. Hollow: not everybody of the month has been followed that long, so who is not back yet may still come.`,
    alternative: (f: { months: number; from: string; to: string; new: number; lost: number }) =>
      `${count(f.months)} months from ${f.from} to ${f.to}: ${count(f.new)} new customers in those that are complete, ${count(f.lost)} of them not back in time.`,
    axis: "New customers",
    again: "Bought again in time",
    lost: "Not again in time",
    waiting: "Not again so far",
  },
  method: {
    formula: (f: { x: number; n: number; rate: string; low: string; high: string }) => [
      "repeat purchase rate = customers with a second purchase within the window / customers followed for the whole window",
      `= ${count(f.x)} / ${count(f.n)} = ${f.rate}`,
      `Wilson 95% interval: ${base.interval(f.low, f.high)}`,
    ],
    leak: "leak of a month = new customers × (1 − rate): those who did not buy again within the window",
    purchase: {
      days: "A purchase is a day: several on one day are one.",
      orders: "Each order is a purchase, also two on one day; rows with the same number are one order.",
    } satisfies Record<Purchase, string>,
    followed: (asOf: string) =>
      `Followed for the whole window: its last day is before ${day(asOf)}. Who came later is left out of the share, not counted as lost; the curve uses everybody as long as they are known.`,
    firstDays: (days: number) =>
      `The share of the first ${count(days)} days is one of those who did buy again so far; customers not followed for long can only have bought again early, which makes it look larger.`,
    leakSplit:
      "Two stretches of months are compared by Newcombe's interval; the change of the leak is split at the middle between them, into newcomers at the mean rate and the rate at the mean number of newcomers.",
    products:
      "Support: customers with both of all customers with a product. Confidence: customers with both of those with the one. Lift: confidence over the share of the other among all; its interval is that of its logarithm (delta method). q: Pearson's chi-square, adjusted over all pairs. Who buys much buys much of everything: association, not cause.",
    productsShown: (f: {
      products: number;
      considered: number;
      tested: number;
      shown: number;
      fewest: number;
    }) =>
      `Of ${count(f.products)} products the ${count(f.considered)} most widespread are looked at; ${count(f.tested)} pairs have ${count(f.fewest)} customers or more, and the ${count(f.shown)} whose lift is surely largest are shown.`,
  },
  source: {
    garwood:
      "Second purchases a day: events by customer-days, exact Poisson interval: Garwood (1936), Biometrika 28, 437–442.",
    article:
      "The threshold and the claim of the first 30 days: the article on the cracked funnel, without a source.",
    kaplanMeier:
      "Curve: Kaplan & Meier (1958), J. Amer. Statist. Assoc. 53, 457–481; interval on the log-log scale.",
    newcombe: "Difference of two shares: Newcombe (1998), Stat. Med. 17, 873–890, method 10.",
    lift: "Support, confidence, lift: Agrawal, Imieliński & Swami (1993), SIGMOD 22, 207–216; Brin et al. (1997), SIGMOD 26, 255–264.",
    benjamini: "q: Benjamini & Hochberg (1995), J. R. Statist. Soc. B 57, 289–300.",
  },
};

function lastMonths(n: number): string {
  return n === 1 ? "the last complete month" : `the last ${count(n)} complete months`;
}

function monthsBefore(n: number): string {
  return n === 1 ? "the month before" : `the ${count(n)} before`;
}
