import { fitLevers, type FitChoice, type FitOptions, type TermGroup } from "../levers/fit";
import type { Design } from "../levers/design";
import { auc } from "../stats/auc";
import { benjaminiHochberg } from "../stats/benjamini-hochberg";
import { gvif } from "../stats/gvif";
import { firth } from "../stats/firth";
import type { Pattern } from "../stats/logistic";
import { logisticRegression } from "../stats/logistic-regression";
import { searchedP, searchedWidth, widened } from "../stats/searched-cut";
import { alone, explanation, withoutOther } from "./alone";
import { correlations, spreadOf } from "./collinear";
import { curvature } from "./curvature";
import { effectOf } from "./effect";
import { influential } from "./influential";
import { correlated, limit } from "./limits";
import type { ControlEstimate, LeverEstimate, Model, Pair } from "./result";

export interface ModelInput {
  readonly design: Pick<Design, "terms" | "patterns">;
  /** Of each lever whether it is on or off, and no measure. */
  readonly switches: readonly boolean[];
  readonly choice: FitChoice;
  /** Of each lever the number of thresholds among which its own was looked for; 1: it was not. */
  readonly lines: readonly number[];
  /** The design with columns that repeat others, where those were left out; the same patterns in the same order. */
  readonly whole?: Pick<Design, "terms" | "patterns">;
}

/**
 * The model of staying with everything that is said of a lever: its estimate with all others alike, what it looks like alone,
 * which others tell the same. No column may repeat others; `levers` of the result in the order of the design's.
 */
