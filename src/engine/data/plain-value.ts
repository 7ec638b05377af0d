import { name } from "./sql";

/**
 * What crosses the border between the page and the sandbox as it is. Dates are `{ date: ms, isDay }` so that they survive
 * every way of travelling; code gets a `Date`, SQL a DATE or TIMESTAMP. A name of a column or table is `{ identifier }`:
 * a text for code, a quoted name for SQL.
 */
export type PlainValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | { readonly date: number; readonly isDay: boolean }
  | { readonly identifier: string }
  | readonly PlainValue[];

/**
 * A value of a person's cell as SQL, for `${…}`. A list becomes `a, b, c` for use inside `in (…)`; an empty one `null`,
 * so that `in (…)` finds nothing instead of being no SQL.
 */
export function plainLiteral(value: PlainValue): string {
  if (value === null) return "null";
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === "boolean") return String(value);
  if (typeof value === "bigint") return bracketed(value < 0n, value);
  if (typeof value === "number")
    return Number.isFinite(value)
      ? bracketed(value < 0 || Object.is(value, -0), value)
      : `'${value}'::double`;
  if (isList(value)) return value.length ? value.map(plainLiteral).join(", ") : "null";
  return "identifier" in value ? name(value.identifier).text : momentLiteral(value.date, value.isDay);
}

// `x -${-1}` must not become `x --1`, which is a comment.
function bracketed(isNegative: boolean, value: number | bigint): string {
  return isNegative ? `(${value})` : String(value);
}

function momentLiteral(ms: number, isDay: boolean): string {
  if (!Number.isFinite(ms)) return `'${ms > 0 ? "" : "-"}infinity'::timestamp`;
  const [day, time] = new Date(ms).toISOString().replace("Z", "").split("T");
  return isDay ? `date '${day}'` : `timestamp '${day} ${time}'`;
}

function isList(value: object): value is readonly PlainValue[] {
  return Array.isArray(value);
}
