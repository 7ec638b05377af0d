import { auc } from "../stats/auc";
import type { CrossValidation, Held } from "../stats/folds-validation";
import { calibration, type CalibrationOf } from "../stats/logistic-calibration";
import { likelihoodOf } from "./likelihood";
import { newcombe } from "../stats/newcombe";
import { trend } from "../stats/trend";
import type { Band } from "./bands";
import type { Stability } from "./stability";

/** The twelve questions a score has to answer before anybody believes it, in this order. Spec C17. */
export const checks = [
  "signs",
  "monotone",
  "discriminates",
  "calibrated",
  "optimism",
  "stable",
  "later",
  "within",
  "adds",
  "movable",
  "leak",
  "coverage",
] as const;
export type CheckName = (typeof checks)[number];

export interface Check {
  readonly check: CheckName;
  readonly state: "pass" | "fail" | "cannot-tell";
  /** What the check looks at; null where it cannot be told. */
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  /** A second number, where there is one. */
  readonly other: number | null;
  /** Levers, by place, that the answer hangs on. */
  readonly levers: readonly number[];
  /** The segment that it hangs on: which control, and how queries write the segment. */
  readonly segment: { readonly control: number; readonly segment: string } | null;
}

/** Bounds of the checks. */
export const bounds = {
  trend: 0.05,
  chance: 0.5,
  slope: [0.8, 1.2],
  optimism: 0.03,
  variation: 0.5,
  firstAgain: 0.7,
  adds: 0.05,
  on: 0.8,
  leak: 0.95,
  coverage: 0.95,
} as const;

/** Fewer of an outcome in a part of the customers: that part says nothing by itself. */
export const fewestInPart = 5;

function made(check: CheckName, passes: boolean | null, more: Partial<Check> = {}): Check {
  return {
    check,
    state: passes === null ? "cannot-tell" : passes ? "pass" : "fail",
    value: null,
    interval: null,
    other: null,
    levers: [],
    segment: null,
    ...more,
  };
}

/** No lever that counts against staying. */
export function signs(against: readonly number[]): Check {
  return made("signs", against.length === 0, { value: against.length, levers: against });
}

/** Staying rises with the score, and no band lies below the one before it beyond Newcombe's interval. */
export function monotone(bands: readonly Band[]): Check {
  const told = trend(
    bands,
    bands.map(({ score }) => score),
  );
  if (!told) return made("monotone", null);
  const inversions = bands.slice(1).filter((band, i) => (newcombe(band, bands[i]!)?.interval[1] ?? 0) < 0);
  return made("monotone", told.z > 0 && told.p < bounds.trend && inversions.length === 0, {
    value: inversions.length,
    other: told.p,
  });
}

/** Tells apart customers whom the weights have not seen. */
export function discriminates(validated: CrossValidation | null): Check {
  if (!validated?.auc.interval) return made("discriminates", null, { value: validated?.auc.auc ?? null });
  const { auc: value, interval } = validated.auc;
  return made("discriminates", interval[0] > bounds.chance, { value, interval });
}

export function calibrationOfHeld(held: readonly Held[]): Extract<CalibrationOf, { ok: true }> | null {
  const told = calibration(held.map(({ probability: p, x, n }) => ({ p, x, n })));
  return told.ok ? told : null;
}

/** Chances of customers not seen are as far apart as they should be, and right in the mean. */
export function calibrated(told: ReturnType<typeof calibrationOfHeld>): Check {
  if (!told?.slope) return made("calibrated", null);
  const { slope, inTheLarge } = told;
  const [low, high] = inTheLarge.interval;
  return made(
    "calibrated",
    slope.value >= bounds.slope[0] && slope.value <= bounds.slope[1] && low <= 0 && high >= 0,
    { value: slope.value, interval: slope.interval, other: inTheLarge.value },
  );
}

export function optimism(apparent: number | null, validated: number | null): Check {
  if (apparent === null || validated === null) return made("optimism", null);
  return made("optimism", apparent - validated < bounds.optimism, { value: apparent - validated });
}

