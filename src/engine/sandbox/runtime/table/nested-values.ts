import type { DuckDbType } from "../../../data/duckdb-type";
import type { Value } from "../../../data/table";

/**
 * A value as code wants it: MAP a `Map`, DECIMAL a number at any depth. Inside lists and structs a whole number is a bigint
 * only where it must be one.
 */
export function asCode(type: DuckDbType, value: Value): unknown {
  if (value === null) return null;
  if (type.name === "DECIMAL") return Number(value);
  if (!type.parts.length) return value;
  if (type.name === "MAP") {
    const [key, item] = type.parts;
    return new Map(
      (value as readonly [Value, Value][]).map(([name, one]) => [asCode(key!, name), asCode(item!, one)]),
    );
  }
  if (type.name === "LIST" || type.name === "ARRAY")
    return (value as readonly Value[]).map((item) => asCode(type.parts[0]!, item));
  if (type.name !== "STRUCT") return value;
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Value>>).map(([name, item], k) => [
      name,
      asCode(type.parts[k]!, item),
    ]),
  );
}
