import { slopeOf } from "../minimise-derivative";
import { normalQuantile } from "../normal-quantile";
import type { Fit } from "./fit";

export interface Predicted {
  readonly value: number;
  /**
   * Of the model's expectation, as far as the parameters are not known; what a customer then does strays about it besides, and
   * a wrong model more. Null where the value does not hang on the parameters (P(alive) = 1 of BG/NBD's one-time buyers).
   */
  readonly interval: readonly [number, number] | null;
}

/**
 * A forecast from fitted parameters with its interval: delta method with numeric slopes on the logarithm of a positive value,
 * on the logit of a `share`. Casella & Berger (2002), Statistical Inference, 2nd ed., 5.5.4.
 */
export function predicted<Name extends string>(
  fit: Extract<Fit<Name>, { readonly ok: true }>,
  of: (parameters: Readonly<Record<Name, number>>) => number,
  { confidence = 0.95, share = false }: { confidence?: number; share?: boolean } = {},
): Predicted {
  const at = (logs: readonly number[]) =>
    of(Object.fromEntries(fit.names.map((name, i) => [name, Math.exp(logs[i]!)])) as Record<Name, number>);
  const top = fit.names.map((name) => Math.log(fit.parameters[name]));
  const value = at(top);
  const scaled = (v: number) => (share ? Math.log(v / (1 - v)) : Math.log(v));
  const slope = slopeOf((logs) => scaled(at(logs)))(top);
  const variance = fit.covariance.reduce(
    (sum, row, i) => sum + row.reduce((s, v, j) => s + v * slope[i]! * slope[j]!, 0),
    0,
  );
  const reach = normalQuantile((1 + confidence) / 2) * Math.sqrt(variance);
  if (!(reach > 0 && reach < Infinity)) return { value, interval: null };
  const back = (z: number) => (share ? 1 / (1 + Math.exp(-z)) : Math.exp(z));
  return { value, interval: [back(scaled(value) - reach), back(scaled(value) + reach)] };
}
