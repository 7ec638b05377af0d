import { logistic } from "../stats/logistic";
import { splineBasis } from "../stats/spline";
import type { FoundLever } from "./result";
import type { Group } from "./read-counts";

/**
 * The share that stayed along the measure, by a logistic regression on a restricted cubic spline of three knots at the deciles
 * .1, .5, .9; a plain line where these coincide; nothing where the likelihood has no top. Customers stand in up to 200 groups.
 */
export function curveOf(groups: readonly Group[], deciles: readonly number[]): FoundLever["curve"] {
  if (groups.length < 3) return [];
  const knots = [deciles[0]!, deciles[4]!, deciles[8]!];
  const [low, middle, high] = knots as [number, number, number];
  const hasKnots = low < middle && middle < high;
  const scale = high - low || Math.abs(high) || 1;
  const basis = (value: number) =>
    hasKnots
      ? splineBasis(
          (value - low) / scale,
          knots.map((knot) => (knot - low) / scale),
        )
      : [(value - low) / scale];
  const fit = logistic(
    groups.map(({ least, most, stayed, customers }) => ({
      values: [1, ...basis(least / 2 + most / 2)],
      x: stayed,
      n: customers,
    })),
  );
  if (!fit.ok) return [];
  const places = placesOf(groups);
  return fit.fitted.map((share, i) => ({ at: places[i]!, share }));
}

/** Where the middle of each group stands among the customers from the least to the most, 0 to 1. */
export function placesOf(groups: readonly { readonly customers: number }[]): number[] {
  const all = groups.reduce((sum, { customers }) => sum + customers, 0);
  let before = 0;
  return groups.map(({ customers }) => {
    before += customers;
    return (before - customers / 2) / all;
  });
}
