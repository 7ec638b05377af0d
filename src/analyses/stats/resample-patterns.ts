import { binomialDraw } from "./binomial-draw";
import type { Pattern } from "./logistic";
import type { Random } from "./random";

/**
 * Resamples of the customers behind counted patterns, drawn with replacement: the counts of pattern and outcome are
 * multinomial, drawn as binomials one after another. The patterns come in the order of their values, alike ones together,
 * so the draws depend on the seed and the customers and not on the order of rows; each resample has them in that order,
 * also those nobody of which was drawn (n = 0). Devroye (1986), Non-Uniform Random Variate Generation, XI.1.
 */
export function patternResamples(patterns: readonly Pattern[]) {
  const sorted = together(patterns);
  const customers = sorted.reduce((sum, { n }) => sum + n, 0);
  return {
    /** What is resampled, in the order of the resamples. */
    patterns: sorted,
    draw(source: Random): Pattern[] {
      let left = customers;
      let draws = customers;
      const taken = (count: number) => {
        const drawn = count === left ? draws : binomialDraw(draws, count / left, source);
        left -= count;
        draws -= drawn;
        return drawn;
      };
      return sorted.map(({ values, x, n }) => {
        const events = taken(x);
        return { values, x: events, n: events + taken(n - x) };
      });
    },
  };
}

function together(patterns: readonly Pattern[]): Pattern[] {
  const sorted = patterns.filter(({ n }) => n > 0).sort((a, b) => compared(a.values, b.values));
  const merged: { values: readonly number[]; x: number; n: number }[] = [];
  for (const { values, x, n } of sorted) {
    const last = merged.at(-1);
    if (last && compared(last.values, values) === 0) {
      last.x += x;
      last.n += n;
    } else merged.push({ values, x, n });
  }
  return merged;
}

function compared(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  return 0;
}
