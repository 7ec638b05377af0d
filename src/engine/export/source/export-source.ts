import type { ArrowRows } from "../../data/database";
import type { Column } from "../../data/table";

/** A table on its way out, in windows that follow one another: as it was when it was opened. */
export interface ExportSource {
  readonly columns: readonly Column[];
  readonly rowCount: number;
  /** Columns that Arrow would tell wrongly; see `ExportOptions`. */
  asText(): Promise<readonly string[]>;
  /** At least one, which may have no rows. */
  windows(): AsyncGenerator<ArrowRows>;
  close(): Promise<void>;
}
