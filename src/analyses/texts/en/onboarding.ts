import { form } from "./onboarding-form";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, percent } = formatsOf("en");

type Definition = {
  readonly window: "calendar" | "rolling";
  readonly reading: "on" | "after";
  readonly same: boolean;
};

const day = (n: number) => `day ${count(n)}`;

export const onboarding = {
  form,
  /** What "back on day 7" means here. */
  definition: ({ window, reading, same }: Definition) =>
    [
      window === "calendar"
        ? "Days of the calendar: day 0 is the day of the start."
        : "Windows of 24 hours from the very start: day 1 is the hours 24 to 48.",
      reading === "on" ? "Active on the day itself." : "Active on the day or on any later one.",
      same
        ? "Only customers who could be seen for all these days."
        : "Each day of the customers who could be seen for the whole of it.",
    ].join(" "),
  verdict: {
    day: (f: { day: number; after: boolean; x: number; n: number; rate: string; interval: string }) =>
      `${capital(f.after ? `on or after ${day(f.day)}` : `on ${day(f.day)}`)}, ${count(f.x)} of ${base.customers(f.n)} were active: ${f.rate} (${f.interval}).`,
    later: (n: number, rate: string, interval: string) => `${capital(day(n))}: ${rate} (${interval}).`,
    early: (f: Early) =>
      `Of those lost within ${count(f.horizon)} days, ${f.share} are lost in the first ${count(f.early)} (${f.interval}); at an even pace it would be ${f.expected}. Losses come early: ${f.difference} more (${f.range}).`,
    late: (f: Early) =>
      `Of those lost within ${count(f.horizon)} days, ${f.share} are lost in the first ${count(f.early)} (${f.interval}); at an even pace it would be ${f.expected}. Losses come late: ${f.difference} less (${f.range}).`,
    even: (f: Early) =>
      `Of those lost within ${count(f.horizon)} days, ${f.share} are lost in the first ${count(f.early)} (${f.interval}); at an even pace it would be ${f.expected}. That losses come early cannot be told from chance.`,
    benchmark: {
      above: (n: number, own: string) => `${capital(day(n))} lies above your benchmark of ${own}.`,
      below: (n: number, own: string) => `${capital(day(n))} lies below your benchmark of ${own}.`,
      unclear: (n: number, own: string) =>
        `Whether ${day(n)} reaches your benchmark of ${own} cannot be told: it lies inside the interval.`,
    },
    noRows: "This cannot be told: no row of the table could be used.",
    tooNew: "This cannot be told: nobody could be seen for the whole of any of these days.",
    one: "This cannot be told from a single customer.",
  },
  next: {
    noRows: "Check which columns are the customer and the date, and whether the rule leaves any rows.",
    time: "Load an export that covers more time, or choose earlier days.",
    funnel: "Name the first steps, to see where customers stop.",
    early: "Look at the step after which most stop, and try a change there on a part of the newcomers.",
    found: "Compare newcomers of different months: the average hides whether it gets better.",
  },
  caveat: {
    unseen: (n: number) => `Nobody could be seen for the whole of ${day(n)}: no share is told.`,
    small: (n: number, x: number, all: number) =>
      `Small sample on ${day(n)}: ${count(x)} of ${count(all)}. A few customers more or less would move the share.`,
    others: (least: number, most: number) =>
      `The days rest on different customers, ${count(least)} to ${count(most)} of them: newer ones are in the early days alone.`,
    after:
      "On or after: who began lately had less time to come back, so later days look worse than they are.",
    dayZero: "By definition everybody is active on day 0, when the first activity is the start.",
    firstActivity:
      "Customers begin with their first activity: those who signed up and did nothing are not in the data.",
    noEarly: (early: number) =>
      `The share of losses in the first ${count(early)} days is not told: the data do not reach further, or nobody or everybody was lost.`,
    shortHorizon: (reached: number, wanted: number) =>
      `The data follow customers for ${count(reached)} days, not ${count(wanted)}: losses are counted up to there.`,
    noValue: (event: string) => `Nobody reached “${event}”. Is it written as in the data?`,
    noStep: (event: string) =>
      `Nobody came to the step “${event}” in this order. Is it written as in the data?`,
  },
  who: {
    all: "Customers who began",
    eligible: (n: number) => `Could be seen for the whole of ${day(n)}`,
    returned: (n: number) => `Active, ${day(n)}`,
    missed: (n: number) => `Not active, ${day(n)}`,
    followed: (n: number) => `Followed and still there after ${base.days(n)}`,
    lost: (to: number) => `Lost within ${base.days(to)}`,
    lostOn: (from: number, to: number) => `Lost after ${count(from)} to ${base.days(to)}`,
    reached: (event: string) => `Reached “${event}”`,
    reachedBy: (event: string, n: number) => `Reached “${event}” by ${day(n)}`,
    step: (n: number, event: string) => `Step ${count(n)}, “${event}”`,
  },
  table: {
    days: "Active so many days after the start",
    day: "Day",
    eligible: "Could be seen",
    returned: "Active",
    missed: "Not active",
    share: "Share",
    interval: "95% interval",
    benchmark: "Against your own benchmark",
    what: "Measure",
    here: (n: number) => `${capital(day(n))}, here`,
    own: "Your benchmark",
    early: "Losses early in life",
    firstDays: "First days",
    withinDays: "Of losses within days",
    lostBy: (n: number) => `Lost by day ${count(n)}`,
    earlyShare: (early: number, horizon: number) =>
      `Lost by day ${count(early)}, of those by ${count(horizon)}`,
    expected: "At an even pace",
    difference: "More than that",
    even: "Part of the time",
    losses: "Losses by day of life",
    life: "Days of life",
    span: (from: number, to: number) => `over ${count(from)} to ${count(to)}`,
    followed: "Followed at its start",
    lost: "Lost",
    hazard: "Lost per day",
    value: (event: string) => `First “${event}”`,
    valueSteps: (event: string) => `First “${event}”, day by day`,
    onTheWay: "Still on their way",
    reachedThen: "Reached it then",
    followedUntil: "Followed until then",
    reachedSoFar: "Reached it so far",
    low: "Lower limit",
    high: "Upper limit",
    byDay: "By day",
    reachedShare: "Reached it",
    reachedEver: "Reached it ever",
    customers: "Customers",
    funnel: (within: number) => `Steps within ${base.days(within)}`,
    step: "Step",
    began: "began",
    ofAll: "Of all who began",
    ofBefore: "Of the step before",
    days50: "Median days since the step before",
  },
  finding: {
    day: (n: number) => `Active, ${day(n)}`,
    early: (early: number, horizon: number) =>
      `Lost in the first ${base.days(early)}, of those lost within ${count(horizon)}`,
    value: (event: string) => `Half reach “${event}” within`,
    valueNoInterval: "A median of the curve, told without an interval.",
    noInterval: "no interval: all or none were lost early",
  },
  figure: {
    days: {
      title: "Active so many days after the start",
      caption: (definition: string, hasBenchmark: boolean) =>
        `${definition} The line on a bar is its 95% Wilson interval.${hasBenchmark ? " The dotted line is your own benchmark for the first of these days." : ""}`,
      axis: "Share of customers",
      day: (n: number) => capital(day(n)),
      of: (rate: string, x: number, n: number) => `${rate} · ${count(x)} of ${count(n)}`,
      dayCode: "Day ${count(day)}",
      ofCode: "${percent(rate)} · ${count(returned)} of ${count(eligible)}",
      alternative: (parts: string) => `${parts}.`,
    },
    value: {
      title: (event: string) => `How soon newcomers reach “${event}”`,
      caption: (hasFew: boolean) =>
        `The share that has reached it by each day (Kaplan–Meier: who has not yet is followed until the data end); the band is its 95% interval.${hasFew ? " Pale: fewer than ten are still followed." : ""}`,
      time: "Days since the start",
      axis: "Share that has reached it",
      part: (n: number, share: string) => `${share} by ${day(n)}`,
      alternative: (parts: string, customers: number) =>
        parts === "" ? `${base.customers(customers)}.` : `Of ${base.customers(customers)}: ${parts}.`,
    },
    funnel: {
      title: "How far newcomers get",
      caption: (within: number) =>
        `Of all whose first ${base.days(within)} the data cover, the share that came to each step in this order. The line on a bar is its 95% Wilson interval.`,
      axis: "Of all who began",
      of: (rate: string, x: number) => `${rate} · ${count(x)}`,
      alternative: (entered: number, parts: string) => `Of ${base.customers(entered)}: ${parts}.`,
    },
  },
  method: {
    formula: "retention of a day = customers active then / customers whose whole day the data cover",
    first: (n: number, x: number, all: number, rate: string) =>
      `${day(n)} = ${count(x)} / ${count(all)} = ${rate}`,
    early: (early: number, horizon: number) =>
      `lost early = (1 − S(${count(early)})) / (1 − S(${count(horizon)})), at an even pace (1 − S(${count(horizon)})^(${count(early)}/${count(horizon)})) / (1 − S(${count(horizon)})); where hardly anybody leaves that is ${count(early)}/${count(horizon)} = ${percent(early / horizon)}`,
    losses: (gap: number) =>
      `Lost is who was silent for ${count(gap)} days or longer when the data end; losses are told by Kaplan–Meier, as in Time to churn.`,
    value:
      "Time to the first value is told by Kaplan–Meier: who has not come to it yet is followed until the data end.",
    funnel:
      "A step counts at or after the step before; only customers whose whole window the data cover are in it.",
    quote:
      "The 55% that Duolingo is quoted with for the next day is that company's own word about an app for every day, not a benchmark: the row for one is left to you.",
  },
  sources: {
    delta:
      "Share of losses early on: delta method from Greenwood's variance; Klein & Moeschberger (2003), Survival Analysis, 2nd ed., §4.2.",
  },
  code: {
    what: "Who is active so many days after the start. SQL counts, this cell draws.",
    value:
      "The share of newcomers that has reached the first value by each day. SQL counts, this cell draws.",
    reach: "Drawn until nobody comes any more, and at least to the longest day asked for.",
    few: (n: number) => `Pale from where fewer than ${count(n)} are still on their way.`,
    labels: "Days asked for are named where there is room.",
  },
};

interface Early {
  readonly early: number;
  readonly horizon: number;
  readonly share: string;
  readonly interval: string;
  readonly expected: string;
  readonly even: string;
  readonly difference: string;
  readonly range: string;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
