/** The one type of a column of JavaScript values. */
export type ValueType =
  | { readonly is: "null" | "boolean" | "bigint" | "hugeint" | "double" | "text" | "instant" | "bytes" }
  | { readonly is: "list"; readonly element: ValueType }
  | { readonly is: "struct"; readonly fields: readonly (readonly [name: string, type: ValueType])[] };

export type Values = ArrayLike<unknown>;

/**
 * Whole numbers are BIGINT, with any fraction DOUBLE; bigint BIGINT or, when larger, DECIMAL(38,0); `Date` TIMESTAMP; text,
 * booleans and bytes themselves; arrays LIST, objects STRUCT with the fields of all. Nothing but null and undefined: text.
 * Throws, with `where`, the row and both values, when values are of two types, or of none that SQL has.
 */
export function inferType(values: Values, where: string): ValueType {
  let type: ValueType["is"] = "null";
  let [first, hasFraction, hasBig] = [-1, false, false];
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === null || value === undefined) continue;
    const is = typeOf(value, where, row);
    if (is === "double" && !Number.isSafeInteger(value)) hasFraction = true;
    if (is === "bigint") hasBig = true;
    if (is === type || (isNumber(is) && isNumber(type))) continue;
    if (type !== "null")
      throw new TypeError(
        `${where}: row ${first} has ${said(values[first])}, row ${row} has ${said(value)}; a column holds one type`,
      );
    [type, first] = [is, row];
  }
  if (isNumber(type))
    return { is: hasBig ? wide(values, where, hasFraction) : hasFraction ? "double" : "bigint" };
  if (type === "list") return { is: "list", element: inferType(flat(values), `${where}, inside its lists`) };
  if (type === "struct") return struct(values, where);
  return { is: type };
}

function isNumber(type: ValueType["is"]): boolean {
  return type === "double" || type === "bigint";
}

function typeOf(value: unknown, where: string, row: number): ValueType["is"] {
  switch (typeof value) {
    case "boolean":
      return "boolean";
    case "number":
      return "double";
    case "bigint":
      return "bigint";
    case "string":
      return "text";
    case "object":
      if (value instanceof Date) return "instant";
      if (value instanceof Uint8Array) return "bytes";
      if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) return "list";
      if (!(value instanceof Map) && !(value instanceof Set) && !(value instanceof Promise)) return "struct";
      break;
    case "undefined":
    case "function":
    case "symbol":
      break;
  }
  throw new TypeError(`${where}: row ${row} has ${said(value)}, which no column can hold`);
}

function wide(values: Values, where: string, hasFraction: boolean): "bigint" | "hugeint" {
  if (hasFraction)
    throw new TypeError(
      `${where}: some values are bigint, others have fractions; make all of them numbers: Number(value)`,
    );
  let isHuge = false;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (typeof value !== "bigint") continue;
    if (value >= most || value <= -most)
      throw new RangeError(`${where}: row ${row} has ${said(value)}, more than 38 digits`);
    if (BigInt.asIntN(64, value) !== value) isHuge = true;
  }
  return isHuge ? "hugeint" : "bigint";
}

const most = 10n ** 38n;

function struct(values: Values, where: string): ValueType {
  const names = keysOf(values);
  if (!names.length) throw new TypeError(`${where}: its objects have no fields`);
  return {
    is: "struct",
    fields: names.map((name) => [name, inferType(pick(values, name), `${where}.${name}`)] as const),
  };
}

/** All keys of all objects, in the order in which they first come. */
export function keysOf(rows: Values): string[] {
  const names = new Set<string>();
  for (let row = 0; row < rows.length; row++) {
    const value = rows[row];
    if (typeof value === "object" && value !== null) for (const key of Object.keys(value)) names.add(key);
  }
  return [...names];
}

export function pick(rows: Values, name: string): unknown[] {
  const values: unknown[] = new Array(rows.length);
  for (let row = 0; row < rows.length; row++)
    values[row] = (rows[row] as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return values;
}

export function flat(lists: Values): unknown[] {
  const all: unknown[] = [];
  for (let row = 0; row < lists.length; row++) {
    const list = lists[row] as ArrayLike<unknown> | null | undefined;
    if (list) for (let i = 0; i < list.length; i++) all.push(list[i]);
  }
  return all;
}

/** A value in a few words, for a message. */
export function said(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "string")
    return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
  if (typeof value === "number" || typeof value === "boolean") return `the ${typeof value} ${String(value)}`;
  if (typeof value === "bigint") return `the bigint ${value}n`;
  if (Array.isArray(value)) return "an array";
  if (value instanceof Date) return "a Date";
  return typeof value === "object"
    ? `an object (${Object.prototype.toString.call(value).slice(8, -1)})`
    : `a ${typeof value}`;
}
