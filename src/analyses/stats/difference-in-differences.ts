import type { Counted } from "./newcombe";
import { normalCdf } from "./normal-cdf";
import { wilson } from "./wilson";

export interface BeforeAfter {
  readonly before: Counted;
  readonly after: Counted;
}

export type DifferenceInDifferences =
  | {
      readonly ok: true;
      /** Change of the treated less change of the others, in shares. */
      readonly estimate: number;
      readonly interval: readonly [number, number];
      readonly changes: { readonly treated: number; readonly control: number };
      /** Unpooled; null where no share varies. */
      readonly standardError: number | null;
      readonly p: number | null;
    }
  | { readonly ok: false; readonly why: "no-base" | "bad-count" };

/**
 * Difference in differences of four shares of disjoint sets of customers (cohorts that began before and after, treated and
 * not): what the treated changed beyond the others, if without the action both had changed alike. Interval from the four
 * Wilson intervals, as Newcombe's for one difference: Zou & Donner (2008), Stat. Med. 27, 1693–1702.
 * Not for the same customers twice, nor for users within accounts.
 */
export function differenceInDifferences(
  treated: BeforeAfter,
  control: BeforeAfter,
  confidence = 0.95,
): DifferenceInDifferences {
  // Signs: after − before of the treated, less the same of the others.
  const parts = [
    { sign: 1, ...treated.after },
    { sign: -1, ...treated.before },
    { sign: -1, ...control.after },
    { sign: 1, ...control.before },
  ];
  if (parts.some(({ x, n }) => !(Number.isInteger(x) && Number.isInteger(n) && x >= 0 && x <= n)))
    return { ok: false, why: "bad-count" };
  if (parts.some(({ n }) => n === 0)) return { ok: false, why: "no-base" };
  let [estimate, below, above, variance] = [0, 0, 0, 0];
  for (const { sign, x, n } of parts) {
    const share = x / n;
    const [low, high] = wilson(x, n, confidence)!;
    estimate += sign * share;
    below += (sign > 0 ? share - low : high - share) ** 2;
    above += (sign > 0 ? high - share : share - low) ** 2;
    variance += (share * (1 - share)) / n;
  }
  const change = ({ before, after }: BeforeAfter) => after.x / after.n - before.x / before.n;
  return {
    ok: true,
    estimate,
    interval: [estimate - Math.sqrt(below), estimate + Math.sqrt(above)],
    changes: { treated: change(treated), control: change(control) },
    standardError: variance > 0 ? Math.sqrt(variance) : null,
    p: variance > 0 ? 2 * normalCdf(-Math.abs(estimate) / Math.sqrt(variance)) : null,
  };
}
