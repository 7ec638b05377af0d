import { form } from "./lever-finder-form";
import type { LeverKind } from "../../lever-finder/result";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, list, plural } = formatsOf("en");

/** The table has them all. */
const shortened = (names: readonly string[]) => (names.length > 4 ? [...names.slice(0, 3), "others"] : names);

export const leverFinder = {
  form,
  kind: {
    leak: "Leak: it tells the outcome itself",
    none: "No line divides the customers",
    few: "Too few on one side of the line",
    chance: "Not told from chance",
    reversed: "More of it goes with leaving",
    holds: "The line holds",
    moves: "Goes with staying, but the line moves: take the measure as it is or a round number",
  } satisfies Record<LeverKind, string>,
  /** Of a behaviour whose line nobody had to look for. */
  goes: "Goes with staying",
  side: { above: "On the line or above", below: "Below the line" },
  verdict: {
    holds: (f: { lever: string; near: string; low: string; high: string }) =>
      `The line ${f.lever} holds: ${f.near} of the resamples choose it or its neighbour, nine in ten ${f.low === f.high ? "this very line" : `one between ${f.low} and ${f.high}`}.`,
    moves: (f: { behaviour: string; low: string; high: string }) =>
      `“${f.behaviour}” goes with staying, but no line holds: nine in ten resamples choose one between ${f.low} and ${f.high}. Take the measure as it is or a round number.`,
    goes: (lever: string) => `“${lever}” goes with staying.`,
    reversed: (lever: string) =>
      `“${lever}” goes with leaving: that is a reason to look at who does it, not to forbid it.`,
    fact: (f: { above: string; below: string; by: string; interval: string; more: boolean }) =>
      `On the line or above ${f.above} stayed, below it ${f.below}: ${f.by} ${f.more ? "more" : "less"} (${f.interval}).`,
    natural: (above: string, below: string) => `That is ${above} against ${below}.`,
    alsoHolds: (names: readonly string[]) => `Lines that hold besides: ${list(shortened(names))}.`,
    alsoMoves: (names: readonly string[]) =>
      `They go with staying without a line that holds: ${list(shortened(names))}.`,
    alsoReversed: (names: readonly string[]) => `More of it goes with leaving: ${list(shortened(names))}.`,
    chance: (f: { behaviours: number; lines: number; lever: string; share: string }) =>
      `This cannot be told from chance: as good a line as the best of ${count(f.lines)} tried for ${count(f.behaviours)} ${plural(f.behaviours, { one: "behaviour", other: "behaviours" })} (${f.lever}) comes up in ${f.share} of random dealings.`,
    leaks: (names: readonly string[]) =>
      `This cannot be told: what goes with staying here tells the outcome too well to come before it: ${list(names)}.`,
    few: "This cannot be told: the best lines leave too few customers on one side.",
    none: "This cannot be told: no behaviour divides the customers; each has one value, or is not known.",
  },
  next: {
    found: (texts: string) =>
      `Put into the lever regression, which asks what each adds to the others: ${texts}.`,
    reversed: "Compare within like customers before anything is done about it.",
    chance:
      "Take more customers, a longer observation or other behaviours; do not take the best line as it is.",
    leak: "Count the behaviour in a window that ends before customers begin to leave.",
    few: "Take more customers, or a line that leaves more of them on both sides.",
    none: "Choose other behaviours.",
  },
  caveat: {
    leak: {
      auc: (lever: string, auc: string) =>
        `“${lever}” alone tells almost exactly who stays (AUC ${auc}): it looks like the outcome under another name, or like something counted while customers left.`,
      zero: (lever: string, x: number, n: number) =>
        `“${lever}” at nought coincides with leaving: ${count(x)} of the ${count(n)} at nought left. It looks like what stops when a customer leaves.`,
    },
    unavailable: (f: { lever: string; control: string; level: string | null; n: number }) =>
      `Of the ${base.customers(f.n)} ${f.level === null ? `in one band of ${f.control}` : `whose ${f.control} is “${f.level}”`} nobody has “${f.lever}”: perhaps they cannot, and then it stands for the segment.`,
    few: (names: readonly string[], fewest: number) =>
      `Fewer than ${count(fewest)} customers on one side of the line: ${list(names)}.`,
    fewLeft: (n: number, outcome: "lost" | "stayed") =>
      `Only ${base.customers(n)} ${outcome === "lost" ? "left" : "stayed"}: below 20 a line is a guess.`,
    unknown: (f: { lever: string; n: number; share: string; stayed: string; known: string }) =>
      `“${f.lever}” is not known of ${base.customers(f.n)} (${f.share}), of whom ${f.stayed} stayed, against ${f.known} of the others. Not known is not none; they are left out of its line.`,
    loss: (f: { lever: string; measure: string; line: string }) =>
      `A line loses much of what “${f.lever}” tells: AUC ${f.line} instead of ${f.measure}. Keep the measure for reckoning, the line for talking.`,
    optimism: (f: { lever: string; apparent: string; honest: string }) =>
      `A line that was searched for looks better where it was found: for ${f.lever} the correlation with staying is ${f.apparent} there and ${f.honest} on customers left out. Intervals of differences know nothing of the search.`,
    draws: (n: number) => `With so many customers the outcome was dealt out ${count(n)} times only.`,
    unadjusted:
      "Nothing is adjusted for: large and old customers often do more and leave less for reasons of their own. The lever regression does that.",
  },
  finding: {
    difference: (lever: string) => `Stayed, ${lever} less below it`,
    honest: (lever: string) => `AUC of ${lever} on customers who did not choose the line`,
    honestNoInterval: "A mean over resamples; how much it varies stands in the method.",
    loss: (lever: string) => `AUC lost by drawing a line: ${lever}`,
    lossNoInterval: "A difference of two measures of the same customers.",
    behaviours: "Behaviours looked at",
    lines: "Lines tried",
  },
  table: {
    levers: "Behaviours and their lines",
    kind: "What can be said",
    line: "Line at",
    above: "On it or above",
    retentionAbove: "Of them stayed",
    retentionBelow: "Below it stayed",
    difference: "Difference, pp",
    interval: "95% interval",
    differenceInterval: "95% interval, pp",
    phi: "Phi",
    honestPhi: "Phi, out of bag",
    near: "Resamples within one step",
    range: "Nine in ten resamples",
    q: "q",
    quality: "What a line tells, and what is left of it on others",
    ppv: "PPV",
    npv: "NPV",
    sensitivity: "Sensitivity",
    specificity: "Specificity",
    measureAuc: "AUC of the measure",
    lineAuc: "AUC of the line",
    loss: "Lost by the line",
    honestAuc: "AUC out of bag",
    point632: "AUC .632",
    tests: "What a search is worth",
    plain: "p as if nobody searched",
    millerSiegmund: "p after Miller–Siegmund",
    p: "p by dealing, this behaviour",
    pOfAll: "p by dealing, all behaviours",
    candidates: "Every line tried",
    chosen: "Resamples that chose it",
    youden: "Youden’s J",
    sides: "Who stays on either side",
    side: "Side",
    stayed: "Stayed",
    lost: "Left",
    retention: "Share that stayed",
    tenths: "By tenths of each behaviour",
    tenth: "Tenth",
    least: "From",
    most: "to",
  },
  figure: {
    title: "Who stays, on either side of the line",
    caption:
      "Dots are the share of customers who stayed, lines their 95% intervals (Wilson). The dashed line is all customers compared. A line that was searched for looks a little better here than on other customers.",
    alternative: (parts: readonly string[]) => `Share that stayed: ${list(parts)}.`,
    part: (lever: string, above: string, below: string) => `${lever} ${above}, below it ${below}`,
    axis: "Share that stayed",
    overall: (rate: string) => `all ${rate}`,
    steps: {
      title: "Is there a step to be seen?",
      caption:
        "Dots are tenths of the customers, from the least of the behaviour to the most, with 95% intervals (Wilson); equal values stay together. The curve is a smooth one that knows of no line (restricted cubic spline). The dashed line is the best line found; the bars at the foot say how often resamples chose each line.",
      alternative: (parts: readonly string[]) =>
        `Share that stayed, from the lowest tenth to the highest: ${list(parts)}.`,
      part: (lever: string, first: string, last: string) => `${lever} ${first} to ${last}`,
      x: "Customers, from the least to the most",
      y: "Share that stayed",
    },
  },
  method: {
    formula: {
      overall: (x: number, n: number, rate: string) => `stayed = ${count(x)} / ${count(n)} = ${rate}`,
      difference: (f: {
        lever: string;
        x: number;
        n: number;
        y: number;
        m: number;
        by: string;
        interval: string;
      }) =>
        `${f.lever}: ${count(f.x)} / ${count(f.n)} − ${count(f.y)} / ${count(f.m)} = ${f.by}, Newcombe 95% interval ${f.interval}`,
      p: (f: { lever: string; permutations: number; p: string; q: string }) =>
        `${f.lever}: p = (1 + dealings with as good a line) / (1 + ${count(f.permutations)}) = ${f.p}, q ${f.q}`,
      honest: (f: { lever: string; apparent: string; outOfBag: string; low: string; high: string }) =>
        `${f.lever}: AUC ${f.apparent} where the line was chosen, ${f.outOfBag} on customers left out (95 in 100 resamples: ${f.low} to ${f.high})`,
    },
    rule: (f: { near: string; same: string; fewest: number }) =>
      `A line holds when q is below 5%, at least ${count(f.fewest)} customers are on each side, the line tells something on customers left out, and at least ${f.near} of the resamples choose it or its neighbour (where fewer than 5 lines were tried: ${f.same} of them choose this one). q is the p of dealing after Benjamini and Hochberg.`,
    leak: "Leak: AUC above .95 either way, or nearly all at nought left (90%), among them at least half of those who left, and less than half of the others left.",
    notes: {
      search: (resamples: number, seed: string) =>
        `In each of ${count(resamples)} resamples of the customers the line is chosen anew and judged by those left out. Seed: “${seed}”.`,
      candidates:
        "Lines are tried at deciles or round numbers between the first and the last decile, not at every value: the more lines, the better the best one looks by chance. Searching nine deciles and reading p as if it had been one finds something in 24 of 100 samples of noise.",
      families:
        "Breadth is how many different events a customer has, frequency the active days, depth how much of one event.",
      asLine: "A behaviour given with its line is judged at that line alone.",
    },
    sources: {
      cut: "Best lines: Altman, Lausen, Sauerbrei & Schumacher (1994), J. Natl. Cancer Inst. 86, 829–835; Miller & Siegmund (1982), Biometrics 38, 1011–1016.",
      dichotomise: "What a line loses: Royston, Altman & Sauerbrei (2006), Stat. Med. 25, 127–141.",
      permutation:
        "Chance over all lines: Westfall & Young (1993), Resampling-Based Multiple Testing, algorithm 4.1.",
      outOfBag: "On customers left out: Efron & Tibshirani (1997), J. Amer. Statist. Assoc. 92, 548–560.",
      spline: "Smooth curve: Harrell (2015), Regression Modeling Strategies, 2nd ed., 2.4.",
    },
  },
  who: {
    everybody: { all: "All compared", lost: "Left, all compared", stayed: "Stayed, all compared" },
    above: (lever: string) => lever,
    below: (lever: string) => `below ${lever}`,
    unknown: (behaviour: string) => `${behaviour} not known`,
    tenth: (behaviour: string, tenth: number) => `${behaviour}, tenth ${count(tenth)}`,
    lost: (those: string) => `Left: ${those}`,
    stayed: (those: string) => `Stayed: ${those}`,
  },
  code: {
    what: "The share that stayed on either side of each line, with its interval. SQL counts, this cell draws.",
  },
};
