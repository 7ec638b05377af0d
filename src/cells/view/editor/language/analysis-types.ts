import type { ParamSpec, ParamSpecs } from "../../../../analyses";
import { propertyName } from "./declarations";

/** The options of `analyse(id, …)` as a type: the table it reads, and its parameters. */
export function analysisOptions(params: ParamSpecs, needsTable: boolean): string {
  const own = Object.entries(params).flatMap(([name, spec]) => {
    const type = paramType(spec);
    return type === null ? [] : [`${propertyName(name)}?: ${type}`];
  });
  const table = `table${needsTable ? "" : "?"}: keyof EbbRelations | (string & {})`;
  return `{ ${[table, ...own].join("; ")} }`;
}

/** Null for what belongs to the table, not to the call. */
function paramType(spec: ParamSpec): string | null {
  switch (spec.type) {
    case "choice":
      return spec.options.map((option) => JSON.stringify(option)).join(" | ");
    case "number":
      return spec.default === null ? "number | null" : "number";
    case "date":
      return "string";
    case "switch":
      return "boolean";
    case "rule":
      return null;
    case "column":
    case "table":
      return "string | null";
    case "columns":
    case "levers":
      return "readonly string[]";
    case "numbers":
      return "readonly number[]";
    case "text":
      return "string";
  }
}
