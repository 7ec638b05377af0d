import type { Inspected } from "../../output";
import { DomElement, DomNode } from "../dom";
import { isTable, rowCountOf } from "../table";
import { isPlainObject, safely } from "./look";

/** How deep, how wide and how long a value is shown before somebody asks for more. */
export interface Bounds {
  readonly depth: number;
  readonly entries: number;
  readonly characters: number;
}

export const firstLook: Bounds = { depth: 3, entries: 100, characters: 20_000 };

/** What a nested text may take. */
const nestedCharacters = 1_000;
/** Entries in all levels together: a hundred arrays of a hundred are not ten thousand lines. */
const mostEntries = 2_000;

type Entries = readonly { readonly key: string | Inspected; readonly value: Inspected }[];
type Keep = (value: object) => number;

/**
 * A value as plain data. Never throws and runs no getter; only a Proxy can run code here, and what its traps throw is shown
 * in its place. `keep` remembers an object that was cut and gives the number under which the rest can be asked for.
 */
export function inspect(value: unknown, bounds: Bounds, keep: Keep): Inspected {
  const above: object[] = [];
  let left = Math.max(mostEntries, bounds.entries);

  function look(item: unknown, depth: number): Inspected {
    const shown = atom(item, depth === 0 ? bounds.characters : nestedCharacters);
    return (
      shown ??
      safely(
        () => compound(item as object, depth),
        (error) => failed(error),
      )
    );
  }

  function compound(item: object, depth: number): Inspected {
    const { type, name, size, keys } = shapeOf(item);
    if (above.includes(item)) return { type, name: `${name} (circular)`, size, entries: [], ref: null };
    const isDeep = depth >= bounds.depth;
    const wanted = isDeep
      ? 0
      : Math.min(size, left, depth === 0 ? bounds.entries : Math.min(bounds.entries, 100));
    left -= wanted;
    above.push(item);
    const entries = wanted ? keys(wanted, (part) => look(part, depth + 1)) : [];
    above.pop();
    return { type, name, size, entries, ref: entries.length < size ? keep(item) : null };
  }

  return look(value, 0);
}

/** A few words for the list of what a cell defines: `number`, `Array(12)`, `function`. */
export function describe(value: unknown): string {
  if (value === null) return "null";
  if (typeof value !== "object") return typeof value;
  return safely(
    () => {
      const shown = atom(value, 60);
      if (shown) return shown.type;
      const { name, size, type } = shapeOf(value);
      return type === "object" || type === "node" ? name : `${name}(${size})`;
    },
    () => "object",
  );
}

function atom(value: unknown, longest: number): Inspected | null {
  switch (typeof value) {
    case "undefined":
      return { type: "undefined", text: "undefined" };
    case "boolean":
      return { type: "boolean", text: String(value) };
    case "number":
      return { type: "number", text: Object.is(value, -0) ? "-0" : String(value) };
    case "bigint":
      return { type: "bigint", ...cut(`${value}n`, longest) };
    case "string":
      return { type: "string", ...cut(value, longest) };
    case "symbol":
      return { type: "symbol", ...cut(String(value), longest) };
    case "function":
      return { type: "function", ...cut(functionText(value), longest) };
    case "object":
      return value === null
        ? { type: "null", text: "null" }
        : safely(
            () => object(value, longest),
            () => null,
          );
  }
}

function object(value: object, longest: number): Inspected | null {
  const kind = Object.prototype.toString.call(value);
  if (kind === "[object Date]" && value instanceof Date) {
    const time = Date.prototype.getTime.call(value);
    return {
      type: "date",
      text: Number.isNaN(time) ? "Invalid Date" : Date.prototype.toISOString.call(value),
    };
  }
  if (kind === "[object RegExp]" && value instanceof RegExp)
    return { type: "regexp", ...cut(RegExp.prototype.toString.call(value), longest) };
  if (value instanceof Error) {
    const message = ownText(value, "message");
    return { type: "error", ...cut(message ? `${nameOf(value)}: ${message}` : nameOf(value), longest) };
  }
  return null;
}

interface Shape {
  readonly type: "array" | "object" | "map" | "set" | "typed-array" | "node" | "table";
  readonly name: string;
  readonly size: number;
  /** The first `count` entries. */
  keys(count: number, look: (part: unknown) => Inspected): Entries;
}

