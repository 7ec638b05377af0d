import { cholesky, inverseOf } from "../cholesky";
import { minimise } from "../minimise";
import type { Slope } from "../minimise-derivative";

export type Fit<Name extends string, Why extends string = never> =
  | {
      readonly ok: true;
      readonly parameters: Readonly<Record<Name, number>>;
      readonly standardErrors: Readonly<Record<Name, number>>;
      /** Covariance of the logarithms of the parameters, in the order of `names`. */
      readonly covariance: readonly (readonly number[])[];
      readonly names: readonly Name[];
      readonly logLikelihood: number;
      readonly customers: number;
      /** Largest slope of ln L by the logarithm of a parameter. */
      readonly gradient: number;
      /** Starts tried, and how many of them came to this likelihood. */
      readonly starts: number;
      readonly agreeing: number;
    }
  | { readonly ok: false; readonly why: Why | "not-converged" }
  | {
      readonly ok: false;
      /** ln L rises as the named parameters go to 0 or without end: the data do not tell them, only how they go together. */
      readonly why: "boundary";
      readonly at: readonly Name[];
      readonly parameters: Readonly<Record<Name, number>>;
      readonly logLikelihood: number;
    };

/** e^±12: no customer base tells such a parameter from 0 or from infinity. */
const largestLog = 12;

/**
 * The fit is made in units of the data's own size, so that a parameter in seconds or in kopecks is not taken for an infinite
 * one: what each parameter is to be multiplied by, and what ln L loses in the units asked for.
 */
export interface Units {
  readonly of: readonly number[];
  readonly logLikelihood: number;
}

/**
 * Maximum likelihood over positive parameters, by their logarithms; standard errors from the curvature of ln L at the top
 * (observed information) and the delta method. `likelihood` and `slope` take the parameters' logarithms.
 */
export function maximise<Name extends string>(
  names: readonly Name[],
  starts: readonly (readonly number[])[],
  customers: number,
  likelihood: (logs: readonly number[]) => number,
  slope?: Slope,
  units: Units = { of: [], logLikelihood: 0 },
): Fit<Name> {
  // A wall a little past where the answer is given up keeps every exponent a number.
  const isInside = (logs: readonly number[]) => logs.every((v) => Math.abs(v) <= 2 * largestLog);
  const found = minimise(
    (logs) => (isInside(logs) ? -likelihood(logs) : Infinity),
    starts,
    slope && { slope: (logs) => (isInside(logs) ? slope(logs).map((v) => -v) : logs.map(() => NaN)) },
  );
  if (!found) return { ok: false, why: "not-converged" };
  const named = (of: (i: number) => number) =>
    Object.fromEntries(names.map((name, i) => [name, of(i)])) as Record<Name, number>;
  const parameters = named((i) => Math.exp(found.x[i]!) * (units.of[i] ?? 1));
  const logLikelihood = units.logLikelihood - found.value;
  const at = names.filter((_, i) => Math.abs(found.x[i]!) > largestLog);
  if (at.length > 0) return { ok: false, why: "boundary", at, parameters, logLikelihood };
  const triangle = found.curvature && cholesky(found.curvature);
  if (!found.isConverged || !triangle) return { ok: false, why: "not-converged" };
  const covariance = inverseOf(triangle);
  return {
    ok: true,
    parameters,
    standardErrors: named((i) => parameters[names[i]!] * Math.sqrt(covariance[i]![i]!)),
    covariance,
    names,
    logLikelihood,
    customers,
    gradient: found.gradient,
    starts: found.starts,
    agreeing: found.agreeing,
  };
}
