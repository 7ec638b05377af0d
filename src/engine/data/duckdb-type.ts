import type { ColumnKind } from "./table";

/** A DuckDB type taken apart. */
export interface DuckDbType {
  /** `DECIMAL`, `LIST`, `ARRAY`, `STRUCT`, …: the name without what stands in brackets. */
  readonly name: string;
  /** Element of a list, fields of a struct, key and value of a map, members of a union. */
  readonly parts: readonly DuckDbType[];
  /** Names of a struct's fields or a union's members, beside `parts`; "" for a field of row(). */
  readonly fields: readonly string[];
  /** What an ENUM can be, in DuckDB's own order. */
  readonly labels: readonly string[];
}

/** Reads what DESCRIBE writes: `STRUCT(a DECIMAL(2,1), "b c" DATE[])[]`. */
export function parseType(text: string): DuckDbType {
  const { element, array } = /^(?<element>[\s\S]*)\[(?<array>\d*)\]$/.exec(text)?.groups ?? {};
  if (element !== undefined)
    return { name: array ? "ARRAY" : "LIST", parts: [parseType(element)], fields: [], labels: [] };
  const { name, inside } = /^(?<name>STRUCT|UNION|MAP)\((?<inside>[\s\S]*)\)$/.exec(text)?.groups ?? {};
  if (name === undefined)
    return { name: /^[^(]*/.exec(text)![0], parts: [], fields: [], labels: labelsOf(text) };
  const members = splitAtCommas(inside ?? "");
  const parts = members.map((member) => parseType(name === "MAP" ? member : withoutName(member)));
  return { name, parts, fields: name === "MAP" ? [] : members.map(nameOf), labels: [] };
}

export function kindOf(type: string): ColumnKind {
  return kinds[parseType(type).name] ?? "other";
}

function labelsOf(text: string): string[] {
  if (!text.startsWith("ENUM(")) return [];
  return [...text.matchAll(/'((?:[^']|'')*)'/g)].map(([, label]) => label!.replaceAll("''", "'"));
}

// Commas inside brackets, quoted names and the texts of an ENUM belong to the member.
function splitAtCommas(text: string): string[] {
  const members = [""];
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[\s\S]/g)) {
    if (token === "(") depth++;
    if (token === ")") depth--;
    if (token === "," && depth === 0) members.push("");
    else members.push(members.pop() + token);
  }
  return members.map((member) => member.trim());
}

function nameOf(member: string): string {
  const name = member.slice(0, member.length - withoutName(member).length).trimEnd();
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}

// A struct made by row() has fields without names.
function withoutName(member: string): string {
  if (/^TIME(STAMP)? WITH TIME ZONE$/.test(member)) return member;
  return member.replace(/^("(?:[^"]|"")*"|[^\s(]+) /, "");
}

const kinds: Readonly<Record<string, ColumnKind>> = {
  BOOLEAN: "boolean",
  TINYINT: "integer",
  SMALLINT: "integer",
  INTEGER: "integer",
  BIGINT: "integer",
  HUGEINT: "integer",
  UTINYINT: "integer",
  USMALLINT: "integer",
  UINTEGER: "integer",
  UBIGINT: "integer",
  UHUGEINT: "integer",
  BIGNUM: "integer",
  FLOAT: "number",
  DOUBLE: "number",
  DECIMAL: "decimal",
  VARCHAR: "text",
  ENUM: "text",
  UUID: "text",
  BIT: "text",
  DATE: "date",
  TIMESTAMP: "timestamp",
  TIMESTAMP_S: "timestamp",
  TIMESTAMP_MS: "timestamp",
  TIMESTAMP_NS: "timestamp",
  "TIMESTAMP WITH TIME ZONE": "timestamp",
  TIME: "time",
  TIME_NS: "time",
  "TIME WITH TIME ZONE": "time",
  INTERVAL: "interval",
  LIST: "list",
  ARRAY: "list",
  STRUCT: "struct",
  MAP: "map",
  BLOB: "binary",
};
