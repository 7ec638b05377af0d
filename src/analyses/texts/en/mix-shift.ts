import { form } from "./mix-shift-form";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, day, plural } = formatsOf("en");

export const mixShift = {
  form,
  side: {
    level: (column: string, level: string) => `${column}: ${level}`,
    rest: (column: string) => `${column}: all others`,
    period: (from: string, to: string) => `${day(from)} – ${day(to)}`,
    first: "First group",
    second: "Second group",
  },
  verdict: {
    crude: (f: {
      first: string;
      rate: string;
      second: string;
      other: string;
      by: string;
      interval: string;
      more: boolean;
    }) =>
      `“${f.first}”: ${f.rate} left; “${f.second}”: ${f.other}: ${f.by} ${f.more ? "more" : "less"} (${f.interval}).`,
    noCrude: (f: { first: string; rate: string; second: string; other: string; interval: string }) =>
      `“${f.first}”: ${f.rate} left; “${f.second}”: ${f.other}; on the whole no difference can be told (${f.interval}).`,
    reversed: (by: string, difference: string, interval: string, more: boolean) =>
      `Among customers alike in ${by} it is the other way round: ${difference} ${more ? "more" : "less"} (${interval}).`,
    vanished: (by: string, interval: string) =>
      `Among customers alike in ${by} no difference can be told any more (${interval}).`,
    appeared: (by: string, difference: string, interval: string, more: boolean) =>
      `Among customers alike in ${by} there is one: ${difference} ${more ? "more" : "less"} (${interval}).`,
    holds: (by: string, difference: string, interval: string, more: boolean) =>
      `Among customers alike in ${by} it holds: ${difference} ${more ? "more" : "less"} (${interval}).`,
    neither: (by: string, interval: string) => `Nor can it among customers alike in ${by} (${interval}).`,
    split: (rate: string, mix: string) =>
      `Of the difference ${rate} come from other shares among like customers and ${mix} from another mix of customers.`,
    oneSide: (name: string) =>
      `This cannot be told: “${name}” has no customers, so there is nothing to compare.`,
    noCommon: (by: string) =>
      `This cannot be told: no value of ${by} has customers of both sides, so like cannot be compared with like.`,
    statusPeriods: "Refused: a status has no day, so two periods cannot be told apart by it.",
  },
  next: {
    reversed: "Judge by the comparison of like customers, and by each of its rows.",
    vanished: "Look at who moved between the values of the column rather than at why customers leave.",
    holds: "Try another column; a difference can still come from one that is not here.",
    neither: "Take a longer period or larger groups.",
    groups: "Choose two groups that have customers.",
    periods: "Count by activity or by contracts.",
    common: "Choose a column with fewer values.",
  },
  caveat: {
    overall: (by: string) =>
      `The difference of the two totals misleads: it changes once customers alike in ${by} are compared.`,
    overallMay: (by: string) =>
      `The difference of the two totals may mislead: it looks different once customers alike in ${by} are compared, though that may be chance.`,
    unequal: (p: string) =>
      `The difference is not the same for all values (Breslow–Day, p ${p}): one number for all hides that, see the rows.`,
    leftOut: (n: number, all: number) =>
      `${count(n)} of ${base.customers(all)} have a value that only one side has; nothing of theirs can be compared like with like.`,
    overlap: (n: number) =>
      `${base.customers(n)} ${plural(n, { one: "is", other: "are" })} in both periods. The interval of the whole difference takes this into account; those within the values treat the periods as separate.`,
    unknown: (by: string, n: number, all: number) =>
      `${count(n)} of ${base.customers(all)} have no value in ${by}; they are compared with each other.`,
    late: (by: string, n: number, all: number) =>
      `Of ${count(n)} of ${base.customers(all)} nothing was known in ${by} when the period began; their first later value is used, which may follow from leaving.`,
    neither: (n: number) =>
      `${base.customers(n)} ${plural(n, { one: "belongs", other: "belong" })} to neither group and ${plural(n, { one: "plays", other: "play" })} no part.`,
    small: (name: string, x: number, n: number) =>
      `Small sample, ${name}: ${count(x)} of ${count(n)}. A few customers more or less would move the share.`,
  },
  finding: {
    crude: "Difference as it stands",
    adjusted: "Difference among like customers",
    standardised: "Difference with the same mix",
    rateEffect: "Of it by other shares",
    mixEffect: "Of it by another mix",
    odds: "Odds ratio among like customers",
    crudeOdds: "Odds ratio as it stands",
    sameDirection: "Values in which the first side has the lower share",
    strata: "Values compared",
    part: "A part of the difference; the parts add up exactly and are shown without intervals.",
    oddsNoInterval: "Without an interval: no customers of one outcome, or none asked for.",
  },
  table: {
    title: "Like with like",
    value: (by: string) => by,
    customers: (side: string) => `${side}: customers`,
    lost: (side: string) => `${side}: left`,
    attrition: (side: string) => `${side}: share`,
    difference: "Difference, pp",
    interval: "95% interval, pp",
    rateEffect: "By shares, pp",
    mixEffect: "By mix, pp",
    totals: "The two sides as a whole",
    measure: "Compared",
    first: "First",
    second: "Second",
    crude: "As they stand",
    standardised: "With the mix of both together",
    adjusted: "Among like customers (Mantel–Haenszel)",
    sum: "All",
    tests: "Odds ratios and tests",
    test: "What",
    result: "Value",
    crudeOdds: "Odds ratio as it stands",
    commonOdds: "Common odds ratio (Mantel–Haenszel)",
    low: "Lower limit",
    high: "Upper limit",
    cmh: "Chi-square (Cochran–Mantel–Haenszel, corrected)",
    cmhP: "p of it",
    breslowDay: "Chi-square (Breslow–Day)",
    breslowDayP: "p of it",
    tarone: "With Tarone’s correction",
    taroneP: "p of it",
    cramerV: "Cramér’s V of sides and values",
  },
  figure: {
    title: "Like with like",
    caption:
      "Each row is a value of the column with the share that left on either side; lines are 95% intervals (Wilson). Below, all customers as they are, and as they would be if both sides had the mix of both together.",
    alternative: (f: { strata: number; lower: number; first: string; crude: string; standardised: string }) =>
      `In ${count(f.lower)} of ${count(f.strata)} rows the share of ${f.first} is the lower one. All together they differ by ${f.crude}, with the same mix by ${f.standardised}.`,
    axis: "Share that left",
    all: "All customers",
    asTheyAre: "as they are",
    sameMix: "with the same mix",
    split: {
      title: "Where the difference comes from",
      caption:
        "The difference of the two totals in percentage points: by other shares among like customers, and by another mix. The parts of all values add up to it exactly.",
      alternative: (f: { rate: string; mix: string; crude: string }) =>
        `${f.rate} by shares and ${f.mix} by mix make ${f.crude}.`,
      axis: "Percentage points of the difference",
      rate: "by other shares",
      mix: "by another mix",
    },
  },
  method: {
    crude: (x: number, n: number, y: number, m: number, by: string) =>
      `difference = ${count(x)} / ${count(n)} − ${count(y)} / ${count(m)} = ${by}`,
    split: (rate: string, mix: string, whole: string) =>
      `Σ mean weight × Δ share + Σ mean share × Δ weight = ${rate} + ${mix} = ${whole}`,
    adjusted: (by: string, interval: string) =>
      `among like customers (Mantel–Haenszel): ${by}, interval ${interval}`,
    notes: {
      strata: (by: string) =>
        `Customers with the same value of ${by} are compared with each other; the differences are averaged with weights n₁·n₂ / n.`,
      risk: "Differences of shares are held against each other, because odds ratios change by mere averaging.",
      association: "A column that is not here can still stand behind the difference.",
    },
    sources: {
      kitagawa: "Decomposition: Kitagawa (1955), J. Amer. Statist. Assoc. 50, 1168–1194.",
      standardise:
        "Standardisation: Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, ch. 19.",
      rbg: "Interval of the common odds ratio: Robins, Breslow & Greenland (1986), Biometrics 42, 311–323.",
      breslowDay:
        "Same odds ratio everywhere? Breslow & Day (1980), IARC, p. 142; Tarone (1985), Biometrika 72, 91–95.",
      overlap:
        "Shares of overlapping sets: Newcombe (1998), Stat. Med. 17, 2635–2650; Zou & Donner (2008), Stat. Med. 27, 1693–1702.",
    },
  },
  who: {
    side: (name: string) => name,
    lost: (name: string) => `Left, ${name}`,
    in: (name: string, value: string) => `${name}, ${value}`,
  },
  code: {
    what: "The share that left on both sides, value by value and with the same mix. SQL counts, this cell draws.",
    sameMix:
      "Each side with the mix of both together; intervals from the Wilson limits of its rows (Zou & Donner, 2008).",
  },
};