export function independentModel(
  { design, switches, choice, lines, whole = design }: ModelInput,
  onProgress?: FitOptions["onProgress"],
): Model {
  const fit = fitLevers(design, { choice, onProgress: (share) => onProgress?.(0.5 * share) });
  if (!fit.ok) return { ok: false, why: fit.why };
  const { patterns } = design;
  const { estimate, groups, method } = fit;
  const levers = groups.filter(({ form }) => form === "lever");
  const inflation = gvif(
    estimate,
    groups.map(({ columns }) => columns),
  );
  const crude = levers.map(({ place }) => alone(design, groups, place));
  const own = levers.map((group) => estimate.terms[groups.indexOf(group)]?.p ?? null);
  const p = levers.map(({ place }, i) => searched(own[i]!, place));
  const q = adjusted(p);
  const crudeQ = adjusted(levers.map(({ place }, i) => searched(crude[i]?.p ?? null, place)));
  const pairs = pairsOf();
  const estimates = levers.map((group, i): LeverEstimate => {
    const column = group.columns[0]!;
    const isSwitch = switches[group.place]!;
    const known = knownOf(group.place);
    const fixed = fit.separation?.columns.find((one) => one.column === column) ?? null;
    const first = crude[i] ?? null;
    const width = own[i] === null ? 1 : searchedWidth(own[i]!, lines[group.place]!);
    const coefficient = estimate.coefficients[column]!;
    const interval = estimate.intervals[column];
    const effect = effectOf(known, fit.forProbabilities, {
      column,
      isSwitch,
      ends: fixed ? (interval ?? null) : null,
    });
    onProgress?.(0.5 + (0.4 * (i + 1)) / levers.length);
    return {
      repeats: null,
      auc: aucOf(known, column),
      separated: fixed?.direction ?? null,
      ...spreadOf(known, column),
      coefficient,
      standardError: estimate.standardErrors[column]!,
      interval: interval ? widened(interval, coefficient, width) : null,
      p: p[i]!,
      plain: lines[group.place]! > 1 ? own[i]! : null,
      q: q[i]!,
      effect: effect && { ...effect, interval: widened(effect.interval, effect.points, width) },
      crude: first && { ...first, q: crudeQ[i]! },
      gvif: inflation[groups.indexOf(group)]?.gvif ?? null,
      bent: isSwitch ? null : curvature(design, groups, group),
      explanation: needsExplanation(i)
        ? explanation(design, groups, group, { crude: first!.coefficient, beside: coefficient })
        : null,
    };
  });
  return {
    ok: true,
    method: fit.method,
    reason: fit.reason,
    separation: fit.separation && { kind: fit.separation.kind, customers: fit.separation.customers },
    customers: estimate.customers,
    stayed: estimate.events,
    parameters: fit.parameters,
    eventsPerParameter: fit.eventsPerParameter,
    intercept: estimate.coefficients[0] ?? null,
    fit:
      "mcFadden" in estimate
        ? {
            logLikelihood: estimate.logLikelihood,
            aic: estimate.aic,
            mcFadden: estimate.mcFadden,
            coxSnell: estimate.coxSnell,
            whole: estimate.whole && { ...estimate.whole },
          }
        : null,
    levers: estimates,
    controls: groups.flatMap((group, i): ControlEstimate[] =>
      group.form === "control"
        ? [
            {
              control: group.place,
              test: estimate.terms[i] ? { ...estimate.terms[i] } : null,
              gvif: inflation[i] ? { ...inflation[i] } : null,
              segments: group.columns.map((column) => {
                const term = design.terms[column]!;
                return {
                  segment: term.form === "control" ? term.segment : "",
                  coefficient: estimate.coefficients[column]!,
                  interval: estimate.intervals[column] ? [...estimate.intervals[column]] : null,
                  separated: fit.separation?.columns.find((one) => one.column === column)?.direction ?? null,
                };
              }),
            },
          ]
        : [],
    ),
    pairs,
    influence: influential(design, fit, {
      told: levers.filter((_, i) => q[i] !== null && q[i]! < limit),
      whole,
      searched,
    }),
  };

  /** p of a lever with what its threshold was looked for among. */
  function searched(found: number | null, ...places: number[]): number | null {
    return found && searchedP(found, Math.max(...places.map((place) => lines[place]!)));
  }

  /** Customers of whom the lever is known: what it would be for the others is anybody's guess. */
  function knownOf(place: number) {
    const missing = groups.find((one) => one.form === "missing" && one.place === place)?.columns[0];
    return missing === undefined ? patterns : patterns.filter(({ values }) => values[missing] === 0);
  }

  /** Strong alone, and then nothing, or the other way round. */
  function needsExplanation(i: number): boolean {
    const first = crude[i];
    const coefficient = estimate.coefficients[levers[i]!.columns[0]!];
    if (!first || first.p >= limit || coefficient == null) return false;
    return (q[i] ?? 1) >= limit || Math.sign(coefficient) !== Math.sign(first.coefficient);
  }

  /** Two levers that tell nearly the same, and whether one of them has nothing left beside the other. */
  function pairsOf(): Pair[] {
    const found = correlations(
      patterns,
      levers.map(({ columns }) => columns[0]!),
    );
    return levers.flatMap((a, i) =>
      levers.slice(i + 1).flatMap((b, k): Pair[] => {
        const correlation = found[i]![i + 1 + k] ?? null;
        if (correlation === null || Math.abs(correlation) <= correlated) return [];
        const yields = (one: TermGroup, other: TermGroup) => {
          const at = levers.indexOf(one);
          const [given, only] = [p[at] ?? null, crudeQ[at] ?? null];
          if (given === null || given < limit || only === null || only >= limit) return null;
          const without = searched(withoutOther(design, groups, one, other), one.place);
          return without !== null && without < limit ? without : null;
        };
        return [
          {
            a: a.place,
            b: b.place,
            correlation,
            aWithoutB: yields(a, b),
            bWithoutA: yields(b, a),
            together: together(a, b),
          },
        ];
      }),
    );
  }

  /** What one of them cannot tell alone both may: one test in the place of theirs. */
  function together(a: TermGroup, b: TermGroup): Pair["together"] {
    const columns = [...a.columns, ...b.columns];
    const options = { profiles: false, terms: [columns] };
    const fit = method === "firth" ? firth(patterns, options) : logisticRegression(patterns, options);
    const found = searched(fit.ok ? (fit.terms[0]?.p ?? null) : null, a.place, b.place);
    if (found === null) return null;
    const others = p.flatMap((one, i) => (one !== null && levers[i] !== a && levers[i] !== b ? [one] : []));
    return { p: found, q: benjaminiHochberg([found, ...others])[0]! };
  }
}

/** How well the lever by itself tells who stays: chance that who stays has more of it than who leaves. */
function aucOf(patterns: readonly Pattern[], column: number): number | null {
  const rows = patterns.map(({ values, x, n }) => ({
    score: values[column]!,
    positives: x,
    negatives: n - x,
  }));
  return auc(rows)?.auc ?? null;
}

/** One family of all that has a p. */
function adjusted(p: readonly (number | null)[]): (number | null)[] {
  const known = benjaminiHochberg(p.filter((one) => one !== null));
  let next = 0;
  return p.map((one) => (one === null ? null : known[next++]!));
}
