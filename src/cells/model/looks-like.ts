import { isObject } from "./nbformat";

/** What a JSON file that is no notebook seems to be, for the sentence "this is not a notebook but …". */
export function looksLike(value: unknown): string {
  if (Array.isArray(value)) return value.length && value.every(isObject) ? "rows" : "list";
  if (!isObject(value)) return value === null ? "null" : typeof value;
  if (isVersionOfNbformat(value)) return `nbformat-${String(value.nbformat)}`;
  if (value.type === "FeatureCollection" || value.type === "Feature") return "geojson";
  if ("dependencies" in value || "devDependencies" in value) return "package";
  if (typeof value.$schema === "string" && /vega/.test(value.$schema)) return "vega";
  if ("$schema" in value) return "schema";
  return "object";
}

function isVersionOfNbformat(value: { readonly nbformat?: unknown }): boolean {
  return typeof value.nbformat === "number" && Number.isInteger(value.nbformat);
}
