/** A notebook file as nbformat 4.5 has it: shape only. */
export interface NbFile {
  readonly metadata: JsonObject;
  readonly cells: readonly NbCell[];
}

/** `source` is a string or a list of strings, as found; what outputs and attachments hold is not looked into. */
export interface NbCell {
  readonly cell_type: "code" | "markdown" | "raw";
  readonly id: string;
  readonly metadata: JsonObject;
  readonly source: string | readonly string[];
  readonly attachments?: JsonObject;
  readonly execution_count?: number | null;
  readonly outputs?: readonly unknown[];
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
