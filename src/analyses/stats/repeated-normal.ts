import { gaussLegendre } from "./btyd/gauss-legendre";
import { normalCdf } from "./normal-cdf";

/**
 * Chance that a Brownian motion, each time divided by its deviation, is anywhere beyond ±`bound` at these rising times: of the
 * largest of normal deviates that look at growing parts of the same. Summed over where it is first beyond, so that small
 * chances keep their digits. Armitage, McPherson & Rowe (1969), J. R. Statist. Soc. A 132, 235–244.
 */
export function chanceBeyond(bound: number, times: readonly number[]): number {
  if (!(bound > 0)) return 1;
  if (!times.every((time, i) => time > (times[i - 1] ?? 0) && time < Infinity))
    throw new RangeError(`times that do not rise: ${times.join(" ")}`);
  const steps = times.slice(1).map((time, i) => {
    const correlation = Math.sqrt(times[i]! / time);
    return { correlation, error: Math.sqrt(1 - times[i]! / time) };
  });
  const first = 2 * normalCdf(-bound);
  if (first === 0) return 0;
  // Fine enough for the narrowest step; either side is like the other.
  const narrowest = Math.min(1, ...steps.map(({ error }) => error));
  const { nodes, weights } = gaussLegendre(16 + Math.ceil((2 * bound) / narrowest));
  const at = nodes.map((node) => ((node + 1) * bound) / 2);
  let within = at.map(density);
  return steps.reduce((sum, { correlation, error }) => {
    const weighed = within.map((one, i) => (one * weights[i]! * bound) / 2);
    const leaves = at.reduce((all, x, i) => {
      const mean = correlation * x;
      return all + weighed[i]! * (normalCdf((mean - bound) / error) + normalCdf((-mean - bound) / error));
    }, 0);
    within = at.map((y) => {
      const came = (all: number, x: number, i: number) =>
        all + weighed[i]! * (density((y - correlation * x) / error) + density((y + correlation * x) / error));
      return at.reduce(came, 0) / error;
    });
    return sum + 2 * leaves;
  }, first);
}

function density(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}
