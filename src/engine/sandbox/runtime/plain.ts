import type { PlainValue } from "../../data/plain-value";
import { limits } from "../limits";
import { RuntimeFault } from "./runtime-fault";

/** What code gets for a value from outside: a Date for a moment, the text for a name. */
export function fromPlain(value: PlainValue): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(fromPlain);
  if ("date" in value) return new Date(value.date);
  return "identifier" in value ? value.identifier : null;
}

/** A value of code for SQL or text. `nameOf` knows the tables that can be named. Throws "not-a-value". */
export function toPlain(value: unknown, nameOf: (table: object) => string | null): PlainValue {
  return plain(value, nameOf, 0, { left: limits.nodes });
}

function plain(
  value: unknown,
  nameOf: (table: object) => string | null,
  depth: number,
  budget: { left: number },
): PlainValue {
  if (--budget.left < 0 || depth > 10) throw new RuntimeFault("not-a-value", "not a value: too large a list");
  if (value === null || value === undefined) return null;
  if (isSimple(value)) return value;
  if (typeof value !== "object") throw new RuntimeFault("not-a-value", `not a value: ${typeof value}`);
  if (value instanceof Date) {
    const date = value.getTime();
    if (Number.isNaN(date)) throw new RuntimeFault("not-a-value", "not a value: Invalid Date");
    return { date, isDay: false };
  }
  if (Array.isArray(value) || value instanceof Set || isNumbers(value))
    return Array.from(value as Iterable<unknown>, (one) => plain(one, nameOf, depth + 1, budget));
  const identifier = nameOf(value) ?? ("identifier" in value ? value.identifier : null);
  if (typeof identifier === "string") return { identifier };
  throw new RuntimeFault("not-a-value", `not a value: ${kindOf(value)}`);
}

function isSimple(value: unknown): value is boolean | number | bigint | string {
  return ["boolean", "number", "bigint", "string"].includes(typeof value);
}

function isNumbers(value: object): value is Iterable<number | bigint> & object {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

function kindOf(value: object): string {
  if (value instanceof Promise) return "a Promise (await it first)";
  const name: unknown = value.constructor?.name;
  return typeof name === "string" && name ? name : "Object";
}
