import type { ImportPlan } from "../../engine";
import { isObject, type JsonObject, type NbFile } from "./nbformat";

const encodings: Readonly<Record<string, string>> = {
  "utf-16": "utf-16le",
  "latin-1": "windows-1252",
};

/**
 * Version 1 kept of a CSV file its delimiter and the types of its columns, in the order of the file; from version 2 on there
 * is a plan for every format. What cannot be understood becomes null: then the file is looked at anew.
 */
export function planOfOptions(file: NbFile): NbFile {
  const { ebb } = file.metadata;
  if (!isObject(ebb) || !Array.isArray(ebb.data)) return file;
  const data = ebb.data.map((slot: unknown) => (isObject(slot) ? withPlan(slot) : slot));
  return { ...file, metadata: { ...file.metadata, ebb: { ...ebb, data } } };
}

function withPlan({ options, ...slot }: JsonObject): JsonObject {
  const { columns } = slot;
  if (!isObject(options) || !Array.isArray(columns) || !Array.isArray(options.types))
    return { ...slot, plan: null };
  const { types } = options;
  if (types.length !== columns.length) return { ...slot, plan: null };
  const { delimiter, quote, header, skip, encoding } = options;
  const plan: Record<Exclude<keyof ImportPlan, "rows" | "joined">, unknown> = {
    version: 1,
    source: {
      format: "text",
      encoding: encodings[String(encoding)] ?? encoding,
      delimiter,
      quote,
      header,
      skip,
      // Version 1 took them for rows like all others, and the numbers of the notebook are of these.
      dropTotals: false,
    },
    entry: null,
    zone: "UTC",
    missing: [],
    columns: columns.map((column: unknown, i) => {
      const name = isObject(column) ? column.name : undefined;
      return {
        header: name,
        name,
        reading: readingOf(String(types[i]), options),
        isKept: true,
        isChosen: false,
      };
    }),
  };
  return { ...slot, plan };
}

function readingOf(type: string, { decimal, dateFormat, timestampFormat }: JsonObject): unknown {
  const marks = { decimal, thousands: decimal === "," ? " " : "" };
  switch (type) {
    case "BIGINT":
      return { form: "whole", marks };
    case "DOUBLE":
      return { form: "number", marks };
    case "BOOLEAN":
      return { form: "boolean", yes: ["true"], no: ["false"] };
    case "DATE":
      return moment("date", dateFormat);
    case "TIMESTAMP":
      return moment("timestamp", timestampFormat);
    default:
      return { form: "text" };
  }
}

function moment(form: "date" | "timestamp", format: unknown): unknown {
  return typeof format === "string" ? { form, formats: [format] } : { form };
}