/** `stability` null: weights that do not hang on the data. */
export function stable(stability: Stability | null, replicates: number): Check {
  if (!stability) return made("stable", true, { value: 0 });
  const { variation, firstAgain, failed } = stability;
  if (variation === null || firstAgain === null || failed > replicates / 10) return made("stable", null);
  return made("stable", variation < bounds.variation && firstAgain >= bounds.firstAgain, {
    value: variation,
    other: firstAgain,
  });
}

/** Of customers who began later, by weights that have not seen them. */
export function later(area: { auc: number; interval: readonly [number, number] | null } | null): Check {
  if (!area?.interval) return made("later", null, { value: area?.auc ?? null });
  return made("later", area.interval[0] > bounds.chance, { value: area.auc, interval: area.interval });
}

/** Scores of the customers of one segment of a control. */
export interface Part {
  readonly control: number;
  readonly segment: string;
  readonly scores: readonly {
    readonly score: number;
    readonly positives: number;
    readonly negatives: number;
  }[];
}

/** Nowhere turned round, and in the mean over pairs within segments still in the right order. */
export function within(parts: readonly Part[]): Check {
  const rated = parts.flatMap((part) => {
    const positives = part.scores.reduce((sum, one) => sum + one.positives, 0);
    const negatives = part.scores.reduce((sum, one) => sum + one.negatives, 0);
    const area = Math.min(positives, negatives) < fewestInPart ? null : auc(part.scores);
    return area ? [{ ...part, area, pairs: positives * negatives }] : [];
  });
  if (rated.length === 0) return made("within", null);
  const isTurned = rated.some(({ area }) => area.interval !== null && area.interval[1] < bounds.chance);
  const controls = [...new Set(rated.map(({ control }) => control))];
  const isRight = controls.every((control) => {
    const own = rated.filter((one) => one.control === control);
    const pairs = own.reduce((sum, one) => sum + one.pairs, 0);
    return own.reduce((sum, one) => sum + (one.pairs / pairs) * one.area.auc, 0) > bounds.chance;
  });
  const [lowest] = [...rated].sort((a, b) => a.area.auc - b.area.auc);
  return made("within", !isTurned && isRight, {
    value: lowest!.area.auc,
    interval: lowest!.area.interval,
    segment: { control: lowest!.control, segment: lowest!.segment },
  });
}

/**
 * The score says more than what customers bring along: likelihood ratio of a model of the controls with and without the held
 * out chance, so that the weights have not seen whom they are judged by. `controls`: columns of the values.
 */
export function adds(held: readonly Held[], controls: readonly number[]): Check {
  if (controls.length === 0 || held.length === 0) return made("adds", null);
  const p = likelihoodOf(held, controls);
  return made("adds", p === null ? null : p.p < bounds.adds && p.slope > 0, { value: p?.p ?? null });
}

/** No lever that counts is on for nearly everybody: there would be nobody left to move. */
export function movable(on: readonly (number | null)[], weights: readonly number[]): Check {
  const counted = on.flatMap((share, lever) =>
    weights[lever]! > 0 && share !== null ? [{ share, lever }] : [],
  );
  if (counted.length === 0) return made("movable", null);
  const most = Math.max(...counted.map(({ share }) => share));
  return made("movable", most <= bounds.on, {
    value: most,
    levers: counted.filter(({ share }) => share > bounds.on).map(({ lever }) => lever),
  });
}

/** No lever tells almost exactly who left, and it is known that behaviours came before the outcome. */
export function leak(
  separates: readonly (number | null)[],
  weights: readonly number[],
  knowsWindows: boolean,
): Check {
  const counted = separates.flatMap((area, lever) =>
    weights[lever]! > 0 && area !== null ? [{ area: Math.max(area, 1 - area), lever }] : [],
  );
  if (counted.length === 0) return made("leak", null);
  const most = Math.max(...counted.map(({ area }) => area));
  const leaking = counted.filter(({ area }) => area > bounds.leak).map(({ lever }) => lever);
  return made("leak", leaking.length ? false : knowsWindows ? true : null, { value: most, levers: leaking });
}

export function coverage(known: number, all: number): Check {
  return all > 0
    ? made("coverage", known / all >= bounds.coverage, { value: known / all })
    : made("coverage", null);
}
