import type { ActivityRule, RoleMapping } from "../../analyses";
import type { ImportedTable, ImportPlan } from "../../engine";
import type { DataSlot } from "../model";

/**
 * What the notebook says of columns, after the file was read anew: a column that has another name now, but is the same one of
 * the file, keeps its meaning; one that is gone has none.
 */
export function throughRenames(
  before: DataSlot,
  loaded: Pick<ImportedTable, "columns" | "plan">,
  /** Of the file before: a column that was gone may have come back under its old name. */
  earlier?: DataSlot,
): { readonly roles: RoleMapping; readonly rule: ActivityRule } {
  const present = new Set(loaded.columns.map(({ name }) => name));
  const nameNow = (column: string): string | null => {
    const renamed = before.plan && renamedTo(column, before.plan, loaded.plan);
    const name = renamed ?? column;
    return present.has(name) ? name : null;
  };
  const roles = Object.entries(before.roles).flatMap(([role, column]) => {
    const name = nameNow(column);
    return name === null ? [] : [[role, name] as const];
  });
  const conditions = before.rule.conditions.map((condition) => ({
    ...condition,
    column: nameNow(condition.column) ?? condition.column,
  }));
  const returned = Object.entries(earlier?.roles ?? {}).filter(([, column]) => present.has(column));
  return { roles: Object.fromEntries([...returned, ...roles]), rule: { ...before.rule, conditions } };
}

/** By the column's header in the file; several may be alike, and then their order tells. */
function renamedTo(column: string, from: ImportPlan, to: ImportPlan): string | null {
  const at = from.columns.findIndex(({ name }) => name === column);
  if (at < 0) return null;
  const { header } = from.columns[at]!;
  const nth = from.columns.slice(0, at).filter((one) => one.header === header).length;
  return to.columns.filter((one) => one.header === header)[nth]?.name ?? null;
}
