import type { ArrowRows } from "../../data/database";
import type { Column } from "../../data/table";
import type { EngineErrorCode } from "../../engine-error";
import type { Bytes, ExportOptions, Tally } from "../format";

/** What the page asks of the writer's worker, one after another. */
export type WriteRequest =
  | { readonly ask: "open"; readonly columns: readonly Column[]; readonly options: ExportOptions }
  | { readonly ask: "write"; readonly rows: ArrowRows }
  | { readonly ask: "end" };

export type WriteAnswer =
  | { readonly answer: "bytes"; readonly bytes: readonly Bytes[]; readonly tally: Tally }
  | { readonly answer: "failed"; readonly code: EngineErrorCode | null; readonly message: string };
