import { form } from "./before-after-form";
import { formatsOf } from "../formats";

const { count, list } = formatsOf("en");

interface Counts {
  readonly x: number;
  readonly n: number;
}

export const beforeAfter = {
  form,
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
    sources: {
      line: "Segmented regression: Wagner, Soumerai, Zhang & Ross-Degnan (2002), J. Clin. Pharm. Ther. 27, 299–309.",
      beyond: "Difference of differences of shares: Zou & Donner (2008), Stat. Med. 27, 1693–1702.",
    },
  },
  code: { what: "The share active before and after, with its interval. SQL counts, this cell draws." },
};
