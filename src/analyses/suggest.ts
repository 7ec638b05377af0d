import type { AnyAnalysis, DataSet } from "./analysis";
import { analyses } from "./list";
import { readParams, type ParamSpecs } from "./params";
import { roleProblems, type RoleProblem } from "./role-problems";

/** An analysis, the parameters with which this data can answer it best, and what is missing when it cannot. */
export interface Suggestion {
  readonly analysis: AnyAnalysis;
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
      return { analysis, params, missing: roleProblems(analysis, { data, params: values }) };
    });
    return ways.reduce((best, way) => (way.missing.length < best.missing.length ? way : best));
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
