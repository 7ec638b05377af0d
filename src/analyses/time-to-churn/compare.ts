import { benjaminiHochberg } from "../stats/benjamini-hochberg";
import { logRank } from "../stats/log-rank";
import { normalCdf } from "../stats/normal-cdf";
import { normalQuantile } from "../stats/normal-quantile";
import type { Counted } from "./curve";
import { fewAtRisk } from "./few";
import type { ChurnResult, Curve, Step } from "./result";

/**
 * Do groups leave at a different pace? The verdict is taken from differences of the mean time up to tau, which say how
 * much; the tests say whether the curves differ at all. The unknown level is shown but held against nobody.
 */
export function compare(counted: readonly Counted[], curves: readonly Curve[]): ChurnResult["comparison"] {
  const known = counted.filter(({ place }) => place !== 0);
  if (known.length === 0) return null;
  const rows = known.map((group) => group.rows);
  const held = curves.filter(({ place }) => place !== 0);
  const first = held.find(({ mean }) => isEstimated(mean)) ?? null;
  const differences = held.flatMap((curve) => {
    if (!first || curve === first || !isEstimated(curve.mean) || curve.place === null) return [];
    const difference = curve.mean.mean - first.mean!.mean;
    const error = Math.hypot(curve.mean.standardError, first.mean!.standardError);
    const reach = normalQuantile(0.975) * error;
    return [
      {
        place: curve.place,
        difference,
        interval: [difference - reach, difference + reach] as [number, number],
        p: Math.min(1, 2 * normalCdf(-Math.abs(difference) / error)),
      },
    ];
  });
  const q = benjaminiHochberg(differences.map(({ p }) => p));
  return {
    logRank: tested(logRank(rows)),
    peto: tested(logRank(rows, { rho: 1 })),
    crossing: held.some((one, i) => held.slice(i + 1).some((other) => cross(one, other))),
    differences: differences.map((one, i) => ({ ...one, q: q[i]! })),
    first: first?.place ?? null,
  };
}

function isEstimated(mean: Curve["mean"]): mean is NonNullable<Curve["mean"]> {
  return mean !== null && mean.standardError > 0;
}

function tested(found: ReturnType<typeof logRank>) {
  return found && { chiSquare: found.chiSquare, df: found.df, p: found.p };
}

/** Each lies above the other somewhere, by more than the standard error of their distance, with enough at risk in both. */
function cross(one: Curve, other: Curve): boolean {
  const times = [...new Set([...one.steps, ...other.steps].map(({ time }) => time))].sort((a, b) => a - b);
  let [above, below] = [false, false];
  const [a, b] = [reader(one.steps), reader(other.steps)];
  for (const time of times) {
    const [here, there] = [a(time), b(time)];
    if (!here || !there || here.atRisk < fewAtRisk || there.atRisk < fewAtRisk) continue;
    const distance = here.survival - there.survival;
    const error = Math.hypot(here.standardError ?? 0, there.standardError ?? 0);
    if (distance > error) above = true;
    if (-distance > error) below = true;
  }
  return above && below;
}

/** The last step at or before rising times. */
function reader(steps: readonly Step[]) {
  let next = 0;
  return (time: number): Step | undefined => {
    while (next < steps.length && steps[next]!.time <= time) next++;
    return steps[next - 1];
  };
}
