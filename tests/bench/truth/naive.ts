import { auc } from "../../../src/analyses/stats/auc";
import { cholesky, inverseOf } from "../../../src/analyses/stats/cholesky";
import { behaviours, type Behaviour, type Customer } from "./base";
import type { Said } from "./path";

const z = 1.959963984540054;

/**
 * As common tools do: of each behaviour the line at which phi is largest in size, over all values, on the same customers that
 * it is then told of; what is positive and past 1.96 of its error under no association counts as found.
 */
export function bestPhi(base: readonly Customer[]): Said {
  const found = behaviours.flatMap((behaviour) => {
    const best = bestCut(base, behaviour);
    return best && best.phi > 0 && best.phi * Math.sqrt(base.length) > z ? [{ behaviour, ...best }] : [];
  });
  const of = (one: Readonly<Record<Behaviour, number>>) =>
    found.reduce((sum, { behaviour, cut, phi }) => sum + (one[behaviour] >= cut ? phi : 0), 0);
  return {
    found: found.map(({ behaviour }) => behaviour),
    foundPairs: [],
    undecided: [],
    called: [],
    intervals: [],
    score: found.length > 0 ? { auc: areaOf(base, of), of } : null,
    gate: null,
  };
}

function bestCut(base: readonly Customer[], behaviour: Behaviour): { cut: number; phi: number } | null {
  const values = [...new Set(base.map((one) => one.behaviours[behaviour]))].sort((a, b) => a - b);
  const stayed = base.filter(({ left }) => !left).length;
  let best: { cut: number; phi: number } | null = null;
  for (const cut of values.slice(1)) {
    let [n, x] = [0, 0];
    for (const one of base)
      if (one.behaviours[behaviour] >= cut) {
        n++;
        if (!one.left) x++;
      }
    const bottom = Math.sqrt(n * (base.length - n) * stayed * (base.length - stayed));
    const phi = bottom > 0 ? (x * base.length - n * stayed) / bottom : 0;
    if (!best || Math.abs(phi) > Math.abs(best.phi)) best = { cut, phi };
  }
  return best;
}

/** All behaviours at once as they are, nothing held alike, Wald's test at 5 %: positive and below is found. */
export function plainLogistic(base: readonly Customer[]): Said {
  const fit = newton(base);
  if (!fit)
    return { found: [], foundPairs: [], undecided: [], called: [], intervals: [], score: null, gate: null };
  const rows = behaviours.map((behaviour, i) => ({
    behaviour,
    value: fit.value[i + 1]!,
    error: fit.error[i + 1]!,
  }));
  const of = (one: Readonly<Record<Behaviour, number>>) =>
    rows.reduce((sum, { behaviour, value }) => sum + value * one[behaviour], 0);
  return {
    found: rows.filter(({ value, error }) => value / error > z).map(({ behaviour }) => behaviour),
    foundPairs: [],
    undecided: [],
    called: [],
    intervals: rows.map(({ behaviour, value, error }) => ({
      behaviour,
      cut: null,
      interval: [value - z * error, value + z * error] as const,
    })),
    score: { auc: areaOf(base, of), of },
    gate: null,
  };
}

/** Twenty-five steps of Newton's, whatever comes of them: what such tools print of a separated base. */
function newton(base: readonly Customer[]): { value: Float64Array; error: number[] } | null {
  const width = behaviours.length + 1;
  const value = new Float64Array(width);
  const rows = base.map(({ behaviours: own }) => [1, ...behaviours.map((behaviour) => own[behaviour])]);
  let error: number[] = [];
  for (let step = 0; step < 25; step++) {
    const slope = new Float64Array(width);
    const curve = Array.from({ length: width }, () => new Array<number>(width).fill(0));
    rows.forEach((row, i) => {
      const odds = row.reduce((sum, x, j) => sum + x * value[j]!, 0);
      const chance = 1 / (1 + Math.exp(-odds));
      const weight = Math.max(chance * (1 - chance), 1e-10);
      const rest = (base[i]!.left ? 0 : 1) - chance;
      for (let j = 0; j < width; j++) {
        const x = row[j]!;
        if (x === 0) continue;
        slope[j]! += x * rest;
        const line = curve[j]!;
        for (let k = 0; k < width; k++) line[k]! += weight * x * row[k]!;
      }
    });
    const triangle = cholesky(curve);
    if (!triangle) return null;
    const inverse = inverseOf(triangle);
    let largest = 0;
    for (let j = 0; j < width; j++) {
      const move = inverse[j]!.reduce((sum, one, k) => sum + one * slope[k]!, 0);
      value[j]! += Math.max(-5, Math.min(5, move));
      largest = Math.max(largest, Math.abs(move));
    }
    error = inverse.map((line, j) => Math.sqrt(line[j]!));
    if (largest < 1e-8) break;
  }
  return { value, error };
}

/** Area under the curve of a score among these customers. */
export function areaOf(
  base: readonly Customer[],
  of: (behaviours: Readonly<Record<Behaviour, number>>) => number,
): number {
  const scored = base.map(({ behaviours: own, left }) => ({
    score: of(own),
    positives: left ? 0 : 1,
    negatives: left ? 1 : 0,
  }));
  return auc(scored)?.auc ?? 0.5;
}
