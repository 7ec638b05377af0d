/** A value in a few words, for a list of what a cell defines: `number`, `Array(12)`, `function`. Never throws. */
export function describeValue(value: unknown): string {
  try {
    if (value === null) return "null";
    if (typeof value !== "object") return typeof value;
    const name: unknown = value.constructor?.name;
    const said = typeof name === "string" && name ? name.slice(0, 100) : "Object";
    if ("numRows" in value && typeof value.numRows === "number") return `table of ${value.numRows} rows`;
    if (Array.isArray(value) || ArrayBuffer.isView(value)) return `${said}(${lengthOf(value)})`;
    if (value instanceof Map || value instanceof Set) return `${said}(${value.size})`;
    return said;
  } catch {
    return "object";
  }
}

function lengthOf(value: object): number {
  return "length" in value && typeof value.length === "number" ? value.length : 0;
}
