import { auc, type Auc } from "./auc";
import { chiSquareUpper } from "./chi-square";
import { criterionOf, type CutSide } from "./cut-criterion";
import { phi, type Phi, type TwoByTwo } from "./phi";
import { wilson } from "./wilson";

export interface SharesOf {
  readonly x: number;
  readonly n: number;
  readonly share: number;
  /** Wilson's. */
  readonly interval: readonly [number, number];
}

export interface CutMeasures {
  /** Rows: on the expected side of the threshold, and not; columns: with the outcome, and without. */
  readonly table: TwoByTwo;
  /** Customers whose behaviour was not observed; in nothing else here. */
  readonly unknown: number;
  /** With the outcome, of those on the expected side (positive predictive value). Null of nobody. */
  readonly ppv: SharesOf | null;
  /** Without the outcome, of the others (negative predictive value). */
  readonly npv: SharesOf | null;
  /** On the expected side, of those with the outcome; not on it, of those without. */
  readonly sensitivity: SharesOf | null;
  readonly specificity: SharesOf | null;
  /** Null where one side is empty. */
  readonly phi: Phi | null;
  /** Pearson's, without correction, as of a threshold that nobody searched for; p then holds too. Null with `phi`. */
  readonly chiSquare: { readonly value: number; readonly p: number } | null;
  /** Of the measure as it is, larger on the expected side; null without both outcomes. */
  readonly continuous: Auc | null;
  /** Of the yes/no behaviour. */
  readonly binary: Auc | null;
  /** What drawing a line costs: area under the curve of the measure less that of the yes/no behaviour. */
  readonly loss: number | null;
}

/**
 * What a threshold says on the customers at hand: `values` ≥ `cut` is the expected side, or below it. Values NaN: not
 * observed. Nothing here knows how the threshold was found: after a search, see `cutStability` and `permutationMax`.
 */
export function cutMeasures(
  values: Float64Array,
  outcomes: Uint8Array,
  cut: number,
  side: CutSide = "above",
  confidence = 0.95,
): CutMeasures {
  if (values.length !== outcomes.length) throw new RangeError("columns of different lengths");
  const counts = { a: 0, b: 0, c: 0, d: 0 };
  const sign = side === "above" ? 1 : -1;
  const scores = new Map<number, { positives: number; negatives: number }>();
  let unknown = 0;
  values.forEach((value, i) => {
    if (Number.isNaN(value)) {
      unknown++;
      return;
    }
    const isExpected = value >= cut === (side === "above");
    const isEvent = outcomes[i] === 1;
    counts[isExpected ? (isEvent ? "a" : "b") : isEvent ? "c" : "d"]++;
    const one = scores.get(value) ?? { positives: 0, negatives: 0 };
    if (isEvent) one.positives++;
    else one.negatives++;
    scores.set(value, one);
  });
  const { a, b, c, d } = counts;
  const shareOf = (x: number, n: number): SharesOf | null => {
    const interval = wilson(x, n, confidence);
    return interval && { x, n, share: x / n, interval };
  };
  const continuous = auc(
    [...scores].map(([value, one]) => ({ score: sign * value, ...one })),
    confidence,
  );
  const binary = auc(
    [
      { score: 1, positives: a, negatives: b },
      { score: 0, positives: c, negatives: d },
    ],
    confidence,
  );
  const chiSquare = criterionOf(a, a + b, a + c, a + b + c + d, { type: "chi-square" }, "either");
  return {
    table: counts,
    unknown,
    ppv: shareOf(a, a + b),
    npv: shareOf(d, c + d),
    sensitivity: shareOf(a, a + c),
    specificity: shareOf(d, b + d),
    phi: phi(counts, confidence),
    chiSquare: chiSquare >= 0 ? { value: chiSquare, p: chiSquareUpper(chiSquare, 1) } : null,
    continuous,
    binary,
    loss: continuous && binary && continuous.auc - binary.auc,
  };
}
