import { base } from "./base";
import { formatsOf } from "../formats";

const { count, list } = formatsOf("en");
const { customers } = base;

/** Each customer's own day: what the report of "before and after" says then. */
export const staggered = {
  verdict: {
    noEvent: "This cannot be told yet: nobody has said which event is the action.",
    nobody: "This cannot be told: none of the customers met the action in the time that is known.",
    noPeriods: "This cannot be told: no whole period lies around the rollout in the data.",
    oneStep: (period: string) =>
      `This cannot be told by own days: everybody met the action in the same period (${period}), and nobody is left to compare with.`,
    noneTold:
      "This cannot be told: no group has a period before the action, a whole one after it, and five others not yet reached.",
    change: (f: { by: string; interval: string }) =>
      `From the period after their own day on, the share of active customers changed by ${f.by} (${f.interval}) beyond that of customers not yet reached.`,
    changeAlone: (by: string) =>
      `From the period after their own day on, the share of active customers changed by ${by} beyond that of customers not yet reached; nothing varied, so there is no interval.`,
    chance: "That may be chance.",
    drifting: "They were moving apart before the action already, so this is not told to be its doing.",
    chosen: "They chose the day themselves, so this is not told to be its doing.",
  },
  next: {
    event: "Choose the event in the sentence above.",
    column: "Check the column of the days, and the day on which the rollout began.",
    oneDay: "Choose “all on one day” in the sentence above.",
    wait: "Take shorter periods, or wait.",
    test: "Only a test by lot tells whether the action did it.",
  },
  caveat: {
    chosen:
      "Whoever does an event chose the moment: they may have been about to use the product more anyway, and the event itself can count as activity in its period. That period is left out of the result, but the choice is not undone.",
    assumed:
      "This holds if, without the action, those who met it would have changed like those not yet reached; if days were given to the most ready first, it does not.",
    apartBefore: (f: { periods: number; p: string }) =>
      `In the periods before the action (${count(f.periods)}) the groups were already moving apart (all nought: p ${f.p}).`,
    alikeBefore: (f: { periods: number; p: string }) =>
      `In the periods before the action (${count(f.periods)}) no moving apart is seen (all nought: p ${f.p}); that is no proof there was none.`,
    notTested:
      "There are too few periods before the action to see whether the groups were already moving apart.",
    ahead:
      "If customers knew of the action before their day, the period they are measured from had changed already.",
    never: (n: number) =>
      `${customers(n)} who never meet it are compared too. If they left long ago or could not get it, compare with those who do later only.`,
    without: (reasons: readonly string[]) => `Not in the result: ${list(reasons)}.`,
    oneGroup: "All met it in the same period: this is a plain difference in differences, not several steps.",
    late: (n: number) => `${customers(n)} who began while others were looked at are not followed.`,
    differing: (n: number) => `For ${customers(n)} rows name different days; the first is taken.`,
    small: "Small sample: fewer than thirty customers met the action or are compared with.",
  },
  why: {
    "no-before": (n: number) => `${customers(n)} who met it in the first period looked at`,
    few: (n: number) => `${customers(n)} in groups of fewer than five`,
    "no-controls": (n: number) => `${customers(n)} for whom fewer than five not yet reached were left`,
  },
  kind: {
    met: (period: string) => `met it in ${period}`,
    later: "meet it after the time looked at",
    never: "never meet it",
  },
  state: {
    late: "Began while others were looked at",
    earlier: "Met it before the time looked at",
  },
  who: (group: string, period: string | null) => (period === null ? group : `${group}: active in ${period}`),
  finding: "Change beyond those not yet reached",
  noInterval: "Nothing varied.",
  table: {
    courses: "Share active, by group",
    part: "Customers",
    period: "Period",
    customers: "Customers",
    reached: "Active",
    rate: "Share",
    events: "By periods since the action",
    event: "Periods since the action",
    groups: "Groups",
    estimate: "Change, pp",
    interval: "95% interval",
    effects: "Change by group and period",
    controls: "Compared with",
    overall: "What changed",
    what: "What",
    change: "From the period after the action on, all groups",
    before: "Before the action: all changes nought (chi-square)",
    value: "Value",
    p: "p",
    states: "Who is looked at",
  },
  figure: {
    courses: {
      title: "Share active, by the period of the action",
      caption:
        "A line is the customers who met the action in the same period: pale before, strong from then on, with a dot in that period. Dashed are those who do not meet it while they are looked at. Groups of fewer than five are not drawn.",
      alternative: (groups: number, periods: number) =>
        `Shares of ${count(groups)} groups in ${count(periods)} periods.`,
      axis: "Share active",
      rest: "not reached",
    },
    events: {
      title: "Change beyond those not yet reached",
      caption:
        "Dots are the change since the last period before the action, less that of customers not yet reached; lines are 95% intervals, each by itself. Before the action they should lie at nought; in the period of the action (0) it is only partly there.",
      alternative: (before: number, after: number) =>
        `Changes in ${count(before)} periods before and ${count(after)} from the action on.`,
      x: "Periods since the action",
      axis: "Change, pp",
    },
  },
  method: {
    formula: (by: string) => `mean of the groups, each as often as it has customers = ${by}`,
    groups:
      "Customers are grouped by the period of their own day. A group’s change since the last period before it, less the change of all not yet reached by then, is the effect of a group and a period.",
    overall:
      "Within a group the effects from the period after the action on are averaged, then over groups by their customers. The period of the action itself is left out, being partly without it.",
    same: "Only customers who were there before all the periods are followed, through all of them, also when they fall silent.",
    errors:
      "Intervals from influence functions, by customer; the weights’ own error is in them. Groups of fewer than five are not estimated.",
    before: "The time before: Wald’s test that all changes before the action are nought.",
    sources: {
      groups: "Group-time effects: Callaway & Sant’Anna (2021), J. Econometrics 225, 200–230.",
      steps: "Why not one sum: Goodman-Bacon (2021), J. Econometrics 225, 254–277.",
      before: "Trends before the action: Roth (2022), AER: Insights 4, 305–322.",
    },
  },
  code: {
    what: "The share active of each group by period. SQL counts, this cell draws; the changes beyond those not yet reached are reckoned by the analysis.",
  },
};
