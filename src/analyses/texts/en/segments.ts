import { form } from "./segments-form";
import type { Reversal } from "../../mix-shift/reversal";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, day, list, number, percent, plural } = formatsOf("en");

/** What becomes of a difference among like customers. */
export const turns: Record<Reversal["kind"], string> = {
  reversed: "the difference turns round",
  vanished: "no difference can be told any more",
  smaller: "the difference is smaller",
  larger: "the difference is larger",
};

export const segments = {
  form,
  /** What customers without a named level are called. */
  others: "(others)",
  unknown: "(not known)",
  of: (x: string, n: string) => `${x} of ${n}`,
  named: (column: string, level: string) => `${column}: ${level}`,
  verdict: {
    overall: (x: number, n: number, rate: string, interval: string) =>
      `Of ${base.customers(n)} ${count(x)} left, ${rate} (${interval}).`,
    /** One of the differences told: a segment against everybody else. */
    apart: (f: { name: string; rate: string; rest: string; by: string; interval: string; more: boolean }) =>
      `“${f.name}”: ${f.rate} left, against ${f.rest} of all others, ${f.by} ${f.more ? "more" : "less"} (${f.interval}).`,
    natural: (one: string, other: string) => `That is ${one} against ${other}.`,
    chance: (tests: number) =>
      `Differences between segments are within chance: of ${count(tests)} ${plural(tests, { one: "comparison", other: "comparisons" })} none stands out.`,
    noGroups: (fewest: number) =>
      `This cannot be told: no column divides the customers into two groups of at least ${count(fewest)}.`,
    nobodyLeft: (n: number) =>
      `This cannot be told: of ${base.customers(n)} nobody left, so no segment can be worse than another.`,
    everybodyLeft: (n: number) =>
      `This cannot be told: all ${base.customers(n)} left, so no segment can be better than another.`,
    noLeft: "This cannot be told yet: nobody has said which status means that a customer left.",
    noSuchStatus: (left: string) => `This cannot be told: no customer has the status “${left}”.`,
    noStatus: "This cannot be told: no customer has one clear status.",
  },
  next: {
    found: "Ask what these customers have in common besides; a comparison shows who leaves, not why.",
    reversal: "Open the comparison within like customers before acting on the difference.",
    chance: "Take a longer period, or fewer and larger segments.",
    small: "Take a longer period or a lower bound for the size of a segment.",
    left: "Choose the value in the sentence above; the table shows which there are.",
    nobody: "Choose a longer period, or check the rule by which customers count as gone.",
  },
  caveat: {
    reversal: (f: {
      name: string;
      by: string;
      kind: Reversal["kind"];
      crude: string;
      adjusted: string;
      interval: string;
      also: readonly string[];
    }) =>
      `“${f.name}”: among customers alike in ${f.by} ${turns[f.kind]}: ${f.adjusted} (${f.interval}) instead of ${f.crude}.${f.also.length ? ` It also changes by more than a third of its size among customers alike in ${list(f.also)}.` : ""}`,
    leak: (column: string) =>
      `“${column}” tells almost exactly who left: it looks like the outcome under another name, or like something noted down afterwards. It is left out of the verdict.`,
    static:
      "The attributes have no date: they may have been noted down after customers left. An attribute that changes with leaving foretells nothing.",
    late: (column: string, n: number, all: number) =>
      `Of ${count(n)} of ${base.customers(all)} nothing was known in ${column} when the period began; their first later value is used, which may follow from leaving.`,
    changed: (column: string, n: number, all: number) =>
      `${count(n)} of ${base.customers(all)} changed their ${column} within the period; they count where they were when it began.`,
    unknown: (column: string, n: number, all: number, rate: string, rest: string) =>
      `${count(n)} of ${base.customers(all)} have no value in ${column}: ${rate} of them left, ${rest} of all others. What is missing is no group of its own, but it is not missing by chance alone where these differ.`,
    overlap: (a: string, b: string, v: string) =>
      `“${a}” and “${b}” go together (Cramér’s V ${v}): their differences are not two separate findings.`,
    small: (names: readonly string[]) =>
      `Small sample in ${list(names)}: a few customers more or less would move the share.`,
    contradictory: (n: number) =>
      `${base.customers(n)} ${plural(n, { one: "has", other: "have" })} two different statuses in a table without dates and ${plural(n, { one: "is", other: "are" })} left out.`,
    noStatus: (n: number) =>
      `${base.customers(n)} ${plural(n, { one: "has", other: "have" })} no status and ${plural(n, { one: "is", other: "are" })} left out.`,
  },
  finding: {
    overall: "Left, of all",
    tests: "Segments compared with the rest",
    left: "Customers who left",
    strongest: (column: string) => `How closely ${column} goes with leaving (Cramér’s V)`,
    noIntervalOfV: "A measure of association from 0 to 1, shown without an interval.",
  },
  table: {
    title: "Segments",
    column: "Column",
    segment: "Segment",
    customers: "Customers",
    lost: "Left",
    attrition: "Share that left",
    interval: "95% interval",
    rest: "Of all others",
    difference: "Difference, pp",
    differenceInterval: "95% interval, pp",
    p: "p",
    q: "q",
    dimensions: "Columns as a whole",
    levels: "Different values",
    chiSquare: "Chi-square",
    df: "df",
    cramerV: "Cramér’s V",
    overlaps: "How closely the columns go together",
    a: "Column",
    b: "Other column",
    reversals: "Differences among like customers",
    by: "Alike in",
    crude: "As it stands, pp",
    adjusted: "Among like customers, pp",
    adjustedInterval: "95% interval, pp",
    shrunken: "Ranking by steadied rates",
    steadied: "Steadied share",
    statuses: "Statuses",
    status: "Status",
    bands: "quartile bands",
  },
  figure: {
    title: "Who leaves, by segment",
    caption: (columns: number) =>
      `Dots are the share of each segment’s customers who left, lines their 95% intervals (Wilson). The dashed line is all customers together. ${columns > 1 ? "The same customers stand under every heading. " : ""}Grey: customers put together or not known.`,
    alternative: (f: {
      overall: string;
      ends: { highest: string; rate: string; lowest: string; least: string } | null;
    }) =>
      `${f.overall} of all customers left${f.ends ? `; most in ${f.ends.highest} with ${f.ends.rate}, fewest in ${f.ends.lowest} with ${f.ends.least}` : ""}.`,
    axis: "Share that left",
    overall: (rate: string) => `all ${rate}`,
    funnel: {
      title: (column: string) => `Is it more than chance? ${column}`,
      caption:
        "Each dot is a segment. If all had the same chance of leaving, 95% of the dots would lie between the inner lines and 99.8% between the outer ones (exact binomial limits).",
      alternative: (f: { n: number; outside: number }) =>
        `${count(f.outside)} of ${count(f.n)} segments lie outside the outer limits.`,
      x: "Customers in the segment",
      y: "Share that left",
    },
  },
  method: {
    overall: (x: number, n: number, rate: string) =>
      `share = left / customers = ${count(x)} / ${count(n)} = ${rate}`,
    apart: (f: {
      name: string;
      x: number;
      n: number;
      restX: number;
      restN: number;
      by: string;
      interval: string;
    }) =>
      `${f.name}: ${count(f.x)} / ${count(f.n)} − ${count(f.restX)} / ${count(f.restN)} = ${f.by}, Newcombe 95% interval ${f.interval}`,
    tests: (tests: number) =>
      `${count(tests)} comparisons are one family; q is p adjusted after Benjamini and Hochberg, and below 5% a difference stands out`,
    notes: {
      rest: "Each segment is held against all customers who are not in it, so the two sets are disjoint.",
      test: "p is that of Pearson’s chi-square, or of Fisher’s exact test where fewer than 5 are expected in a cell.",
      moment: (iso: string) => `An attribute counts as it was before ${day(iso)}, the start of the period.`,
      last: "Beside a status the last known value of an attribute counts.",
      bands: (columns: readonly string[]) =>
        `${list(columns)}: numbers with many values are divided at the quartiles of the customers’ values; equal values stay together.`,
      held: (columns: readonly string[]) =>
        `The differences of the verdict were held against ${list(columns)}: within customers alike there (Mantel–Haenszel), wherever the column goes with the segment (Cramér’s V above ${number(0.1)}). Told where the sign changes or the size by more than ${percent(0.3)}.`,
      shrunken:
        "A steadied share lies between the segment’s own and the column’s common one, nearer to the latter the fewer customers it has.",
      association:
        "Segments differ in many things at once: this shows who leaves, not what makes them leave.",
    },
    sources: {
      newcombe: "Difference of two shares: Newcombe (1998), Stat. Med. 17, 873–890, method 10.",
      fisher: "Few expected: Fisher (1935), J. R. Statist. Soc. 98, 39–54.",
      bh: "Many comparisons: Benjamini & Hochberg (1995), J. R. Statist. Soc. B 57, 289–300.",
      mh: "Within strata: Mantel & Haenszel (1959), J. Natl. Cancer Inst. 22, 719–748; interval of Sato (1989), Biometrics 45, 1323–1324.",
      shrink: "Steadied rates: beta-binomial by the method of moments.",
      funnel: "Funnel: Spiegelhalter (2005), Stat. Med. 24, 1185–1202.",
    },
  },
  who: {
    all: "All customers",
    lost: "Left",
    inSegment: (segment: string) => segment,
    lostIn: (segment: string) => `Left, ${segment}`,
  },
  code: {
    what: "The share that left in each segment, with its interval. SQL counts, this cell draws.",
    lines: "One line a heading, one a row; two shares on a row lie above each other.",
    room: "Room for labels on both sides, from the longest of them; longer ones are cut.",
  },
};