function shapeOf(value: object): Shape {
  if (value instanceof DomNode) return nodeShape(value);
  if (isTable(value)) return { type: "table", name: "Table", size: rowCountOf(value), keys: () => [] };
  const name = nameOf(value);
  if (Array.isArray(value)) {
    const keys: Shape["keys"] = (count, look) =>
      range(count).map((i) => ({ key: String(i), value: own(value, String(i), look) }));
    return { type: "array", name, size: value.length, keys };
  }
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const numbers = value as unknown as ArrayLike<number | bigint>;
    const keys: Shape["keys"] = (count, look) =>
      range(count).map((i) => ({ key: String(i), value: look(numbers[i]) }));
    return { type: "typed-array", name, size: numbers.length, keys };
  }
  if (value instanceof Map) {
    const keys: Shape["keys"] = (count, look) =>
      first(Map.prototype.entries.call(value), count).map(([key, item]) => ({
        key: look(key),
        value: look(item),
      }));
    return { type: "map", name, size: value.size, keys };
  }
  if (value instanceof Set) {
    const keys: Shape["keys"] = (count, look) =>
      first(Set.prototype.values.call(value), count).map((item, i) => ({
        key: String(i),
        value: look(item),
      }));
    return { type: "set", name, size: value.size, keys };
  }
  const names = ownNames(value);
  const keys: Shape["keys"] = (count, look) =>
    names.slice(0, count).map((key) => ({ key: cut(String(key), 200).text, value: own(value, key, look) }));
  return { type: "object", name, size: names.length, keys };
}

function nodeShape(node: DomNode): Shape {
  const attributes = node instanceof DomElement ? [...node.attributeValues] : [];
  const keys: Shape["keys"] = (count, look) =>
    attributes.slice(0, count).map(([key, text]) => ({ key, value: look(text) }));
  const name = node instanceof DomElement ? `<${node.localName}>` : node.nodeName;
  return { type: "node", name, size: attributes.length, keys };
}

/** What a `class` keeps in `#names` cannot be seen; symbols come last, hidden properties not at all. */
function ownNames(value: object): (string | symbol)[] {
  return Reflect.ownKeys(value).filter((key) => Object.getOwnPropertyDescriptor(value, key)?.enumerable);
}

function own(value: object, key: string | symbol, look: (part: unknown) => Inspected): Inspected {
  return safely(
    () => {
      const property = Object.getOwnPropertyDescriptor(value, key);
      if (!property) return { type: "undefined", text: Array.isArray(value) ? "(empty)" : "undefined" };
      if ("value" in property) return look(property.value);
      return { type: "function", text: property.get ? "(getter)" : "(setter)" };
    },
    (error) => failed(error),
  );
}

/** Of the constructor, without running code of the value. */
function nameOf(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null) return "Object";
  if (value instanceof Error)
    return ownText(value, "name") || ownText(prototype as object, "name") || "Error";
  const constructor: unknown = Object.getOwnPropertyDescriptor(prototype, "constructor")?.value;
  const name = typeof constructor === "function" ? ownText(constructor, "name") : "";
  return name ? cut(name, 100).text : isPlainObject(value) ? "Object" : "object";
}

function ownText(value: object, key: string): string {
  const text: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
  return typeof text === "string" ? text : "";
}

function functionText(value: object): string {
  return safely(
    () => {
      const name = ownText(value, "name");
      const isClass = /^class\b/.test(Function.prototype.toString.call(value));
      if (isClass) return `class ${name || "(anonymous)"}`;
      return name ? `${name}()` : "(anonymous function)";
    },
    () => "function",
  );
}

function failed(error: unknown): Inspected {
  const why = error instanceof Error ? ownText(error, "message") : "";
  return { type: "error", text: cut(`cannot be looked at: ${why || "it throws"}`, 200).text };
}

function cut(text: string, longest: number): { text: string; length?: number } {
  return text.length <= longest ? { text } : { text: text.slice(0, longest), length: text.length };
}

function first<T>(items: Iterable<T>, count: number): T[] {
  const found: T[] = [];
  for (const item of items) {
    if (found.length >= count) break;
    found.push(item);
  }
  return found;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
