import type { CoxRow } from "./cox-sums";

/** A customer, from the own beginning at time 0 to the end of observation. */
export interface Exposed {
  /** Since when the behaviour is there; null: never seen. At or below 0: from the beginning. */
  readonly exposure: number | null;
  readonly end: number;
  /** Left at `end`; else still here then. */
  readonly left: boolean;
  /** Controls, known at the beginning. */
  readonly values?: readonly number[];
}

export interface ExposureRows {
  /**
   * Who ever had the behaviour against who never had: wrong, as only those who stayed long enough could have it. To be shown
   * beside the others alone.
   */
  readonly naive: readonly CoxRow[];
  /** Each customer counts as without the behaviour until it begins, and with it afterwards. */
  readonly timeDependent: readonly CoxRow[];
  /** Those still here after the landmark, by whether they had the behaviour by then; time counts from the landmark. */
  readonly landmark: readonly CoxRow[];
  /** Customers of `landmark` with the behaviour, and without. */
  readonly landmarkExposed: number;
  readonly landmarkOthers: number;
  /** Customers whose behaviour begins after their end: taken as never seen, and to be looked at. */
  readonly afterEnd: number;
}

/**
 * The three ways to ask whether a behaviour goes with staying, as rows for `cox`; the first value is the behaviour (1 or 0),
 * the controls follow. A behaviour that begins at the very time of the end is too late to have had a part in it. Whoever ends at
 * the landmark itself is not here after it.
 * Immortal time: Suissa (2008), Amer. J. Epidemiol. 167, 492–499; landmark: Anderson, Cain & Gelber (1983), J. Clin. Oncol.
 * 1, 710–719; time-dependent: Crowley & Hu (1977), J. Amer. Statist. Assoc. 72, 27–36.
 */
export function exposureRows(customers: readonly Exposed[], landmark: number): ExposureRows {
  if (!(landmark >= 0)) throw new RangeError(`no landmark: ${landmark}`);
  const naive: CoxRow[] = [];
  const timeDependent: CoxRow[] = [];
  const atLandmark: CoxRow[] = [];
  let afterEnd = 0;
  let landmarkExposed = 0;
  for (const { exposure, end, left, values = [] } of customers) {
    if (!(end >= 0 && end < Infinity)) throw new RangeError(`no end: ${end}`);
    if (exposure !== null && Number.isNaN(exposure)) throw new RangeError(`no time: ${exposure}`);
    const isSeen = exposure !== null && exposure <= end;
    if (exposure !== null && !isSeen) afterEnd++;
    const outcome = { events: left ? 1 : 0, censored: left ? 0 : 1 };
    naive.push({ time: end, ...outcome, values: [isSeen ? 1 : 0, ...values] });
    if (!isSeen || exposure >= end) timeDependent.push({ time: end, ...outcome, values: [0, ...values] });
    else if (exposure <= 0) timeDependent.push({ time: end, ...outcome, values: [1, ...values] });
    else {
      timeDependent.push({ time: exposure, events: 0, censored: 1, values: [0, ...values] });
      timeDependent.push({ entry: exposure, time: end, ...outcome, values: [1, ...values] });
    }
    if (end > landmark) {
      const isExposed = isSeen && exposure <= landmark;
      if (isExposed) landmarkExposed++;
      atLandmark.push({ time: end - landmark, ...outcome, values: [isExposed ? 1 : 0, ...values] });
    }
  }
  return {
    naive,
    timeDependent,
    landmark: atLandmark,
    landmarkExposed,
    landmarkOthers: atLandmark.length - landmarkExposed,
    afterEnd,
  };
}
