/** How large an experiment the sequence is tightest for: the standard error expected at its planned end. */
export interface Peeking {
  readonly plannedError: number;
  readonly confidence?: number;
}

export interface AlwaysValid {
  /** Holds at every look at once, however often and for whatever reason one looks or stops. */
  readonly interval: readonly [number, number];
  /**
   * Smallest alarm level at which the interval leaves 0 out now; may be compared with a fixed level at every look. The running
   * smallest of the looks is the sequential p.
   */
  readonly p: number;
}

/**
 * Interval for a difference that may be looked at while the data come in: normal mixture boundary
 * √((V + ρ)·ln((V + ρ)/(ρα²))) on the scale of the information V = 1/error². Howard, Ramdas, McAuliffe & Sekhon (2021), Ann.
 * Statist. 49, 1055–1080, with its ρ; as an asymptotic sequence with an estimated error
 * Waudby-Smith et al. (2024), Ann. Statist. 52, 2613–2640. Valid as the arms' means are near normal: not for the first handful
 * of outcomes. Null where the error is not above 0.
 */
export function alwaysValid(difference: number, standardError: number, peeking: Peeking): AlwaysValid | null {
  const { plannedError, confidence = 0.95 } = peeking;
  const isKnown = Number.isFinite(difference) && standardError > 0 && standardError < Infinity;
  if (!(isKnown && plannedError > 0 && plannedError < Infinity && confidence > 0 && confidence < 1))
    return null;
  const alpha = 1 - confidence;
  const information = 1 / standardError ** 2;
  const rho = 1 / plannedError ** 2 / tightest(alpha);
  const ratio = (information + rho) / rho;
  const reach = Math.sqrt((information + rho) * (Math.log(ratio) - 2 * Math.log(alpha))) / information;
  const z = difference / standardError;
  const p = Math.sqrt(ratio) * Math.exp((-z * z * information) / (2 * (information + rho)));
  return { interval: [difference - reach, difference + reach], p: Math.min(1, p) };
}

/** w = V/ρ at which the boundary is lowest: the root of w = ln(1 + w) − 2 ln α, a contraction. */
function tightest(alpha: number): number {
  let [w, before] = [10, 0];
  while (Math.abs(w - before) > 1e-14 * w) [w, before] = [Math.log1p(w) - 2 * Math.log(alpha), w];
  return w;
}
