import type { Omission } from "../../time-to-churn/lives";
import type { Unit } from "../../time-to-churn/params";
import { formatsOf } from "../formats";
import { base } from "./base";
import { timeToChurnForm } from "./time-to-churn-form";

const { count, day, number, percent, plural } = formatsOf("en");

const units: Record<Unit, { one: string; other: string }> = {
  day: { one: "day", other: "days" },
  week: { one: "week", other: "weeks" },
  month: { one: "month", other: "months" },
};

export const timeToChurn = {
  form: timeToChurnForm,
  /** "31 days", "5.3 weeks". */
  time: (value: number, unit: Unit) => `${number(value, 1)} ${plural(value, units[unit])}`,
  /** The same after "to": "from 13 to 31 days". */
  until: (value: number, unit: Unit) => `${number(value, 1)} ${plural(value, units[unit])}`,
  /** "by day 31". */
  by: (value: number, unit: Unit) => `by ${unit} ${number(value, 1)}`,
  names: {
    all: "all customers",
    unknown: "not known",
    others: "all others",
    quoted: (level: string) => `“${level}”`,
  },
  range: {
    both: (low: string, high: string) => base.interval(low, high),
    noHigh: (low: string) => `${low} to …; the upper limit is not reached`,
    noLow: (high: string) => `… to ${high}; there is no lower limit`,
    none: "no interval: too few customers",
    edge: "no interval where nobody or everybody is gone",
    notReached: "not reached",
    openHigh: (low: string) => `${low} to …`,
  },
  verdict: {
    half: (f: { n: number; by: string; range: string; lost: number }) =>
      `Half of ${base.customers(f.n)} are gone ${f.by} (${f.range}). ${count(f.lost)} of them left while they were followed.`,
    notReached: (f: { n: number; reach: string; share: string; interval: string; lost: number }) =>
      `Fewer than half of ${base.customers(f.n)} are gone as far as the data reach: after ${f.reach}, ${f.share} are still there (${f.interval}). ${count(f.lost)} left while they were followed.`,
    silence: (gap: number) =>
      `Gone means nothing done for ${count(gap)} ${plural(gap, { one: "day", other: "days" })}.`,
    groupHalf: (name: string, by: string, range: string) => `Of ${name}, half are gone ${by} (${range}).`,
    groupNotReached: (name: string, share: string, reach: string) =>
      `Of ${name}, ${share} are still there after ${reach}.`,
    longer: (f: { name: string; first: string; difference: string; range: string; tau: string }) =>
      `Within the first ${f.tau}, ${f.name} stay ${f.difference} longer on average than ${f.first} (${f.range}).`,
    shorter: (f: { name: string; first: string; difference: string; range: string; tau: string }) =>
      `Within the first ${f.tau}, ${f.name} stay ${f.difference} shorter on average than ${f.first} (${f.range}).`,
    noDifference: (tau: string) =>
      `Within the first ${tau}, no difference between the groups can be told from chance.`,
    uncompared: "The groups cannot be held against each other: too few of them left.",
    nobodyLeft: (n: number, reach: string) =>
      `How long customers stay cannot be told: none of ${base.customers(n)} left within the ${reach} that the data cover.`,
    one: "How long customers stay cannot be told from a single customer.",
    noRows: "This cannot be told: no row of the table could be used.",
    nobody:
      "This cannot be told: nobody is left to follow once those are set aside whom the data do not cover.",
    noEvent: (statuses: string) =>
      `This cannot be told before the status of those who left is chosen. The column has ${statuses}.`,
    noSuchEvent: (event: string, statuses: string) =>
      `This cannot be told: no row has the status “${event}”. The column has ${statuses}.`,
    tooMany:
      "Refused: the column has tens of thousands of different times. A life is counted in days, not in seconds.",
  },
  base: (n: number, lost: number) => `${count(lost)} of ${base.customers(n)} left`,
  next: {
    early: (until: string) => `Most leave early: look at what happens before ${until}.`,
    groups:
      "See what else sets these groups apart before changing anything: who is in a group did not fall from the sky.",
    time: "Load an export that covers more time, or look at a shorter horizon.",
    noRows: "Check which columns are the customer and the dates, and whether the rule leaves any rows.",
    nobody: "Check the day the data are known until and the days of silence.",
    event: "Choose the status of those who left.",
    round: "Round the column to whole days or weeks.",
    gap: (days: number) => `Ask again with at least ${count(days)} days of silence.`,
    found: "Split by a group: an average curve can hide those who leave at once.",
  },
  caveat: {
    gap: (gap: number, p95: number) =>
      `${count(gap)} days of silence count as leaving, but one customer in twenty usually pauses for more than ${number(p95, 1)} days. Healthy but infrequent customers are counted as lost.`,
    shortData: (days: number, gap: number) =>
      `The data cover ${count(days)} days, and it takes ${count(gap)} days of silence to tell that somebody left: the curve rests on a short stretch.`,
    truncation: (x: number, n: number) =>
      `${count(x)} of ${base.customers(n)} (${percent(x / n)}) are first seen in the first week of the data. If the export begins later than the business, they are old customers that look new, and time is counted too short.`,
    fewAtMedian: (n: number) =>
      `When half were gone only ${base.customers(n)} were still followed: one more or less would move that time.`,
    small: (lost: number, n: number) =>
      `Small sample: ${count(lost)} of ${base.customers(n)} left. A few more or less would move the curve.`,
    crossing:
      "The curves cross: one group loses more at first, the other later. The log-rank test hardly sees such a difference, and one mean hides it.",
    beyond: (reach: string) => `The data reach ${reach}; shares beyond that are not told.`,
    emptied: (time: string) =>
      `At ${time} all who were followed just then had left, and others came under observation later: the curve says nothing from there on.`,
    changed: (x: number, n: number) =>
      `${count(x)} of ${base.customers(n)} have more than one value of the group in the data; the one they came with counts.`,
    repeated: (rows: number, ids: number) =>
      `${base.rows(rows)} belong to ${base.customers(ids)}: each row counts as a customer, and intervals are too narrow where one customer has several.`,
    silent: (x: number, n: number) =>
      `${count(x)} of ${count(n)} customers in the table beside never did anything that counts (${percent(x / n)}). They never began, so they are not in the curve.`,
    omitted: (n: number, why: string) => `${base.customers(n)} are left out: ${why}.`,
    unknown: (n: number) =>
      `Of ${base.customers(n)} the group is not known; they are shown but not compared.`,
    others: "Levels beyond the seven largest are shown together.",
    causes:
      "Leaving counts whatever its reason. A refund, a fraud or a card that failed ends a stay like a decision does.",
  },
  why: {
    "no-customer": "no customer id",
    "no-start": "it is not known since when they are there",
    "no-duration": "no time",
    "no-status": "no status",
    "ended-before-start": "gone before they came",
    "too-recent": "too new: they could not have been seen to leave yet",
    "before-observation": "gone before observation began",
  } satisfies Record<Omission, string>,
  who: {
    all: (group: string) => `Customers: ${group}`,
    lost: (group: string) => `Left: ${group}`,
    kept: (group: string) => `Still there when last known: ${group}`,
    lostAt: (group: string, when: string) => `Left (${when}): ${group}`,
    keptAt: (group: string, when: string) => `Followed no longer (${when}): ${group}`,
    risk: (group: string, when: string) => `Followed and still there (${when}): ${group}`,
    entered: (group: string, when: string) => `Came under observation (${when}): ${group}`,
    omitted: (why: string) => `Left out: ${why}`,
  },
  table: {
    group: "Group",
    horizons: "Still there after so long",
    at: (unit: Unit) => `After, ${units[unit].other}`,
    atRisk: "Followed then",
    share: "Still there",
    interval: "95% interval",
    gone: "Gone",
    notObserved: "not observed",
    groups: "Groups",
    customers: "Customers",
    lost: "Left",
    kept: "Still there",
    median: (unit: Unit) => `Half gone, ${units[unit].other}`,
    mean: (tau: string) => `Mean time within ${tau}`,
    difference: "Longer than the first",
    q: "q",
    intervals: "How many leave when",
    span: (unit: Unit) => `Interval, ${units[unit].other}`,
    to: (from: string, to: string) => `over ${from} to ${to}`,
    first: (to: string) => `0 to ${to}`,
    started: "Followed at its start",
    entered: "Came in late",
    censored: "Followed no longer",
    time: (unit: Unit) => `Time, customer-${units[unit].other}`,
    hazard: (unit: Unit) => `Leave per ${units[unit].one}, of 100`,
    steps: "The whole curve",
    atTime: (unit: Unit) => `Time, ${units[unit].other}`,
    error: "Standard error",
    omitted: "Customers left out",
    reason: "Why",
  },
  finding: {
    median: (name: string) => `Half are gone, ${name}`,
    medianOpen: (range: string) => `95% interval ${range}.`,
    horizon: (time: string) => `Still there after ${time}`,
    mean: (tau: string) => `Mean time within the first ${tau}`,
    silence: "Days of silence that count as leaving",
    chosen: "A rule, not an estimate.",
    difference: (name: string, first: string) => `Mean time of ${name} less that of ${first}`,
    noInterval: "Nobody or everybody is gone: no interval there.",
    notReached: "The data do not reach there.",
  },
  figure: {
    survival: {
      title: "Share of customers still there",
      caption: (f: { band: boolean; ticks: boolean; few: boolean; grouped: boolean; scale: string }) =>
        [
          `Kaplan–Meier: each step down is customers who left${f.band ? `, the band the 95% interval (${f.scale})` : ""}.`,
          f.ticks ? "Small upright ticks mark customers followed no longer." : "",
          f.few ? "Pale: fewer than ten are followed." : "",
          `${f.grouped ? "Dots mark" : "The dot marks"} the time by which half are gone. Below the axis: how many are followed and still there.`,
        ]
          .filter(Boolean)
          .join(" "),
      axis: "Still there",
      time: (unit: Unit) =>
        `${units[unit].other.replace(/^./, (first) => first.toUpperCase())} since the start`,
      atRisk: "Followed",
      half: (time: string) => `half gone: ${time}`,
      alternative: (f: { customers: number; parts: string }) => `${base.customers(f.customers)}; ${f.parts}.`,
      part: (name: string, share: string, time: string) => `${name}${share} still there after ${time}`,
      partHalf: (name: string, time: string) => `${name}half gone within ${time}`,
    },
    hazard: {
      title: "When customers leave",
      caption: (unit: Unit) =>
        `How many of 100 still there leave per ${units[unit].one}, interval by interval: those who left over the time all spent in it. The line through a dot is its 95% interval (Garwood). Grey: fewer than ten are followed.`,
      axis: (unit: Unit) => `Leave per ${units[unit].one}, of 100 still there`,
      alternative: (f: { intervals: number; most: string; when: string }) =>
        `${count(f.intervals)} ${plural(f.intervals, { one: "interval", other: "intervals" })}; most leave at ${f.when}: ${f.most} of 100 still there.`,
    },
  },
  method: {
    formula: (f: { time: string; atRisk: number; events: number; survival: string }) => [
      "S(t) = product over all times up to t of (1 − left / followed)",
      `The last factor: at ${f.time}, ${count(f.events)} of ${count(f.atRisk)} left; S = ${f.survival}`,
    ],
    greenwood: "Var ln S(t) = Σ left / (followed · (followed − left)) (Greenwood)",
    scale: {
      "log-log":
        "Interval: S raised to exp(−z · se / ln S) and to exp(z · se / ln S), the log-log scale; R's own default is log.",
      log: "Interval: S · exp(−z · se) and S · exp(z · se), the log scale, cut at 1; R's default.",
      plain: "Interval: S · (1 − z · se) and S · (1 + z · se), cut to 0 and 1.",
    },
    logRank: (f: { chi: string; df: number; p: string }) =>
      `Log-rank: χ² = ${f.chi}, df ${count(f.df)}, p = ${f.p}`,
    peto: (f: { chi: string; df: number; p: string }) =>
      `Peto & Peto (early departures weigh more): χ² = ${f.chi}, df ${count(f.df)}, p = ${f.p}`,
    mean: (tau: string) => `Mean time: the area under S from 0 to ${tau}.`,
    notes: {
      inactivity: (gap: number) =>
        `A customer without activity for ${count(gap)} days until the data end has left; dated the day after the last activity, not when the silence was long enough.`,
      cut: (cut: string) =>
        `All others are followed until ${day(cut)}: later silence cannot yet be told from a pause.`,
      last: "All others are followed until their last activity. Those who come seldom are lost from sight sooner, which bends the curve.",
      contracts: (grace: number) =>
        `The first unbroken stretch of contracts counts; up to ${count(grace)} days between two do not break it. Who comes back later has left all the same.`,
      durations: "Each row is a customer: a time, and whether it ended by leaving.",
      ties: "Customers followed no longer at a time were there for those who left at it.",
      entry: "Delayed entry: a customer is among the followed only from the entry on.",
      month: "Counted in days; a month has 30.4375 of them.",
      differences:
        "Groups are held against the first one by their mean time; q is p adjusted for all groups (Benjamini–Hochberg).",
      emptyMedian: "The interval of the median inverts the band (Brookmeyer–Crowley).",
    },
  },
  /** Comments of the cells that "Open as code" writes. */
  code: {
    what: "How long customers stay: Kaplan–Meier. SQL counts and reckons, this cell draws.",
    styles: "A style a group: first the unknown one, then the largest to the smallest.",
    corners: (few: number) =>
      `Three corners a stretch between two steps: down to its height, and along it. Where fewer than ${few} are followed at its end a new piece begins.`,
    lines: "A line's dashes and paleness hold for the whole mark: one mark for each of them.",
    ticks: (most: number) =>
      `Customers followed no longer; more than ${most} ticks would only thicken the curves.`,
    medians: "The first time by which half have left; S is a product, so ½ may come with a few roundings.",
    axis: "Marks as far apart as people count.",
    room: "Room for names beside both axes, from the longest of them; longer ones are cut.",
    ends: "Names at the ends of curves, moved down where they would write over each other.",
    atRisk: "Those who leave or are followed until then or longer, without those who enter then or later.",
  },
  sources: {
    kaplanMeier: "Kaplan & Meier (1958), J. Amer. Statist. Assoc. 53, 457–481; Greenwood (1926).",
    median: "Interval of the median: Brookmeyer & Crowley (1982), Biometrics 38, 29–41.",
    mean: "Restricted mean and delayed entry: Klein & Moeschberger (2003), Survival Analysis, 2nd ed., §4.5 and §4.6.",
    logRank:
      "Mantel (1966), Cancer Chemother. Rep. 50, 163–170; Harrington & Fleming (1982), Biometrika 69, 553–566.",
    garwood: "Interval of a rate: Garwood (1936), Biometrika 28, 437–442.",
  },
};
