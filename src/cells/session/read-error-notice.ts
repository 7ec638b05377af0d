import type { ReadError } from "../model";
import type { FileText } from "./read-file";
import type { Notice } from "./session";

/** Why a file is no notebook, to be said where the person is. */
export function readErrorNotice({ name: file, format }: FileText, error: ReadError): Notice {
  const place: Record<string, string> = error.place
    ? { line: String(error.place.line), column: String(error.place.column) }
    : {};
  const hint = error.values.hint ?? "";
  const isSaid = ["merge-conflict", "sql-dump"].includes(hint);
  const code = isSaid ? hint : format === "notebook-kit" ? "not-kit" : error.code;
  return { id: "open-failed", level: "harm", code, values: { file, ...error.values, ...place } };
}
