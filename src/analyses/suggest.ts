import type { AnyCard, DataSet, Request } from "./analysis";
import { canRun } from "./groups";
import { guessLeft } from "./guess-left";
import { analyses } from "./list";
import { paramProblems, type ParamProblem } from "./param-problems";
import { readParams, visibleParams, type ParamSpecs } from "./params";
import { suits } from "./role-columns";
import { roleProblems, type RoleProblem } from "./role-problems";
import type { RoleName } from "./roles";

/** An analysis, the parameters with which this data can answer it best, and what is missing when it cannot. */
export interface Suggestion {
  readonly analysis: AnyCard;
  /** Parameters that differ from the defaults. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly missing: readonly RoleProblem[];
  /** A table that it needs beside, and none of the others is: by parameter, with the roles that it must have. */
  readonly beside: readonly { readonly param: string; readonly roles: readonly RoleName[] }[];
  /** What nobody can guess: chosen by the person in its sentence. */
  readonly open: readonly ParamProblem[];
}

/**
 * Every analysis, those that can run first. Where only contracts are there, attrition is asked of contracts; a table that
 * must stand beside is the first of `others` whose columns have the meaning.
 */
export function suggest(data: DataSet, others: readonly DataSet[] = []): readonly Suggestion[] {
  const all = analyses.map((analysis): Suggestion => {
    const guess = analysis.guess?.(data) ?? {};
    const ways = waysOf(analysis.params).map((way) =>
      suggestion(analysis, { ...guess, ...way }, data, others),
    );
    return ways.reduce((best, way) => (wanting(way) < wanting(best) ? way : best));
  });
  return [...all].sort((a, b) => Number(!canRun(a)) - Number(!canRun(b)));
}

function suggestion(
  analysis: AnyCard,
  given: Readonly<Record<string, unknown>>,
  data: DataSet,
  others: readonly DataSet[],
): Suggestion {
  const found = tablesBeside(analysis, given, data, others);
  const tables = Object.fromEntries(found.map(([param, other]) => [param, other.table]));
  const params = withLeft(analysis, { ...given, ...tables }, data);
  const { values } = readParams(analysis.params, params);
  const request: Request = { data, params: values, beside: Object.fromEntries(found) };
  const problems = paramProblems(analysis, request);
  const isTable = ({ param }: ParamProblem) => analysis.params[param]?.type === "table";
  return {
    analysis,
    params,
    missing: roleProblems(analysis, request),
    beside: problems
      .filter(isTable)
      .map(({ param }) => ({ param, roles: analysis.needsBeside?.(values)[param] ?? [] })),
    open: problems.filter((one) => !isTable(one)),
  };
}

/** Which status means that a customer left, where it is asked for and the data say so by themselves. */
function withLeft(
  analysis: AnyCard,
  given: Readonly<Record<string, unknown>>,
  data: DataSet,
): Readonly<Record<string, unknown>> {
  const asked = Object.entries(analysis.params).find(
    ([, spec]) =>
      spec.type === "text" && spec.valuesOf && "role" in spec.valuesOf && spec.valuesOf.role === "status",
  )?.[0];
  if (asked === undefined || given[asked] !== undefined) return given;
  const { values } = readParams(analysis.params, given);
  const left = visibleParams(analysis.params, values).includes(asked) ? guessLeft(data) : null;
  return left === null ? given : { ...given, [asked]: left };
}

/** For each table that is required now and not chosen, the first other one that can be it. */
function tablesBeside(
  analysis: AnyCard,
  given: Readonly<Record<string, unknown>>,
  data: DataSet,
  others: readonly DataSet[],
): readonly (readonly [string, DataSet])[] {
  const { values } = readParams(analysis.params, given);
  const chosen: Readonly<Record<string, unknown>> = values;
  return visibleParams(analysis.params, values).flatMap((param) => {
    const spec = analysis.params[param]!;
    if (spec.type !== "table" || !spec.required || chosen[param] !== null) return [];
    const roles = analysis.needsBeside?.(values)[param] ?? [];
    const fitting = others.find((other) => other.table !== data.table && hasRoles(other, roles));
    return fitting ? [[param, fitting] as const] : [];
  });
}

function hasRoles({ roles, columns }: DataSet, wanted: readonly RoleName[]): boolean {
  return wanted.every((role) => {
    const column = columns.find(({ name }) => name === roles[role]);
    return column !== undefined && suits(role, column.kind);
  });
}

/** A way that still wants columns chosen by hand is no better than one that wants as many roles. */
function wanting({ missing, beside, open }: Suggestion): number {
  return missing.length + beside.length + open.length;
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
