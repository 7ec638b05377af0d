/** The one vocabulary of what a column can mean; mapped once for each data set. */
export const roleNames = [
  "customer",
  "parent",
  "time",
  "event",
  "order",
  "amount",
  "currency",
  "start",
  "end",
  "paidUntil",
  "mrr",
  "status",
  "signup",
  "reason",
  "variant",
  "assigned",
] as const;

export type RoleName = (typeof roleNames)[number];

/** Role -> column name. A role that is not there is open. */
export type RoleMapping = { readonly [role in RoleName]?: string };
