import type { SourcePlan } from "../plan";
import { beginsAsJson } from "./begins-as-json";
import type { Source } from "./source";

/** What a file can be read as apart from the engine; DuckDB's own files only the engine can read. */
export type ReadableFormat = Exclude<SourcePlan["format"], "duckdb">;

/** By what stands at the beginning; names of files are often wrong. */
export function formatOf({ head }: Source): ReadableFormat {
  const start = new TextDecoder("latin1").decode(head.subarray(0, 6));
  if (start.startsWith("PK\u0003\u0004")) return "xlsx";
  if (start.startsWith("PAR1")) return "parquet";
  // A stream of Arrow messages begins with four bytes of ones and a length that is small.
  if (start === "ARROW1" || (start.startsWith("\u00ff\u00ff\u00ff\u00ff") && head[7] === 0)) return "arrow";
  const encoding = head[0] === 0xff ? "utf-16le" : head[0] === 0xfe ? "utf-16be" : "utf-8";
  const text = new TextDecoder(encoding).decode(head.subarray(0, 4000), { stream: true }).trimStart();
  return beginsAsJson(text) ? "json" : "text";
}
