import { quantile } from "../stats/quantile";
import { random } from "../stats/random";
import { patternResamples } from "../stats/resample-patterns";
import type { Version } from "./versions";
import { strengthsOf, weightsOf, type WeightInput } from "./weights";

/** How the weights of a version move when other customers are drawn. */
export interface Stability {
  /** Of each lever 2.5 and 97.5 %. */
  readonly intervals: readonly (readonly [number, number])[];
  /** The largest standard deviation of a weight over its mean, of levers that have a weight; null where nobody varies. */
  readonly variation: number | null;
  /** In which share of the resamples the heaviest lever is the heaviest again. */
  readonly firstAgain: number | null;
  /** Resamples in which the version has no weights. */
  readonly failed: number;
}

/** Resamples of customers; the same ones for each version. Equal weights do not hang on the data and have none. */
export function stabilities(
  input: WeightInput,
  chosen: Readonly<Partial<Record<Version, readonly number[]>>>,
  { seed, replicates, onProgress }: { seed: string; replicates: number; onProgress: (share: number) => void },
): Partial<Record<Version, Stability>> {
  const asked = (Object.keys(chosen) as Version[]).filter((version) => version !== "equal");
  const drawn = new Map<Version, number[][]>(asked.map((version) => [version, []]));
  const failed = new Map<Version, number>(asked.map((version) => [version, 0]));
  if (asked.length === 0) return {};
  const resamples = patternResamples(input.patterns);
  const source = random(seed);
  for (let k = 0; k < replicates; k++) {
    const made = { ...input, patterns: resamples.draw(source).filter(({ n }) => n > 0) };
    const strengths = strengthsOf(made);
    for (const version of asked) {
      const found = weightsOf(version, made, strengths);
      if (found.ok) drawn.get(version)!.push([...found.weights]);
      else failed.set(version, failed.get(version)! + 1);
    }
    onProgress((k + 1) / replicates);
  }
  return Object.fromEntries(
    asked.map((version) => [
      version,
      { ...spreadOf(chosen[version]!, drawn.get(version)!), failed: failed.get(version)! },
    ]),
  );
}

function spreadOf(weights: readonly number[], drawn: readonly (readonly number[])[]) {
  const levers = weights.map((weight, lever) => {
    const values = drawn.map((one) => one[lever]!);
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
    const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    return { weight, values, mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) };
  });
  const counted = drawn.length > 1 ? levers.filter(({ weight, mean }) => weight > 0 && mean > 0) : [];
  const heaviest = weights.indexOf(Math.max(...weights));
  return {
    intervals: levers.map(({ values, weight }): [number, number] =>
      values.length ? [quantile(values, 0.025)!, quantile(values, 0.975)!] : [weight, weight],
    ),
    variation: counted.length ? Math.max(...counted.map(({ mean, deviation }) => deviation / mean)) : null,
    firstAgain: drawn.length
      ? drawn.filter((one) => one[heaviest]! >= Math.max(...one) - 1e-9).length / drawn.length
      : null,
  };
}
