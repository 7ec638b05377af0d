import type { Inspected } from "../output";
import { type Allowance, deeper, list, object, oneOf, shortText, spend, text, whole } from "./reading";

const plainTypes = [
  "undefined",
  "null",
  "boolean",
  "number",
  "bigint",
  "string",
  "symbol",
  "date",
  "regexp",
  "function",
  "error",
] as const;
const nestedTypes = ["array", "object", "map", "set", "typed-array", "node", "table"] as const;

export function readInspected(raw: unknown, allowance: Allowance, depth = 0): Inspected {
  const given = object(raw, "value");
  spend(1, allowance);
  if (given.entries === undefined) {
    return {
      type: oneOf(given.type, plainTypes, "type of a value"),
      text: text(given.text, "text of a value", allowance),
      ...(given.length === undefined ? {} : { length: whole(given.length, "length") }),
    };
  }
  const next = deeper(depth);
  return {
    type: oneOf(given.type, nestedTypes, "type of a value"),
    name: shortText(given.name, "name of a value"),
    size: whole(given.size, "size"),
    entries: list(given.entries, "entries", allowance).map((entry) => {
      const { key, value } = object(entry, "entry");
      return {
        key: typeof key === "string" ? text(key, "key", allowance) : readInspected(key, allowance, next),
        value: readInspected(value, allowance, next),
      };
    }),
    ref: given.ref === null ? null : whole(given.ref, "ref"),
  };
}
