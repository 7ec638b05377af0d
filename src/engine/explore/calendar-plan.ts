import { dateText } from "../data/moment-text";
import { sql } from "../data/sql";
import { type BinPlan, evenPlan, floorTo, mostBins, roundSteps } from "./even-plan";
import { daysOf, type Scale } from "./scale";

/** Beginnings of seconds, minutes, hours, days, weeks (Mondays), months, quarters or years, whichever are few enough. */
export function calendarPlan(scale: Scale, low: bigint, high: bigint): BinPlan {
  const day = positionsInDay[scale.unit as keyof typeof positionsInDay];
  // Half a year and more is better told by the month.
  if (high - low < 189n * day) {
    for (const step of [...stepsWithinDay(day), day]) {
      const plan = evenPlan(scale, low, high, step);
      if (plan.count <= mostBins) return plan;
    }
    // 5 January 1970 was a Monday.
    return evenPlan(scale, low, high, 7n * day, 4n * day);
  }
  return monthPlan(scale, monthOf(low, day), monthOf(high, day), day);
}

const positionsInDay = { day: 1n, micro: 86_400_000_000n, nano: 86_400_000_000_000n } as const;

/** In seconds. Above three hours come days: what is dated by the day would leave every second bin empty. */
const secondSteps = [1n, 2n, 5n, 10n, 30n, 60n, 300n, 900n, 1800n, 3600n, 10_800n];
const monthSteps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 24_000, 60_000, 120_000];
/** Some 75,000 days. */
const mostMonthsOfDays = 2500;
const longestMonths = 600_000;

function* stepsWithinDay(day: bigint): Generator<bigint> {
  if (day === 1n) return;
  const second = day / 86_400n;
  for (const step of roundSteps()) {
    if (step >= second) break;
    yield step;
  }
  yield* secondSteps.map((step) => step * second);
}

function monthPlan({ value }: Scale, low: number, high: number, day: bigint): BinPlan {
  const step =
    monthSteps.find((one) => Math.floor(high / one) - Math.floor(low / one) < mostBins) ?? longestMonths;
  const first = Math.floor(low / step) * step;
  return {
    count: Math.floor((high - first) / step) + 1,
    edge: (k) => {
      const year = Math.floor((first + k * step) / 12);
      return daysOf(year, first + k * step - year * 12 + 1, 1) * day;
    },
    isExact: true,
    isOfDays: high - low < mostMonthsOfDays,
    index: sql`(year(${value}) * 12 + month(${value}) - ${1 + first}) // ${step}`,
  };
}

/** Months since the beginning of the year 0. */
function monthOf(position: bigint, day: bigint): number {
  const text = dateText(Number(floorTo(position, day) / day));
  const [year, month] = text.split("-").map((part) => parseInt(part, 10));
  return (text.endsWith("(BC)") ? 1 - year! : year!) * 12 + month! - 1;
}
