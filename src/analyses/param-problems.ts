import type { Analysis, DataSet, Request } from "./analysis";
import { leverOf } from "./levers/lever";
import { visibleParams, type ParamSpec, type ParamSpecs } from "./params";

/** Why a parameter cannot be used: nothing chosen (no column), its column or table is not there (no type), or a type that does not fit. */
export interface ParamProblem {
  readonly param: string;
  readonly column: string | null;
  readonly type: string | null;
}

/** What is wrong with the tables and columns that the parameters in play name; nothing when it can run. */
export function paramProblems<P extends ParamSpecs>(
  analysis: Pick<Analysis<P>, "params" | "needsBeside">,
  request: Request<P>,
): readonly ParamProblem[] {
  const params: Readonly<Record<string, unknown>> = request.params;
  return visibleParams(analysis.params, params).flatMap((param): ParamProblem[] => {
    const spec = analysis.params[param]!;
    const value = params[param];
    switch (spec.type) {
      case "column":
        return value === null
          ? unset(param, spec)
          : problemsOf(param, spec, [String(value)], dataOf(spec, request));
      case "columns": {
        const names = Array.isArray(value) ? value.map(String) : [];
        return names.length ? problemsOf(param, spec, names, dataOf(spec, request)) : unset(param, spec);
      }
      case "levers": {
        const names = Array.isArray(value) ? value.map((one) => leverOf(String(one)).behaviour) : [];
        if (!names.length) return unset(param, spec);
        return spec.of(params) === "columns" ? problemsOf(param, spec, names, request.data) : [];
      }
      case "table":
        if (value === null) return unset(param, spec);
        return request.beside?.[param]
          ? rolesBeside(param, analysis, request)
          : [{ param, column: String(value), type: null }];
      case "choice":
      case "number":
      case "date":
      case "switch":
      case "rule":
      case "numbers":
      case "text":
        return [];
    }
  });
}

function unset(param: string, spec: { readonly required?: true }): ParamProblem[] {
  return spec.required ? [{ param, column: null, type: null }] : [];
}

type ColumnSpec = Extract<ParamSpec, { type: "column" | "columns" }>;
type Kinds = Pick<ColumnSpec, "kinds">;

function problemsOf(
  param: string,
  spec: Kinds,
  names: readonly string[],
  data: DataSet | null,
): ParamProblem[] {
  return names.flatMap((name): ParamProblem[] => {
    const column = data?.columns.find((one) => one.name === name);
    if (!column) return [{ param, column: name, type: null }];
    return suitsSpec(spec, column.kind) ? [] : [{ param, column: name, type: column.type }];
  });
}

/** The table whose columns a parameter chooses from; null while that table is not chosen. */
export function dataOf(spec: ColumnSpec, request: Pick<Request, "data" | "beside">): DataSet | null {
  return spec.of === undefined ? request.data : (request.beside?.[spec.of] ?? null);
}

export function suitsSpec(spec: Kinds, kind: string): boolean {
  return spec.kinds ? spec.kinds.includes(kind) : !nested.includes(kind);
}

const nested = ["list", "struct", "map", "binary", "interval"];

/** A role that the table beside lacks is told as `table.role`: the table itself is the wrong one. */
function rolesBeside<P extends ParamSpecs>(
  param: string,
  { needsBeside }: Pick<Analysis<P>, "needsBeside">,
  request: Request<P>,
): ParamProblem[] {
  const data = request.beside![param]!;
  const roles = needsBeside?.(request.params)[param] ?? [];
  return roles.flatMap((role): ParamProblem[] => {
    const column = data.roles[role];
    return column !== undefined && data.columns.some(({ name }) => name === column)
      ? []
      : [{ param, column: `${data.table}.${role}`, type: null }];
  });
}
