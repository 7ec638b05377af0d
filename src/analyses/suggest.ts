import type { AnyCard, DataSet } from "./analysis";
import { analyses } from "./list";
import { paramProblems } from "./param-problems";
import { readParams, type ParamSpecs } from "./params";
import { roleProblems, type RoleProblem } from "./role-problems";

/** An analysis, the parameters with which this data can answer it best, and what is missing when it cannot. */
export interface Suggestion {
  readonly analysis: AnyCard;
  /** Parameters that differ from the defaults. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Empty: it can run. */
  readonly missing: readonly RoleProblem[];
}

/** Every analysis, those that can run first. Where only contracts are there, attrition is asked of contracts. */
export function suggest(data: DataSet): readonly Suggestion[] {
  const all = analyses.map((analysis): Suggestion => {
    const guess = analysis.guess?.(data) ?? {};
    const ways = waysOf(analysis.params).map((way) => {
      const params = { ...guess, ...way };
      const { values } = readParams(analysis.params, params);
      const request = { data, params: values };
      const missing = roleProblems(analysis, request);
      // A way that still wants columns chosen by hand is no better than one that wants as many roles.
      return { analysis, params, missing, wanting: missing.length + paramProblems(analysis, request).length };
    });
    const { wanting: _, ...best } = ways.reduce((best, way) => (way.wanting < best.wanting ? way : best));
    return best;
  });
  return [...all].sort((a, b) => Number(a.missing.length > 0) - Number(b.missing.length > 0));
}

/** The default first, then each other `mode`, which may need other columns. */
function waysOf(specs: ParamSpecs): Readonly<Record<string, unknown>>[] {
  const mode = specs.mode;
  if (mode?.type !== "choice") return [{}];
  return [
    {},
    ...mode.options.filter((option) => option !== mode.default).map((option) => ({ mode: option })),
  ];
}
