import { form } from "./usage-quartiles-form";
import type { Reversal } from "../../mix-shift/reversal";
import { formatsOf } from "../formats";
import { base } from "./base";
import { turns } from "./segments";

const { count, day, list, number, plural } = formatsOf("en");

export const usageQuartiles = {
  form,
  quarter: { none: "No usage", bottom: "Bottom quarter", middle: "Middle half", top: "Top quarter" },
  within: (quarter: string, least: string, most: string) =>
    least === most ? `${quarter} (${least})` : `${quarter} (${least} – ${most})`,
  tenth: (decile: number) => `Tenth ${count(decile)}`,
  pp: (number: string) => `${number} pp`,
  verdict: {
    fact: (f: { top: string; bottom: string; by: string; interval: string; more: boolean }) =>
      `In the top quarter of usage ${f.top} left, in the bottom quarter ${f.bottom}: ${f.by} ${f.more ? "more" : "less"} (${f.interval}).`,
    even: (f: { top: string; bottom: string; interval: string }) =>
      `In the top quarter of usage ${f.top} left, in the bottom quarter ${f.bottom}; the difference lies between ${f.interval}.`,
    span: (low: string, high: string) => `${low} and ${high}`,
    natural: (top: string, bottom: string) => `That is ${top} against ${bottom}.`,
    supported: "Who uses more leaves less often: the assumption is supported.",
    reversed:
      "Who uses more leaves more often. That is a reason to test the feature on a part of the customers, not proof of harm.",
    immaterial: (delta: string) =>
      `Whatever difference there is, it is smaller than the ${delta} that would matter.`,
    tooSmall: (delta: string) => `It is smaller than the ${delta} that would matter.`,
    cannotTell: (delta: string) =>
      `Nobody can tell from this whether usage goes with staying: a difference of ${delta} either way is not ruled out, or the segments do not fall in line.`,
    adjusted: (by: string, odds: string, interval: string) =>
      `Among customers alike in ${by} the odds ratio of leaving, top to bottom, is ${odds} (${interval}).`,
    overlap:
      "Refused: the outcome would begin before the usage has been counted. Then whoever stays uses more for that reason alone.",
    currencies:
      "Refused: the column is in several currencies, and amounts in different currencies have no sum.",
    noUsers: "This cannot be told: nobody in the comparison has used it.",
    nobody: (n: number) =>
      `This cannot be told: of ${base.customers(n)} nobody could be followed through both windows.`,
    tied: "This cannot be told: so many customers have the same usage that there are no three segments.",
    noFeature: "This cannot be told yet: nobody has said which event is meant.",
  },
  next: {
    supported: "Test it: offer the feature to a random part of the customers and compare.",
    reversed: (n: number) =>
      `Look at the adjusted result, then switch the feature off for a random part: about ${base.customers(n)} in each arm would show a difference of this size.`,
    immaterial: "Look for another behaviour.",
    cannotTell: "Take a longer time, more customers or a wider feature.",
    overlap: "Begin the outcome where the observation ends, or later.",
    currencies: "Load one currency, or amounts that have been converted.",
    windows: "Shorten the windows, or load data that reach further.",
    feature: "Choose another feature or a wider measure.",
    event: "Choose the event in the sentence above.",
  },
  caveat: {
    overlap:
      "In a game whose rounds of 14 days were held against coming back on day 7, 55% of the top quarter came back and 1% of the bottom one: by construction, not because playing keeps players.",
    windows:
      "Nobody has said when the usage was counted and when the status was true. If the usage was counted while customers were already leaving, they use less because they left.",
    leak: (auc: string) =>
      `Usage alone tells almost exactly who left (AUC ${auc}): it looks like the outcome under another name.`,
    reversal: (f: {
      by: string;
      kind: Reversal["kind"];
      crude: string;
      adjusted: string;
      interval: string;
      also: readonly string[];
    }) =>
      `Among customers alike in ${f.by} ${turns[f.kind]}: ${f.adjusted} (${f.interval}) instead of ${f.crude}.${f.also.length ? ` It also changes by more than a third of its size among customers alike in ${list(f.also)}.` : ""}`,
    size: (quarter: string, share: string) =>
      `${quarter}: ${share} of the users, because many have the same usage. Equal values are not parted.`,
    zeros: (share: string) =>
      `${share} of the customers have no usage at all and fill the lowest segment; set them apart.`,
    truncated: (n: number, all: number) =>
      `${count(n)} of ${base.customers(all)} first appear in the first days of the file: they may have been there long before, and their first days are not their first.`,
    negative: (n: number) =>
      `${base.customers(n)} ${plural(n, { one: "has", other: "have" })} a negative usage, such as refunds; with those without usage set apart they count among these.`,
    small: (names: readonly string[]) =>
      `Small sample in ${list(names)}: a few customers more or less would move the share.`,
    unadjusted:
      "Nothing is adjusted for: larger and older customers often use more and leave less for reasons of their own.",
    association: "Usage may also fall because a customer has already decided to leave.",
    excluded: {
      "not-observed": (n: number) =>
        `The outcome of ${base.customers(n)} is not known to its end yet; they play no part.`,
      newcomer: (n: number) =>
        `${base.customers(n)} came within the month and had no full one; they play no part.`,
      "not-there": (n: number) =>
        `${base.customers(n)} ${plural(n, { one: "was", other: "were" })} gone before the outcome began; who has left cannot leave.`,
      contradictory: (n: number) =>
        `${base.customers(n)} ${plural(n, { one: "has", other: "have" })} two rows that contradict each other and ${plural(n, { one: "is", other: "are" })} left out.`,
      "no-status": (n: number) =>
        `${base.customers(n)} ${plural(n, { one: "has", other: "have" })} no status and ${plural(n, { one: "is", other: "are" })} left out.`,
      "no-usage": (n: number) =>
        `${base.customers(n)} ${plural(n, { one: "has", other: "have" })} no known usage and ${plural(n, { one: "is", other: "are" })} left out: not known is not none.`,
    },
  },
  finding: {
    difference: "Top less bottom quarter",
    usersLessNone: "Users less those without usage",
    adjusted: (by: string) => `Top less bottom among customers alike in ${by}`,
    trend: "Trend over the three segments (chi-square)",
    trendNoInterval: "A test statistic; its q is in the table.",
    perArm: "Customers in each arm of a trial that would show this difference",
    perArmNoInterval: "Reckoned from the two shares seen, for 80% power.",
  },
  table: {
    quarters: "Segments by usage",
    quarter: "Segment",
    least: "Usage from",
    most: "to",
    customers: "Customers",
    lost: "Left",
    attrition: "Share that left",
    interval: "95% interval",
    deciles: "By tenths of usage",
    decile: "Tenth",
    mean: "Mean usage",
    comparisons: "Differences and tests",
    comparison: "What",
    value: "Value",
    valueInterval: "95% interval",
    p: "p",
    q: "q",
    topBottom: "Top less bottom, pp",
    usersNone: "Users less no usage, pp",
    homogeneity: "Same share everywhere (chi-square)",
    trend: "Trend (Cochran–Armitage chi-square)",
    adjusted: (by: string) => `Top less bottom alike in ${by}, pp`,
    odds: (by: string) => `Odds ratio alike in ${by}`,
    mix: (by: string) => `Who uses it: ${by}`,
    stratum: (by: string) => by,
    topCustomers: "Top: customers",
    topLost: "Top: left",
    topShare: "Top: share of its customers",
    bottomCustomers: "Bottom: customers",
    bottomLost: "Bottom: left",
    bottomShare: "Bottom: share of its customers",
    flow: "Customers in and out",
    step: "Step",
    all: "Seen at all",
    used: "In the comparison",
    why: {
      "not-observed": "Outcome not known to its end",
      newcomer: "Came within the month",
      "not-there": "Gone before the outcome began",
      contradictory: "Contradicting rows",
      "no-status": "No status",
      "no-usage": "Usage not known",
    },
  },
  figure: {
    title: "Who leaves, by usage",
    caption: (apart: boolean) =>
      `Dots are the share of each segment’s customers who left later, lines their 95% intervals (Wilson); in brackets the usage they stand for. The dashed line is all customers compared. ${apart ? "Quarters are those of the users; who had no usage stands apart." : "Quarters are those of all customers."}`,
    alternative: (parts: readonly string[]) => `Share that left: ${list(parts)}.`,
    part: (quarter: string, rate: string) => `${quarter} ${rate}`,
    axis: "Share that left",
    overall: (rate: string) => `all ${rate}`,
    dose: {
      title: "More usage, less leaving?",
      caption:
        "Users in ten groups of the same size by usage, lowest first; equal usage stays together, so there may be fewer. Lines are 95% intervals (Wilson).",
      alternative: (first: string, last: string) =>
        `In the lowest group ${first} left, in the highest ${last}.`,
      x: "Usage up to",
      y: "Share that left",
    },
  },
  method: {
    formula: {
      cuts: (q1: string, q3: string) => `q1 = ${q1}, q3 = ${q3}; bottom ≤ q1 < middle ≤ q3 < top`,
      difference: (f: { x: number; n: number; y: number; m: number; by: string; interval: string }) =>
        `top − bottom = ${count(f.x)} / ${count(f.n)} − ${count(f.y)} / ${count(f.m)} = ${f.by}, Newcombe 95% interval ${f.interval}`,
      trend: (chiSquare: string, q: string) => `trend, scores 1, 2, 3: chi-square ${chiSquare}, df 1, q ${q}`,
    },
    rule: (delta: string) =>
      `Supported: interval below 0 and q of the trend below ${number(0.05, 2)}. Reversed: interval above 0. No material difference: interval within ${delta} on either side. Otherwise nobody can tell.`,
    notes: {
      quartiles:
        "Quartiles are of type 7 and divide by value; customers with the same usage are never parted.",
      landmark: (days: number) =>
        `Compared are customers who were there when the outcome began (something relevant in the ${count(days)} days before) and whose outcome is known to its end.`,
      contractLandmark:
        "Compared are customers with a contract when the outcome began and whose outcome is known to its end.",
      span: (from: string, until: string) =>
        `Observed from ${day(from)}, outcomes known until ${day(until)}.`,
    },
    sources: {
      trend: "Trend: Cochran (1954), Biometrics 10, 417–451; Armitage (1955), Biometrics 11, 375–386.",
      arms: "Size of a trial: Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, 4.14.",
      cookies: "Windows that overlap: Cookie Cats, 90,189 players.",
    },
  },
  who: {
    all: "All compared",
    lost: "Left, all compared",
    lostIn: (segment: string) => `Left, ${segment}`,
  },
  code: {
    what: "The share that left in each segment of usage, with its interval. SQL counts, this cell draws.",
  },
};
