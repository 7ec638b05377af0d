import type { ColumnProfile } from "../engine";
import type { DataSet } from "./analysis";
import { suits } from "./role-columns";
import type { RoleMapping } from "./roles";

/** Placeholder until profiles are read. */
export function guessRoles(columns: DataSet["columns"], _profiles?: readonly ColumnProfile[]): RoleMapping {
  const customer = columns.find(({ name }) => /customer|user|client/i.test(name));
  const time = columns.find(({ kind }) => suits("time", kind));
  return { ...(customer && { customer: customer.name }), ...(time && { time: time.name }) };
}
