import { factor, inverseOfFactor } from "./logistic-factor";
import type { Packed } from "./logistic-packed";

/**
 * Minus the second derivatives of Firth's penalised log-likelihood l + ½·ln|I|, row by row:
 * I − Σ h·[½(1 − 2p)² − p(1 − p)]·v·vᵀ + ½·tr(Dⱼ·I⁻¹·Dₖ·I⁻¹), Dⱼ = ∂I/∂βⱼ, h the rows' leverages.
 * With it Newton's method converges by squares where few customers make the penalty weigh as much as they do, and steps by
 * the information alone creep or swing. Null where the information has no inverse.
 */
export function penalisedCurvature(
  data: Packed,
  coefficients: Float64Array,
  information: Float64Array,
): Float64Array | null {
  const { rows, width, columns, n } = data;
  const all = Array.from({ length: width }, (_, j) => j);
  const lower = factor(information, width, all);
  if (!lower) return null;
  const inverse = inverseOfFactor(lower, width);
  const { leaning, bent } = rowWeights(data, coefficients, inverse);
  const curvature = Float64Array.from(information);
  const slopes = all.map(() => new Float64Array(width * width));
  const [once, twice, own] = [new Float64Array(rows), new Float64Array(rows), new Float64Array(rows)];
  for (let i = 0; i < rows; i++) own[i] = n[i]! * leaning[i]!;
  for (let j = 0; j < width; j++) {
    for (let i = 0; i < rows; i++) once[i] = columns[j]![i]! * own[i]!;
    for (let k = 0; k <= j; k++) {
      let sum = 0;
      for (let i = 0; i < rows; i++) {
        twice[i] = once[i]! * columns[k]![i]!;
        sum += columns[j]![i]! * columns[k]![i]! * bent[i]!;
      }
      curvature[j * width + k]! -= sum;
      if (k !== j) curvature[k * width + j]! -= sum;
      for (let l = 0; l <= k; l++) {
        let third = 0;
        for (let i = 0; i < rows; i++) third += twice[i]! * columns[l]![i]!;
        for (const [a, b, c] of [
          [j, k, l],
          [k, j, l],
          [l, j, k],
        ] as const) {
          slopes[a]![b * width + c] = third;
          slopes[a]![c * width + b] = third;
        }
      }
    }
  }
  // tr(Dⱼ·I⁻¹·Dₖ·I⁻¹) is the sum of products of I⁻¹·Dⱼ with the transpose of I⁻¹·Dₖ.
  const solved = slopes.map((slope) => product(inverse, slope, width));
  for (let j = 0; j < width; j++) {
    for (let k = 0; k < width; k++) {
      let trace = 0;
      for (let a = 0; a < width; a++) {
        for (let b = 0; b < width; b++) trace += solved[j]![a * width + b]! * solved[k]![b * width + a]!;
      }
      curvature[j * width + k]! += trace / 2;
    }
  }
  return curvature;
}

/** Per row p(1 − p)(1 − 2p), and leverage · [½(1 − 2p)² − p(1 − p)]. */
function rowWeights({ rows, width, columns, n }: Packed, coefficients: Float64Array, inverse: Float64Array) {
  const leaning = new Float64Array(rows);
  const bent = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let linear = 0;
    let quadratic = 0;
    for (let j = 0; j < width; j++) {
      linear += columns[j]![i]! * coefficients[j]!;
      for (let k = 0; k < width; k++) {
        quadratic += columns[j]![i]! * inverse[j * width + k]! * columns[k]![i]!;
      }
    }
    const p = 1 / (1 + Math.exp(-linear));
    const spread = p * (1 / (1 + Math.exp(linear)));
    leaning[i] = spread * (1 - 2 * p);
    bent[i] = n[i]! * spread * quadratic * ((1 - 2 * p) ** 2 / 2 - spread);
  }
  return { leaning, bent };
}

function product(a: Float64Array, b: Float64Array, width: number): Float64Array {
  const found = new Float64Array(width * width);
  for (let i = 0; i < width; i++) {
    for (let k = 0; k < width; k++) {
      const part = a[i * width + k]!;
      for (let j = 0; j < width; j++) found[i * width + j]! += part * b[k * width + j]!;
    }
  }
  return found;
}
