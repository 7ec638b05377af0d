import { EngineError, name } from "../engine";
import { AnalysisError } from "./analysis-error";
import type { Request } from "./analysis";
import { suits } from "./role-columns";
import { roleNames } from "./roles";

/**
 * Roles that an analysis can do without are read where they are mapped. If the database cannot make anything of such a column (a
 * day of contracts out of words), it is the role that is to be put right: then that is said. Otherwise the error is what it was.
 */
export function asMisreadRole(error: unknown, { data, beside = {} }: Request, sql: string): unknown {
  if (!(error instanceof EngineError) || error.code !== "sql") return error;
  for (const { table, columns, roles } of [data, ...Object.values(beside)])
    for (const role of roleNames) {
      const column = columns.find((one) => one.name === roles[role]);
      if (!column || suits(role, column.kind) || !sql.includes(name(column.name).text)) continue;
      return new AnalysisError(
        "wrong-type",
        `column that cannot be ${role}: ${column.name} (${column.type})`,
        role,
        { cause: error, values: { roles: role, table, column: column.name, type: column.type } },
      );
    }
  return error;
}
