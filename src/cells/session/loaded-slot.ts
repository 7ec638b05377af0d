import type { ActivityRule, RoleMapping } from "../../analyses";
import type { ImportedTable } from "../../engine";
import { canonicalJson, type DataSlot } from "../model";
import { throughRenames } from "./import-roles";

/** What the notebook says of a table from now on: of its file as it was read, and of its columns what they mean. */
export function slotFor(
  loaded: ImportedTable,
  before: DataSlot | undefined,
  guessed: boolean,
  { roles, rule, sha256 }: { roles: RoleMapping; rule: ActivityRule; sha256?: string },
  earlier: DataSlot | undefined,
  seems: RoleMapping,
): DataSlot {
  const kept = before && throughRenames(before, loaded, earlier, seems);
  return {
    table: loaded.name,
    fileName: loaded.file.name,
    bytes: loaded.file.bytes,
    rowCount: loaded.rowCount,
    columns: loaded.columns,
    // What the notebook says about its columns counts, also what it leaves open.
    roles: kept && !guessed ? kept.roles : roles,
    rule: kept && !guessed ? kept.rule : rule,
    endIsLastPaidDay: before?.endIsLastPaidDay ?? true,
    plan: loaded.plan,
    ...(sha256 ? { sha256 } : {}),
  };
}

/** Whether results of the file before are results of this one: the same bytes, read the same way. */
export function isSameData(slot: DataSlot, before: DataSlot | undefined, isKept: boolean): boolean {
  const isOther = slot.sha256 !== before?.sha256;
  // The copy of a file too large to be hashed; one with another hash is of another day than the notebook that found it.
  if (isKept) return !isOther || slot.sha256 === undefined || before?.sha256 === undefined;
  if (!before || isOther || slot.sha256 === undefined) return false;
  return !before.plan || canonicalJson(slot.plan) === canonicalJson(before.plan);
}
