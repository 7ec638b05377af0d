import type { RoleMapping, RoleName } from "../../analyses";
import type { ColumnProfile } from "../../engine";
import type { ColumnDigest } from "../model";

/** Rows below which a value is not written into the notebook: it might be one person's. */
const leastRows = 10;

/** Roles of moments whose first and last are those of the whole file, not of one person. */
const times: readonly RoleName[] = ["time", "start", "end", "paidUntil", "signup", "assigned"];

/** What of a file's contents stays in the notebook for the comparison with the next one. Customers' names never do. */
export function digestOf(profile: readonly ColumnProfile[], roles: RoleMapping): readonly ColumnDigest[] {
  const dated = new Set(times.map((role) => roles[role]));
  const named = new Set([roles.customer, roles.parent, roles.order]);
  return profile.map((column): ColumnDigest => {
    const { name, kind, filled, distinct, smallest, largest } = column;
    // Text has an order of its own, that of letters, also where it has the role of a time.
    const isMoment = kind === "date" || kind === "timestamp";
    const isDated = dated.has(name) && isMoment && smallest !== null && largest !== null;
    return {
      name,
      filled,
      distinct,
      ...(isDated && { from: smallest, to: largest }),
      ...(!named.has(name) && categoriesOf(column)),
    };
  });
}

/** Only where all values are known: of a column with many, what is new cannot be told. */
function categoriesOf({ kind, histogram }: ColumnProfile): Pick<ColumnDigest, "values" | "hasRare"> {
  if (kind !== "text" && kind !== "boolean") return {};
  if (histogram.form !== "top" || histogram.isOfSample || histogram.others > 0) return {};
  const values = histogram.values
    .filter(({ count }) => count >= leastRows)
    .map(({ value, count }) => ({ value, count }));
  return { values, ...(values.length < histogram.values.length && { hasRare: true as const }) };
}
