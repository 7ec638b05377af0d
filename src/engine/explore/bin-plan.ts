import { sql } from "../data/sql";
import { calendarPlan } from "./calendar-plan";
import { type BinPlan, evenPlan, indexOf, mostBins, mostWhole, roundSteps } from "./even-plan";
import type { Position, Scale } from "./scale";

/** Edges at round numbers, or where days, weeks, months and years begin. */
export function binPlan(scale: Scale, low: Position, high: Position): BinPlan {
  if (low === high) return { count: 1, edge: () => low, index: sql`0`, isExact: true };
  if (scale.unit !== "number") return calendarPlan(scale, BigInt(low), BigInt(high));
  if (scale.isFloating) return floatingPlan(scale, Number(low), Number(high));
  for (const width of roundSteps()) {
    const plan = evenPlan(scale, BigInt(low), BigInt(high), width);
    if (plan.count <= mostBins) return plan;
  }
  throw new RangeError("round numbers come to an end");
}

function floatingPlan(scale: Scale, low: number, high: number): BinPlan {
  // Halves, because the distance of two doubles may be beyond what a double can be.
  const least = Math.floor(Math.log10((high / 2 - low / 2) / mostBins));
  for (let exponent = least; exponent < least + 4; exponent++)
    for (const step of [1, 2, 5]) {
      const width = Number(`${step}e${exponent}`);
      const [first, last] = [Math.floor(low / width), Math.floor(high / width)];
      const count = last - first + 1;
      const most = Math.max(Math.abs(first), Math.abs(last) + 1) * step;
      if (count > mostBins || !(width > 0) || most > mostWhole / 2) continue;
      const edge = (k: number) => Number(`${(first + k) * step}e${exponent}`);
      // Where edges and width are whole, the nearest double to a quotient lies on the same side of a whole number as the
      // quotient itself: a neighbour of k * width is further from it than half the distance of k to its own neighbours.
      const isExact = width >= 1 && most * 10 ** exponent < mostWhole;
      const index = isExact
        ? first
          ? sql`floor(${scale.near} / ${width}) - ${first}`
          : sql`floor(${scale.near} / ${width})`
        : indexOf(scale.near, edge(0), width);
      return { count, edge, index, isExact };
    }
  return tightPlan(scale, low, high);
}

/** Values so close together, or so near the ends of what a double can be, that no round number lies between them. */
function tightPlan(scale: Scale, low: number, high: number): BinPlan {
  const count = 10;
  const width = Math.max(high / count - low / count, Number.MIN_VALUE);
  return {
    count,
    edge: (k) => (k === count ? high : low + k * width),
    index: indexOf(scale.near, low, width),
    isExact: false,
  };
}
