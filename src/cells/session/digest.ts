import type { RoleMapping, RoleName } from "../../analyses";
import { isMoment, type ColumnProfile } from "../../engine";
import type { ColumnDigest } from "../model";
import type { ValueCount } from "./column-values";

/** Rows below which a value is not written into the notebook: it might be one person's. */
const leastRows = 10;

/** Roles of moments whose first and last are those of the whole file, not of one person. */
const times: readonly RoleName[] = ["time", "start", "end", "paidUntil", "signup", "assigned"];

/** As many values as a profile tells of any column. */
const fewValues = 10;

/** A text of more letters sorts nothing. */
const longestValue = 100;

type AllValues = ReadonlyMap<string, readonly ValueCount[]>;

/** What of a file's contents stays in the notebook for the comparison with the next one. Customers' names never do. */
export function digestOf(
  profile: readonly ColumnProfile[],
  roles: RoleMapping,
  all: AllValues = new Map(),
): readonly ColumnDigest[] {
  const dated = new Set(times.map((role) => roles[role]));
  const named = new Set([roles.customer, roles.parent, roles.order]);
  const customers = profile.find(({ name }) => name === roles.customer)?.distinct ?? 0;
  const weighty = new Set<string>(Object.values(roles));
  return profile.map((column): ColumnDigest => {
    const { name, kind, filled, distinct, smallest, largest } = column;
    // Text has an order of its own, that of letters, also where it has the role of a time.
    const isDated = dated.has(name) && isMoment(kind) && smallest !== null && largest !== null;
    const values = valuesIn(column, all);
    const isSorting = weighty.has(name) || (values !== null && sorts(values, customers));
    return {
      name,
      filled,
      distinct,
      ...(isDated && { from: smallest, to: largest }),
      ...(values && isSorting && !named.has(name) && categoriesOf(values)),
    };
  });
}

/** Null where not all of them are known: then what is new cannot be told. */
function valuesIn({ name, kind, histogram }: ColumnProfile, all: AllValues): readonly ValueCount[] | null {
  if (kind !== "text" && kind !== "boolean") return null;
  const isWhole = histogram.form === "top" && !histogram.isOfSample && histogram.others === 0;
  return isWhole ? histogram.values : (all.get(name) ?? null);
}

/** A column with half as many values as there are customers may be their names or addresses, whatever it is called. */
function sorts(values: readonly ValueCount[], customers: number): boolean {
  if (values.length <= fewValues) return true;
  return values.length * 2 < customers && values.every(({ value }) => value.length <= longestValue);
}

function categoriesOf(values: readonly ValueCount[]): Pick<ColumnDigest, "values" | "hasRare"> {
  const frequent = values.filter(({ count }) => count >= leastRows);
  return {
    values: frequent.map(({ value, count }) => ({ value, count })),
    ...(frequent.length < values.length && { hasRare: true as const }),
  };
}
