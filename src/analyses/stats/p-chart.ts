import type { Counted } from "./newcombe";

export interface PChart {
  /** Pooled share of the baseline. */
  readonly centre: number;
  /** How much more the points vary than a binomial would; 1 = no more. Laney's σz, not taken below 1. */
  readonly inflation: number;
  readonly overdispersed: boolean;
  /** Control limits for a point with base n, `sigmas` standard deviations away, within 0..1. */
  readonly limits: (n: number, sigmas?: number) => readonly [number, number] | null;
}

// Mean range of two independent standard normal values (d2 for n = 2), by which a moving range estimates sigma.
const meanMovingRange = 2 / Math.sqrt(Math.PI);

/**
 * Control chart for shares, with the baseline's own variation between points: p′-chart where the points vary more than
 * a binomial, otherwise the p-chart it then equals. Null without two points that have a base.
 * Laney (2002), Quality Engineering 14, 531–537.
 */
export function pChart(baseline: readonly Counted[]): PChart | null {
  const points = baseline.filter(({ n }) => n > 0);
  if (points.length < 2) return null;
  const n = points.reduce((sum, point) => sum + point.n, 0);
  const centre = points.reduce((sum, point) => sum + point.x, 0) / n;
  const deviation = (base: number) => Math.sqrt((centre * (1 - centre)) / base);
  const spread = centre === 0 || centre === 1 ? 0 : movingRange(points, centre, deviation) / meanMovingRange;
  const inflation = Math.max(1, spread);
  return {
    centre,
    inflation,
    overdispersed: inflation > 1,
    limits: (base, sigmas = 3) => {
      if (base <= 0) return null;
      const reach = sigmas * deviation(base) * inflation;
      return [Math.max(0, centre - reach), Math.min(1, centre + reach)];
    },
  };
}

function movingRange(points: readonly Counted[], centre: number, deviation: (n: number) => number): number {
  const z = points.map(({ x, n }) => (x / n - centre) / deviation(n));
  const ranges = z.slice(1).map((value, i) => Math.abs(value - z[i]!));
  return ranges.reduce((sum, range) => sum + range, 0) / ranges.length;
}
