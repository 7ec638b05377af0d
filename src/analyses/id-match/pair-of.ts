import type { Request } from "../analysis";
import type { RoleName } from "../roles";
import type { Pair, Side } from "./match";

/** The ids of the analysis' own table and of the table beside that a parameter chose; none where nothing was chosen. */
export function pairOf(
  { data, beside }: Pick<Request, "data" | "beside">,
  param: string,
  matters: readonly Side[],
  {
    own = "customer",
    other = "customer",
    isExtra = false,
  }: { readonly own?: RoleName; readonly other?: RoleName; readonly isExtra?: boolean } = {},
): readonly Pair[] {
  const table = beside?.[param];
  // A table that stands beside itself matches; asking would only cost time.
  if (!table || (table.table === data.table && table.roles[other] === data.roles[own])) return [];
  return [{ param, own: { data, role: own }, beside: { data: table, role: other }, matters, isExtra }];
}
