import type { Analysis, Request } from "./analysis";
import type { ParamSpecs } from "./params";
import { suits } from "./role-columns";
import type { RoleName } from "./roles";

/** Why a role cannot be used: it is open (no column), its column is not in the table (no type), or has a type that does not fit. */
export interface RoleProblem {
  readonly role: RoleName;
  readonly column: string | null;
  readonly type: string | null;
}

/** What stands between the data and this analysis, worst first; nothing when it can run. */
export function roleProblems<P extends ParamSpecs>(
  analysis: Pick<Analysis<P>, "needs">,
  request: Request<P>,
): readonly RoleProblem[] {
  return analysis.needs(request.params).flatMap((role): RoleProblem[] => {
    const wanted = request.data.roles[role];
    if (wanted === undefined) return [{ role, column: null, type: null }];
    const column = request.data.columns.find((one) => one.name === wanted);
    if (!column) return [{ role, column: wanted, type: null }];
    return suits(role, column.kind) ? [] : [{ role, column: wanted, type: column.type }];
  });
}
