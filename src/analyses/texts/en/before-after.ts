import { form } from "./before-after-form";
import { staggered } from "./before-after-staggered";
import { base } from "./base";
import { formatsOf } from "../formats";

const { count, list } = formatsOf("en");

interface Counts {
  readonly x: number;
  readonly n: number;
}

export const beforeAfter = {
  form,
  staggered,
  nothing: "nobody is compared",
  part: { touched: "touched by the action", others: "not touched" },
  side: { before: "before", after: "after" },
  state: {
    before: "Followed wholly before",
    after: "Began after",
    partial: "Followed partly before and partly after",
    late: "Not followed to the end yet",
    far: "Began too long before or after",
  },
  who: (part: string, side: string) => `${part}, ${side}`,
  week: (week: string, side: string) => `began in week ${week}, ${side}`,
  verdict: {
    noRows: "This cannot be told: no row is used.",
    noAction: "This cannot be told yet: nobody has said on which day the action began.",
    noDays: (from: number, within: number) =>
      `Refused: between day ${count(from)} and day ${count(within)} of life there is no day.`,
    nobody: (within: number) =>
      `This cannot be told: on one side of the action nobody could be followed for ${count(within)} days.`,
    change: (f: { before: string; after: string; by: string; interval: string }) =>
      `After the action ${f.after} were active in those days, before it ${f.before}: a change of ${f.by} (${f.interval}).`,
    beyond: (by: string, interval: string) =>
      `Beyond the change of the customers who were not touched it is ${by} (${interval}).`,
    weak: "It is a plain before and after, the weakest design there is: whatever else changed then is in it.",
    line: (by: string, interval: string) =>
      `Against the line of the weeks before, the level stands apart by ${by} (${interval}).`,
    chance: "That may be chance.",
    drifting:
      "The two parts were drifting apart before the action already, so this is not told to be its doing.",
  },
  next: {
    rows: "Choose the columns of the customer and of the time.",
    action: "Choose the day in the sentence above.",
    days: "Choose a later last day.",
    time: "Take a shorter time of following, or wait.",
    one: "Try one action at a time; what several did together cannot be told apart.",
    test: "Only a test by lot tells whether the action did it; a rollout in steps or untouched customers come next.",
  },
  caveat: {
    overlapping: (days: readonly string[]) =>
      `Other actions fall into the time that is compared: ${list(days)}. What changed may have come with any of them.`,
    weak: "Nobody untouched is compared: seasons, prices and the kind of newcomers change too.",
    parallel:
      "The difference of differences holds if both parts had changed alike without the action; compare their weeks before it.",
    noDrift: (f: { weeks: number; drift: string; interval: string }) =>
      `The difference of differences holds if both parts had changed alike without the action. Over ${count(f.weeks)} weeks before it no drift is seen, but one that would make ${f.drift} by the time after (${f.interval}) is not ruled out.`,
    notParallel: (f: { weeks: number; drift: string; interval: string }) =>
      `Over ${count(f.weeks)} weeks before the action the two parts drifted apart: going on like that would make ${f.drift} by the time after (${f.interval}). The difference of differences takes that for the action.`,
    steps: (days: number) =>
      `A rollout over ${base.days(days)} is no single moment; who began in it is left out. If it came in steps, choose “each on a day of their own”: every step is then compared with those it has not reached yet. Steps in one plain sum would compare late ones with early ones.`,
    fewWeeks: (before: number, after: number) =>
      `No line is drawn through the weeks: there are ${count(before)} before and ${count(after)} after, and at least eight are needed on each side.`,
    likeInTime: "Neighbouring weeks are alike; the interval of the line allows for it.",
    small: "Small sample: a few customers more or less would move the shares.",
  },
  finding: { change: "After less before", beyond: "Beyond the change of the others" },
  table: {
    sides: "Before and after",
    part: "Customers",
    side: "Began",
    customers: "Customers",
    reached: "Active in those days",
    rate: "Share",
    interval: "95% interval",
    changes: "What changed",
    what: "Change",
    estimate: "Points, pp",
    p: "p",
    change: "After less before",
    elsewhere: "The same of the others",
    beyond: "Beyond the others",
    level: "Level at the action, against the line before",
    atEnd: "At the last week, against the line before",
    slope: "Touched less others: drift a week before the action",
    drift: "The same by the time after",
    fitted: "On the line",
    without: "On the line before",
    apart: "Touched less others, week by week",
    difference: "Difference, pp",
    weeks: "Weeks of beginners",
    week: "Week from the action",
    states: "Who is compared",
    state: "Customers",
  },
  figure: {
    title: "Before and after the action",
    caption:
      "Dots are the share active in those days, lines its 95% interval (Wilson). Everybody is followed equally long.",
    alternative: (shares: string) => `Share active: ${shares}.`,
    axis: "Share active",
    weeks: {
      title: "Week by week",
      caption: (hasLine: boolean): string =>
        hasLine
          ? "Dots are the share active of those who began in a week, thin lines its 95% interval (Wilson). Thick lines are fitted; the dashed one is the line before carried on, its band the 95% interval of that line."
          : "Dots are the share active of those who began in a week, thin lines its 95% interval (Wilson). There are too few weeks for a line.",
      alternative: (weeks: string, level: string | null, atEnd: string | null) =>
        `Share active in ${weeks} weeks.${level === null ? "" : ` Against the line before: ${level} at the action, ${atEnd ?? ""} at the last week.`}`,
      week: "Week of beginning, from the action",
      axis: "Share active",
      action: "the action",
    },
    apart: {
      title: "Touched less others, week by week",
      caption:
        "Dots are the difference of the shares active, lines its 95% interval (Newcombe). Before the action it should lie level; the dashed line is its drift then, carried on.",
      alternative: (before: number, after: number, slope: string | null) =>
        `Differences in ${count(before)} weeks before and ${count(after)} after.${slope === null ? "" : ` Drift before: ${slope} a week.`}`,
      week: "Week of beginning, from the action",
      axis: "Difference, pp",
    },
  },
  method: {
    change: (after: Counts, before: Counts, by: string) =>
      `${count(after.x)} / ${count(after.n)} − ${count(before.x)} / ${count(before.n)} = ${by}`,
    equal:
      "Customers are taken by the day they began and followed equally long; before means that their whole time ended before the action.",
    ladder:
      "Designs from strong to weak: by lot, a rollout in steps, a difference in differences with untouched customers, a plain before and after.",
    line: "Line: segmented regression over weeks of beginners, at least eight on each side; of three errors the largest.",
    beyond: "Difference in differences of four disjoint sets of customers.",
    steps:
      "A rollout in steps is not put into one sum here; by each customer’s own day every step is compared with those not reached yet.",
    trend:
      "Drift before the action: a weighted line through touched less others by week; times the weeks between the middles of both sides.",
    sources: {
      line: "Segmented regression: Wagner, Soumerai, Zhang & Ross-Degnan (2002), J. Clin. Pharm. Ther. 27, 299–309.",
      beyond: "Difference of differences of shares: Zou & Donner (2008), Stat. Med. 27, 1693–1702.",
      trend: "Trends before the action: Roth (2022), AER: Insights 4, 305–322.",
      steps: "Steps in one sum: Goodman-Bacon (2021), J. Econometrics 225, 254–277.",
    },
  },
  code: { what: "The share active before and after, with its interval. SQL counts, this cell draws." },
};
