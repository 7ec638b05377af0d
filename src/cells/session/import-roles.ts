import type { ActivityRule, RoleMapping, RoleName } from "../../analyses";
import type { ImportedTable, ImportPlan } from "../../engine";
import type { DataSlot } from "../model";
import { likelyRenames } from "./drift";

/**
 * What the notebook says of columns, after the file was read anew: a column that has another name now, but is the same one of
 * the file, keeps its meaning; one that is gone has none.
 */
export function throughRenames(
  before: DataSlot,
  loaded: Pick<ImportedTable, "columns" | "plan">,
  /** Of the file before: a column that was gone may have come back under its old name. */
  earlier?: DataSlot,
  /** Roles as they look in another file: a column that is gone hands its role to one much like it that seems made for it. */
  guess: RoleMapping = {},
): { readonly roles: RoleMapping; readonly rule: ActivityRule } {
  const present = new Set(loaded.columns.map(({ name }) => name));
  const nameNow = (column: string): string | null => {
    const renamed = before.plan && renamedTo(column, before.plan, loaded.plan);
    const name = renamed ?? column;
    return present.has(name) ? name : null;
  };
  const had = new Set(before.columns.map(({ name }) => name));
  const gone = before.columns.filter(({ name }) => nameNow(name) === null);
  const likely = likelyRenames(
    gone,
    loaded.columns.filter(({ name }) => !had.has(name)),
  );
  const roles = Object.entries(before.roles).flatMap(([role, column]) => {
    const heir = likely.find(({ from }) => from === column)?.to;
    const name = nameNow(column) ?? (heir !== undefined && guess[role as RoleName] === heir ? heir : null);
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
