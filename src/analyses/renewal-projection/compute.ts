import type { Answers } from "../analysis";
import { countAt, dayAt } from "../answer";
import { rowCounts } from "../row-counts";
import { shareOf, type Share } from "../share";
import { homogeneity } from "../stats/homogeneity";
import { sbg, type Sbg } from "../stats/sbg";
import { sbgLifetime, sbgProjection } from "../stats/sbg-projection";
import { wilson } from "../stats/wilson";
import { curvesOfLives, curvesOfTable, renewalsOf, type Curve } from "./curves";
import type { RenewalProjectionRequest } from "./lives";
import type { RenewalProjectionParams } from "./params";
import type { RenewalProjectionResult } from "./result";

/** Null when the table has no contract that could be used. */
export function readAsOf({ known }: Answers): string | null {
  return known && known.rowCount > 0 ? dayAt(known, 0, "as_of") : null;
}

export function computeRenewalProjection(
  answers: Answers,
  { params }: RenewalProjectionRequest,
): RenewalProjectionResult {
  const read = answers.survivors
    ? curvesOfTable(answers.survivors, params.atStart)
    : { curves: answers.lives ? curvesOfLives(answers.lives) : [], faults: [] };
  return {
    ...projected(read.curves, params),
    rows: params.mode === "contracts" ? rowCounts(answers) : null,
    asOf: readAsOf(answers),
    offTerm: answers.terms
      ? shareOf(countAt(answers.terms, 0, "off_term"), countAt(answers.terms, 0, "contracts"))
      : null,
    faults: read.faults.map((fault) => ({ ...fault })),
  };
}

/** All that follows from the curves. */
export function projected(
  curves: readonly Curve[],
  params: RenewalProjectionParams,
): Omit<RenewalProjectionResult, "rows" | "asOf" | "offTerm" | "faults"> {
  // When all have left nobody comes to a renewal any more.
  const seen = renewalsOf(curves).filter(({ atRisk }) => atRisk > 0);
  const fitTo = Math.min(params.fitTo ?? seen.length, seen.length);
  // Two renewals where everybody left at the first: the reason is told, not that there was one only.
  const fit = sbg(curves.map(({ survivors }) => survivors.slice(0, Math.max(fitTo, 2) + 1)));
  let survival = 1;
  const renewals = seen.map(({ atRisk, renewed }, i) => {
    survival *= renewed / atRisk;
    return {
      renewal: i + 1,
      share: shareOfNumbers(renewed, atRisk),
      survival,
      isFitted: i < fitTo,
    };
  });
  const points = fit.ok ? sbgProjection(fit, seen.length + params.ahead) : [];
  return {
    mode: params.mode,
    customers: sum(curves.map(({ survivors }) => survivors[0]!)),
    followed: sum(curves.map(({ survivors }) => (survivors.length > 1 ? survivors[0]! : 0))),
    lost: sum(seen.map(({ atRisk, renewed }) => atRisk - renewed)),
    renewals,
    fit: fitTold(fit, seen.slice(0, fitTo)),
    points: points.map(({ t, survival: share, interval, retention }) => ({
      renewal: t,
      survival: share,
      interval: interval && [interval[0], interval[1]],
      retention,
    })),
    lifetimes: fit.ok ? lifetimesOf(fit, seen.length, params.discount) : [],
    held: heldOf(renewals, points, fitTo),
    cohorts: cohortsOf(curves),
    alike: alikeOf(curves),
  };
}

function fitTold(
  fit: Sbg,
  seen: readonly { atRisk: number; renewed: number }[],
): RenewalProjectionResult["fit"] {
  if (fit.ok) {
    const { alpha, beta, standardErrors, covariance, logLikelihood, renewals } = fit;
    return {
      ok: true,
      alpha,
      beta,
      standardErrors: { ...standardErrors },
      covariance: covariance.map((row) => [...row]),
      logLikelihood,
      renewals,
    };
  }
  const atRisk = sum(seen.map((one) => one.atRisk));
  const renewed = sum(seen.map((one) => one.renewed));
  return { ok: false, why: fit.why, retention: atRisk > 0 ? shareOfNumbers(renewed, atRisk) : null };
}

function lifetimesOf(
  fit: Extract<Sbg, { readonly ok: true }>,
  renewals: number,
  discount: number,
): RenewalProjectionResult["lifetimes"] {
  return Array.from({ length: renewals + 1 }, (_, survived) => {
    const life = sbgLifetime(fit, { survived, discount });
    return life
      ? [
          {
            renewal: survived,
            terms: life.periods,
            interval: [life.interval[0], life.interval[1]] as [number, number],
          },
        ]
      : [];
  }).flat();
}

/** Fader & Hardie (2007): the mean of |expected − seen|/seen over the renewals held out. */
function heldOf(
  renewals: RenewalProjectionResult["renewals"],
  points: readonly { readonly survival: number }[],
  fitTo: number,
): RenewalProjectionResult["held"] {
  const out = renewals.slice(fitTo).filter(({ survival }) => survival > 0);
  if (out.length === 0 || points.length === 0) return null;
  const errors = out.map(({ renewal, survival }) => Math.abs(points[renewal]!.survival / survival - 1));
  return { renewals: out.length, error: sum(errors) / errors.length };
}

function cohortsOf(curves: readonly Curve[]): RenewalProjectionResult["cohorts"] {
  return byCohort(curves).map(([cohort, own]) => {
    const [first] = renewalsOf(own);
    const last = Math.max(...own.map(({ survivors }) => survivors.length - 1));
    return {
      cohort,
      customers: sum(own.map(({ survivors }) => survivors[0]!)),
      first: shareOfNumbers(first?.renewed ?? 0, first?.atRisk ?? 0),
      last,
      there: sum(own.map(({ survivors }) => survivors[survivors.length - 1]!)),
    };
  });
}

function alikeOf(curves: readonly Curve[]): RenewalProjectionResult["alike"] {
  const firsts = byCohort(curves).flatMap(([, own]) => {
    const [first] = renewalsOf(own);
    return first && first.atRisk > 0 ? [{ x: first.renewed, n: first.atRisk }] : [];
  });
  const found = homogeneity(firsts);
  return found && found.smallestExpected >= 5 ? { p: found.p, df: found.df } : null;
}

function byCohort(curves: readonly Curve[]): [string, Curve[]][] {
  const cohorts = new Map<string, Curve[]>();
  for (const curve of curves) cohorts.set(curve.cohort, [...(cohorts.get(curve.cohort) ?? []), curve]);
  return [...cohorts].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Shares of a scaled cohort are no whole numbers. */
function shareOfNumbers(x: number, n: number): Share {
  const interval = n > 0 ? wilson(Math.min(x, n), n) : null;
  return { x, n, rate: n > 0 ? x / n : null, interval: interval && [interval[0], interval[1]] };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
