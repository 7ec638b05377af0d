import { paramProblems, roleProblems, type AnyCard, type ParamProblem, type Request } from "../../analyses";
import type { CellError } from "./output";

/** Why a request cannot be asked, as a cell shows it; `values.param` is the place in the sentence where it is put right. */
export function requestError(id: string, analysis: AnyCard, request: Request): CellError | null {
  const [role] = roleProblems(analysis, request);
  if (role?.type != null) {
    const values = { roles: role.role, table: request.data.table, column: role.column!, type: role.type };
    return {
      code: "wrong-type",
      message: `column that cannot be ${role.role}: ${values.column} (${role.type})`,
      values,
    };
  }
  if (role)
    return missingRoles(
      roleProblems(analysis, request).map((one) => one.role),
      request.data.table,
    );
  const problems = paramProblems(analysis, request);
  const [first] = problems;
  return first ? paramError(id, analysis, request, first, problems) : null;
}

export function missingRoles(roles: readonly string[], table: string): CellError {
  return {
    code: "missing-role",
    message: `missing role: ${roles.join(", ")}`,
    values: { roles: roles.join(","), table },
  };
}

function paramError(
  id: string,
  analysis: AnyCard,
  request: Request,
  { param, column, type }: ParamProblem,
  problems: readonly ParamProblem[],
): CellError {
  const spec = analysis.params[param]!;
  const place = { analysis: id, param };
  if (column === null) return { code: "missing-param", message: `nothing chosen: ${param}`, values: place };
  if (spec.type === "table") {
    const beside = request.beside?.[param];
    if (!beside)
      return {
        code: "missing-table",
        message: `missing table: ${column}`,
        values: { ...place, name: column },
      };
    // The chosen table is there, but not all that is asked of it has a column.
    const own = problems.filter((one) => one.param === param).map((one) => one.column ?? "");
    const error = missingRoles(
      own.map((one) => one.slice(beside.table.length + 1)),
      beside.table,
    );
    return { ...error, values: { ...error.values, ...place } };
  }
  const of = spec.type === "column" || spec.type === "columns" ? spec.of : undefined;
  const table = of === undefined ? request.data.table : (request.beside?.[of]?.table ?? "");
  const values = { ...place, column, table };
  return type === null
    ? { code: "missing-column", message: `missing column: ${column} (${param})`, values }
    : {
        code: "wrong-type",
        message: `column that cannot be ${param}: ${column} (${type})`,
        values: { ...values, type },
      };
}
