import { form } from "./over-time-form";
import type { Grain } from "../../calendar";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, day, number, percent, plural } = formatsOf("en");

export const overTime = {
  form,
  refusedWeeks:
    "Refused: weekly reports say nothing about contracts. Hardly a contract ends in any one week, so the share would jump between nothing and a lot by chance.",
  refusedWeeksNext: "Choose months or quarters, or insist on weeks.",
  verdict: {
    rate: (f: {
      opens: string;
      grain: Grain;
      lost: number;
      n: number;
      rate: string;
      interval: string;
      thatIs: string;
    }) =>
      `${capital(base.inPeriod(f.opens, f.grain))}, ${f.lost === 0 ? "none" : count(f.lost)} of ${base.customers(f.n)} ${plural(Math.max(1, f.lost), { one: "was", other: "were" })} lost: attrition ${f.rate} (${f.interval}). ${f.lost === 0 ? "" : f.thatIs}`.trim(),
    everRate: (f: {
      opens: string;
      grain: Grain;
      lost: number;
      n: number;
      rate: string;
      interval: string;
      thatIs: string;
    }) =>
      `${capital(base.inPeriod(f.opens, f.grain))}, ${count(f.lost)} of ${base.customers(f.n)} ever seen before were absent: ${f.rate} (${f.interval}). ${f.thatIs}`.trim(),
    signal: {
      above: (low: string, high: string) =>
        `That is more than the baseline's own ups and downs explain (${base.interval(low, high)}).`,
      below: (low: string, high: string) =>
        `That is less than the baseline's own ups and downs explain (${base.interval(low, high)}).`,
      "two of three above": () => "Two of the last three periods lie well above the baseline.",
      "two of three below": () => "Two of the last three periods lie well below the baseline.",
      inside: (low: string, high: string) =>
        `That is within the baseline's own ups and downs (${base.interval(low, high)}): no change can be told from it.`,
    },
    noSignal: (found: number, wanted: number) =>
      `Whether that is usual cannot be told: the baseline has ${count(found)} of ${count(wanted)} complete periods, and needs at least one more after it.`,
    everNoSignal:
      "Against everybody ever seen the share grows by itself, as those long gone add up; it is not held against a baseline.",
    rising: (points: string, low: string, high: string, periods: number, grain: Grain) =>
      `Over ${count(periods)} ${plurals(grain, periods)} the share rises by ${points} a ${grain} (${base.interval(low, high)}).`,
    falling: (points: string, low: string, high: string, periods: number, grain: Grain) =>
      `Over ${count(periods)} ${plurals(grain, periods)} the share falls by ${points} a ${grain} (${base.interval(low, high)}).`,
    level: (periods: number, grain: Grain) =>
      `Over ${count(periods)} ${plurals(grain, periods)} neither a rise nor a fall can be told from chance.`,
    target: {
      met: (target: string) => `The target of ${target} is met.`,
      missed: (target: string) => `The target of ${target} is missed.`,
      "cannot tell": (target: string) =>
        `Whether the target of ${target} is met cannot be told: it lies inside the interval.`,
    },
    alert: {
      raised: (alert: string) => `The alert at ${alert} is raised: act now.`,
      quiet: (alert: string) => `The alert at ${alert} is not raised.`,
      "cannot tell": (alert: string) => `Whether the alert level of ${alert} is passed cannot be told.`,
    },
    nothing: "This cannot be told: there is no complete period with a complete one before it.",
    noRows: "This cannot be told: no row of the table could be used.",
  },
  next: {
    above: "Look for what changed before that period: releases, prices, kinds of customers who came.",
    below: "See whether it stays: one period below can be luck.",
    inside:
      "A steady average can hide a group that leaves: write a query for one plan or region, name it, and ask the same of it.",
    nothing: "Choose shorter periods, or load an export that covers more time.",
    noRows: "Check which columns are the customer and the date, and whether the rule leaves any rows.",
    lonely: "Check that date, and set the day the data are known until.",
    gap: (days: number) => `Choose a period of at least ${count(days)} days.`,
  },
  caveat: {
    truncation: (x: number, n: number) =>
      `${count(x)} of ${base.customers(n)} (${percent(x / n)}) are first seen in the file's first period. If the export begins later than the business, they are old customers that look new.`,
    cut: (opens: string) =>
      `The data begin within the first period (${day(opens)}): it and the share that is based on it are shown but not judged.`,
    running: (opens: string, grain: Grain) =>
      `${capital(base.period(opens, grain))} is not over: its share is not final. It is drawn hollow and not judged.`,
    many: (shown: number, total: number) =>
      `Only the last ${count(shown)} of ${count(total)} periods are shown.`,
    season: (months: number) =>
      `The data cover ${number(months, 1)} months, less than 13: a season cannot be told from a trend.`,
    overdispersed: (inflation: number) =>
      `The baseline varies ${number(inflation, 1)} times as much as chance alone would make it; the limits are that much wider (Laney).`,
    shortGap: (grainDays: number, p80: number) =>
      `A period has ${count(grainDays)} days, but one customer in five usually pauses for more than ${number(p80, 1)} days. Healthy but infrequent customers are counted as lost.`,
    lonely: (opens: string) =>
      `The rows around ${day(opens)} lie more than a year apart from all others: most likely a mistyped date. It shifts the day the data are known until.`,
    weeks: "Weeks were asked for although hardly a contract ends in one: the shares jump by chance.",
    constant:
      "Converted as if the chance of leaving were the same all the time. It usually is not: early periods are the most dangerous.",
    mixed:
      "Converted as if all customers were alike. A mix of 1% and 15% a week is 8% together, which compounds to 30.4% a month; the truth is 27.5%.",
    smallBaseline: (n: number) =>
      `The baseline is ${count(n)} periods. Fewer than eight make the limits uncertain themselves.`,
  },
  table: {
    title: "Attrition by period",
    opens: "Period",
    state: "State",
    atStart: "At start",
    lost: "Lost",
    remaining: "Remaining",
    new: "New",
    returned: "Returned",
    atEnd: "Present",
    attrition: "Attrition",
    interval: "95% interval",
    everBefore: "Ever before",
    everRemaining: "of them present",
    everAbsent: "of them absent",
    everAttrition: "Absent of ever seen",
    limits: "Limits of the baseline",
    pulse: "Pulse",
    judged: { above: "above the limits", below: "below the limits", inside: "within", none: "not judged" },
    against: "Against the baseline",
    cut: "cut at its start",
  },
  conversion: {
    title: "The last rate for other lengths of time",
    per: "Per",
    rate: "Rate",
    interval: "Converted 95% interval",
    units: { week: "week", month: "month", quarter: "quarter", year: "year" },
  },
  finding: {
    latest: "Attrition of the last complete period",
    trend: "Change from period to period",
    baseline: "Baseline attrition",
    baselineNoInterval: "The measure itself: pooled over the first complete periods.",
    mean: "Mean life of a customer at this rate, in periods",
    median: "Half of the customers are gone after so many periods",
    lifetimeNoInterval: "Follows from the rate; holds only if the rate stays.",
    noTrend: {
      "too few periods": "Fewer than three complete periods.",
      "cumulative base":
        "Not computed against everybody ever seen: those long gone would be lost again and again.",
      "no variation": "The share does not vary, or time fixes it: no finite estimate.",
      "too few customers": "Too few customers.",
    },
  },
  figure: {
    rate: {
      title: "Attrition by period",
      caption: (f: { baseline: boolean; target: boolean; alert: boolean }) =>
        [
          "Dots are the share lost in each period, the band its 95% Wilson interval; a hollow dot is a period that is not over or not fully known.",
          f.baseline
            ? "The shaded span is the baseline, the thin line its pooled share, the stepped dashes the limits of its own ups and downs (three sigmas)."
            : "",
          f.target ? "The dotted line is the target." : "",
          f.alert ? "The dash-dotted line is the alert." : "",
        ]
          .filter(Boolean)
          .join(" "),
      axis: "Attrition",
      baseline: "baseline",
      limits: "limits",
      target: "target",
      alert: "alert",
      alternative: (f: {
        periods: number;
        from: string;
        to: string;
        least: string;
        most: string;
        last: string;
      }) =>
        `${count(f.periods)} ${plural(f.periods, { one: "period", other: "periods" })} from ${f.from} to ${f.to}: attrition between ${f.least} and ${f.most}, last ${f.last}.`,
    },
    lifecycle: {
      title: "Who is there and who went",
      caption:
        "Above the line the customers present in a period: remaining from the period before, returned after a pause, new. Below the line those lost since the period before. Hollow bars are periods that are not over.",
      axis: "Customers",
      alternative: (f: { periods: number; present: number; lost: number; new: number }) =>
        `${count(f.periods)} ${plural(f.periods, { one: "period", other: "periods" })}; in the last complete one ${count(f.present)} present, ${count(f.new)} of them new, and ${count(f.lost)} lost.`,
    },
  },
  method: {
    formula: (f: { n: number; lost: number; rate: string; low: string; high: string }) => [
      "attrition of a period = customers of the period before who are not there in it / customers of the period before",
      `= ${count(f.lost)} / ${count(f.n)} = ${f.rate}, Wilson 95% interval ${base.interval(f.low, f.high)}`,
    ],
    ever: (f: { n: number; lost: number; rate: string; low: string; high: string }) => [
      "absent of ever seen = customers first seen before the period who are not there in it / customers first seen before it",
      `= ${count(f.lost)} / ${count(f.n)} = ${f.rate}, Wilson 95% interval ${base.interval(f.low, f.high)}`,
    ],
    limits: (f: { centre: string; inflation: string; n: number; low: string; high: string }) =>
      `limits = ${f.centre} − and + 3 · √(p (1 − p) / ${count(f.n)}) · ${f.inflation} = ${base.interval(f.low, f.high)}`,
    trend: (f: { odds: string; low: string; high: string; p: string; customers: number }) =>
      `logistic trend: odds of being lost × ${f.odds} per period (${base.interval(f.low, f.high)}), p = ${f.p}, ${count(f.customers)} customers as clusters`,
    pulse: (f: { new: number; returned: number; lost: number; pulse: string }) =>
      `pulse = (new ${count(f.new)} + returned ${count(f.returned)}) / lost ${count(f.lost)} = ${f.pulse}`,
    convert:
      "rate over q instead of p days = 1 − (1 − rate)^(q / p); mean life = 1 / rate, half life = ln ½ / ln(1 − rate)",
    notes: {
      activity: "There in a period: enough relevant events in it.",
      contracts: "There in a period: a contract in force and paid on its last day.",
      overlap:
        "The same customers stand in several periods, so two periods are not compared as if they were independent; the trend treats each customer as one cluster.",
      frozen:
        "The baseline are the first complete periods and stay so when newer data come; nobody moves the measure after the fact.",
      averaged:
        "The change in points is the slope of the log odds times the average of p (1 − p): right near the observed shares.",
    },
  },
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function plurals(grain: Grain, n: number): string {
  return plural(n, { one: grain, other: `${grain}s` });
}
