import { normalQuantile } from "./normal-quantile";
import { chanceBeyond } from "./repeated-normal";

const level = 0.05;
const farthest = 7;

/**
 * What is left of p where the threshold is the best of `lines`, spread evenly over the customers with a tenth at each end
 * left out. Under no association the deviates at the lines are those of a Brownian motion at times share/(1 − share): Miller &
 * Siegmund (1982), Biometrics 38, 1011–1016, whose formula is that of lines without number.
 */
export function searchedP(p: number, lines: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`probability outside 0..1: ${p}`);
  if (!(lines > 1) || p === 0) return p;
  const deviate = -normalQuantile(p / 2);
  // So far out that two lines are hardly ever both passed: the sum over all of them, 1.06 times the chance at most.
  return deviate > farthest ? Math.min(1, lines * p) : Math.min(1, chanceBeyond(deviate, timesOf(lines)));
}

/**
 * By how much to widen a 95 % interval of what stands at a searched threshold, so that it leaves out nought where `searchedP`
 * is below 5 %. Strong thresholds are hardly widened, for they would have been found in any sample; where there is nothing,
 * the interval is that of all lines at once. The interval that a corrected test makes: Miettinen (1976), Am. J. Epidemiol. 103,
 * 226–235; why one is needed: Holländer, Sauerbrei & Schumacher (2004), Stat. Med. 23, 1701–1713.
 */
export function searchedWidth(p: number, lines: number): number {
  if (!(lines > 1)) return 1;
  const corrected = searchedP(p, lines);
  if (corrected >= level) return widestOf(lines);
  // Beyond what a number can hold nothing is left to correct.
  return corrected > 0 ? normalQuantile(p / 2) / normalQuantile(corrected / 2) : 1;
}

function timesOf(lines: number): number[] {
  return Array.from({ length: lines }, (_, i) => {
    const share = 0.1 + (0.8 * i) / (lines - 1);
    return share / (1 - share);
  });
}

const known = new Map<number, number>();

/** At the deviate that one of so many lines passes in 5 of 100 samples without association. */
function widestOf(lines: number): number {
  const found = known.get(lines);
  if (found !== undefined) return found;
  const usual = -normalQuantile(level / 2);
  let [low, high] = [usual, usual + 3];
  for (let step = 0; step < 32; step++) {
    const middle = (low + high) / 2;
    if (chanceBeyond(middle, timesOf(lines)) > level) low = middle;
    else high = middle;
  }
  known.set(lines, high / usual);
  return high / usual;
}

/** Bounds moved away from the estimate; an open one stays open. */
export function widened<Bound extends number | null>(
  [low, high]: readonly [Bound, Bound],
  estimate: number,
  width: number,
): [Bound, Bound] {
  const moved = (bound: Bound) =>
    (typeof bound === "number" ? estimate + width * (bound - estimate) : bound) as Bound;
  return [moved(low), moved(high)];
}
