import { firth, type Firth } from "../stats/firth";
import { flic } from "../stats/flic";
import { logisticRegression, type LogisticRegression } from "../stats/logistic-regression";
import type { NoModel } from "../stats/logistic-model";
import { independentColumns } from "../stats/logistic-rank";
import type { Estimated } from "../stats/marginal-effects";
import { separation, type Separation } from "../stats/separation";
import type { Design, DesignTerm } from "./design";

/** How a model of levers may be asked for: by itself it is of maximum likelihood as long as that can be relied on. */
export type FitChoice = "auto" | "likelihood" | "firth";

/**
 * Why the likelihood is penalised: some columns fix the outcome, so that without it there is no finite estimate; fewer than
 * `fewestEvents` of the rarer outcome for each parameter; or somebody asked for it.
 */
export type FirthReason = "separated" | "few-events" | "not-converged" | "asked";

/** Spec E: Firth by itself below so many of the rarer outcome a parameter. Peduzzi et al. (1996), J. Clin. Epidemiol. 49, 1373–1379. */
export const fewestEvents = 10;

/** Columns of a design that are one thing: a lever, what is not known of one, or all segments of a control. */
export interface TermGroup {
  readonly form: "lever" | "missing" | "control";
  /** Which lever or control. */
  readonly place: number;
  readonly columns: readonly number[];
}

export type LeverFit =
  | {
      readonly ok: true;
      readonly method: "likelihood" | "firth";
      /** null for maximum likelihood. */
      readonly reason: FirthReason | null;
      /** Which columns fix the outcome; null where none do. */
      readonly separation: Separation | null;
      /** Columns that are estimated, the intercept aside. */
      readonly parameters: number;
      /** Of the rarer outcome; null without a parameter. */
      readonly eventsPerParameter: number | null;
      readonly groups: readonly TermGroup[];
      /** Columns in the order of the design's terms; `terms` in the order of `groups`. */
      readonly estimate: LogisticRegression | Firth;
      /** For probabilities: the estimate itself, or of Firth's the one whose mean is what was observed (FLIC). */
      readonly forProbabilities: Estimated & { readonly fitted: readonly number[] };
    }
  | { readonly ok: false; readonly why: NoModel["why"] | "not-converged" };

export interface FitOptions {
  readonly choice?: FitChoice;
  /** false: no profile intervals, in a fraction of the time. */
  readonly profiles?: boolean;
  /** Only the group with this column is tested: `terms` of the estimate has one entry. Absent: all groups. */
  readonly tested?: number;
  readonly onProgress?: (share: number) => void;
}

/**
 * The model of staying that a design asks for: maximum likelihood, or Firth's where the outcome is separated or has too few
 * events. Rows with the same values may stand apart (by fold): they are the same model.
 */
export function fitLevers(
  { terms, patterns }: Pick<Design, "terms" | "patterns">,
  { choice = "auto", profiles = true, tested, onProgress }: FitOptions = {},
): LeverFit {
  const groups = groupsOf(terms);
  const asked = tested === undefined ? groups : groups.filter(({ columns }) => columns.includes(tested));
  const options = { terms: asked.map(({ columns }) => columns), profiles, onProgress };
  const customers = patterns.reduce((sum, { n }) => sum + n, 0);
  const stayed = patterns.reduce((sum, { x }) => sum + x, 0);
  const apart = stayed > 0 && stayed < customers ? separation(patterns) : null;
  const told = (parameters: number) => ({
    separation: apart,
    parameters,
    eventsPerParameter: parameters > 0 ? Math.min(stayed, customers - stayed) / parameters : null,
    groups,
  });
  const isFew = (parameters: number) => Math.min(stayed, customers - stayed) < fewestEvents * parameters;
  let reason: FirthReason | null =
    choice === "firth"
      ? "asked"
      : apart
        ? "separated"
        : choice === "auto" && isFew(independentColumns(patterns).kept.length - 1)
          ? "few-events"
          : null;
  if (reason === null) {
    const estimate = logisticRegression(patterns, options);
    if (estimate.ok)
      return {
        ok: true,
        method: "likelihood",
        reason,
        ...told(estimate.kept.length - 1),
        estimate,
        forProbabilities: estimate,
      };
    if (estimate.why !== "not-converged" && estimate.why !== "separated")
      return { ok: false, why: estimate.why };
    reason = estimate.why;
  }
  const estimate = firth(patterns, options);
  if (!estimate.ok) return { ok: false, why: estimate.why };
  const shown = flic(patterns);
  return {
    ok: true,
    method: "firth",
    reason,
    ...told(estimate.kept.length - 1),
    estimate,
    forProbabilities: shown.ok ? shown : estimate,
  };
}

/** In the order in which they first stand in the design. */
export function groupsOf(terms: readonly DesignTerm[]): TermGroup[] {
  const groups: { form: TermGroup["form"]; place: number; columns: number[] }[] = [];
  terms.forEach((term, column) => {
    if (term.form === "intercept") return;
    const place = term.form === "control" ? term.control : term.lever;
    const last = groups.find((one) => one.form === term.form && one.place === place);
    if (last) last.columns.push(column);
    else groups.push({ form: term.form, place, columns: [column] });
  });
  return groups;
}
