import { isObject } from "./nbformat";

/**
 * JSON as Jupyter writes notebooks: keys in order, one space of indentation, a line break at the end.
 * The same content always gives the same text, and a file that Jupyter saved stays as it is.
 */
export function canonicalJson(value: unknown): string {
  return `${JSON.stringify(withKeysInOrder(value), null, 1)}\n`;
}

// `fromEntries` defines keys and never assigns them: a key `__proto__` from a file stays a key.
export function withKeysInOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysInOrder);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [
    key,
    withKeysInOrder(inner),
  ]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
