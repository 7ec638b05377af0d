import { form } from "./survivorship-form";
import type { BehaviourClass } from "../../survivorship/result";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, day, list, number, percent } = formatsOf("en");

export const survivorship = {
  form,
  noLevers: "nothing counted",
  group: { all: "All compared", best: "The best", current: "All who stayed", lost: "Left" },
  classes: {
    "too rare": "too rare",
    "real candidate": "real candidate",
    reversed: "reversed",
    "survivor artefact": "survivor artefact",
    "common but useless": "common but useless",
    "cannot tell": "cannot tell",
  } satisfies Record<BehaviourClass, string>,
  who: {
    on: (group: string, lever: string) => `${group}, with: ${lever}`,
    unknown: (group: string, lever: string) => `${group}, not known: ${lever}`,
  },
  verdict: {
    noCoverage: (n: number) =>
      `Refused: of ${base.customers(n)} nobody left. Among survivors alone every habit looks like a reason to stay.`,
    noBest: (n: number) =>
      `This cannot be told: of ${base.customers(n)} none of those who began first is still there at the end.`,
    useless: (f: { lever: string; best: string; lost: string }) =>
      `“${f.lever}”: ${f.best} of the best have it, and ${f.lost} of those who left. That is no lever.`,
    uselessOf: (f: { common: number; useless: number; levers: readonly string[] }) =>
      `Of ${count(f.common)} behaviours that most of the best have, ${count(f.useless)} are as common among those who left: ${list(f.levers)}.`,
    artefact: (names: readonly string[]) =>
      `Only those who stayed had the time for it: ${list(names)}. Counted from its first use on, it does not go with staying.`,
    candidates: (names: readonly string[]) => `More frequent among the best: ${list(names)}.`,
    more: "others",
    by: (lever: string, points: string) => `${lever} (by ${points})`,
    byRatio: (lever: string, ratio: string) => `${lever} (hazard ratio of leaving ${ratio})`,
    reversed: (names: readonly string[]) => `Less frequent among the best: ${list(names)}.`,
    rare: (names: readonly string[]) => `Too rare to judge: ${list(names)}.`,
    unsure: (names: readonly string[]) => `Nobody can tell about ${list(names)}.`,
    allUnsure: (all: number) =>
      `Nobody can tell from this: ${all === 1 ? "the behaviour is neither" : `none of ${count(all)} behaviours is`} shown to differ between the best and those who left, nor shown not to.`,
  },
  next: {
    coverage: "Load the customers who left as well; an export of active accounts has none.",
    best: "Take all customers who stayed as the best, or load a shorter time.",
    candidates:
      "Put these into a regression with size and plan: what is left of each among like customers, and beside the others?",
    none: "Look for other behaviours, or load more customers who left.",
  },
  caveat: {
    forbidden: (column: string) =>
      `“${column}” looks like the value of a contract, a score or a reference: those say who pays or praises, not who stays. Choose how long customers have been there.`,
    filtered: (quiet: number, days: number, all: number) =>
      `Of ${base.customers(all)} nobody has been silent for more than ${base.days(quiet)} in ${base.days(days)} of data: the export may hold active accounts only.`,
    undated:
      "The table does not say when a behaviour began: whether only those who stayed had the time for it has not been checked.",
    followed: "Nobody has said how long customers were followed: first uses cannot be compared in time.",
    unknown: (f: { lever: string; lost: string; stayed: string }) =>
      `“${f.lever}” is not known of ${f.lost} of those who left and of ${f.stayed} of those who stayed: what is missing goes with leaving.`,
    late: (names: readonly string[]) =>
      `The naive hazard ratio of ${list(names)} is no effect: only those who stay long enough can begin.`,
    small: (best: boolean, lost: boolean) =>
      best && lost
        ? `Fewer than ${count(30)} customers are among the best, and fewer than ${count(30)} left.`
        : `Fewer than ${count(30)} customers ${best ? "are among the best" : "left"}.`,
    weeks: "With so many customers, beginnings are compared by the week.",
    unadjusted:
      "Nothing is adjusted for: larger and older customers often do more and leave less for their own reasons.",
  },
  finding: {
    classes: (name: string) => `Behaviours: ${name}`,
    lostWith: (lever: string) => `Of those who left, with ${lever}`,
    inTime: (lever: string) => `Hazard ratio of leaving, ${lever}, counted from first use on`,
    naive: (lever: string) => `The same as if it had been there from the beginning, ${lever}`,
  },
  table: {
    groups: "Who does what",
    class: "Judgement",
    on: { best: "Best with it", current: "Stayed with it", lost: "Left with it" },
    share: { best: "Share of the best", current: "Share of all who stayed", lost: "Share of those who left" },
    difference: "Difference, pp",
    interval: "95% interval, pp",
    retention: "Staying with it and without",
    cut: "From",
    nWith: "Customers with it",
    nWithout: "Without it",
    with: "Stayed with it",
    without: "Stayed without it",
    withInterval: "95% interval",
    phi: "Phi",
    p: "p",
    q: "q",
    time: "Ever used, and used in time: hazard ratio of leaving",
    followed: "Customers followed",
    usedEver: "Ever used",
    naive: "Ever used (naive)",
    inTime: "From first use on",
    landmark: "At the landmark",
    ratioInterval: "95% interval",
    exposed: "Used by the landmark",
    others: "Not yet used",
    unknown: "Not known",
    unknownLost: "Left, not known",
    unknownCurrent: "Stayed, not known",
    coverage: "Who is in the data",
    quiet: "Silent for more than 60 days at the end",
  },
  figure: {
    title: "The best, all who stayed, and those who left",
    caption: (days: number | null) =>
      `Dots are the shares of customers who have done it, lines their 95% intervals (Wilson); the largest difference between the best and those who left first.${days === null ? "" : ` Counted in each customer’s first ${base.days(days)}.`}`,
    alternative: (parts: readonly string[]) => `Shares of the best and of those who left: ${list(parts)}.`,
    part: (lever: string, best: string, lost: string) => `${lever} ${best} and ${lost}`,
    axis: "Share that has done it",
  },
  method: {
    best: {
      stayed: "The best: all who stayed.",
      tenure: (column: string, from: string) =>
        `The best: who stayed with ${column} ≥ ${from} (third quartile, type 7).`,
      longest: (until: string) =>
        `The best: the quarter who began first (until ${day(until)}), stayed, and are still there at the end of the data.`,
    },
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
    classes: [
      `Too rare: fewer than ${count(30)} customers with it.`,
      `Common but useless: ${percent(0.6)} of the best or more have it, the difference is below ${base.points(0.05)} or q ≥ ${number(0.05, 2)}, and the interval rules out ${base.points(0.1)} either way.`,
      `Real candidate: interval above 0 and q < ${number(0.05, 2)}. Reversed: interval below 0 and q < ${number(0.05, 2)}.`,
      "Survivor artefact: whoever ever had it left less (interval of the naive hazard ratio below 1), but not from its beginning on (interval reaches 1, its lower bound on one side is above the naive ratio); where behaviours are counted in a window, only without a difference there.",
      "A column of first use is judged by its hazard ratio in time and at the landmark alone. Otherwise nobody can tell.",
    ],
    on: "Without a threshold a behaviour counts as done above nought.",
    time: {
      activity: (days: number) =>
        `In time: each customer counts as without the behaviour until it begins. Left: silent for ${base.days(days)}, at the end of that silence.`,
      contracts:
        "In time: each customer counts as without the behaviour until it begins. Left: at the end of the last contract.",
      columns: "In time: each customer counts as without the behaviour until the day of first use.",
    },
    tests:
      "Chi-square without correction, Fisher’s exact test where fewer than 5 are expected; q over all behaviours.",
    sources: {
      immortal:
        "Immortal time: Suissa (2008), Amer. J. Epidemiol. 167, 492–499; landmark: Anderson, Cain & Gelber (1983), J. Clin. Oncol. 1, 710–719.",
      cox: "Cox (1972), J. R. Statist. Soc. B 34, 187–220, Efron’s ties.",
    },
  },
  code: { what: "Who does what: the best, all who stayed, those who left. SQL counts, this cell draws." },
};
