import type { Column, Inspected, TreeChange, TreeEvent } from "../../../engine";
import type { GridOrder, GridRow } from "../grid";

/** The code behind shown parts while it is still there. One cell's; the same object as long as it is the same run. */
export interface LiveOutput {
  /**
   * Changes of a shown tree. Those that came since the part's `root` was made are told at once, so that a tree which left the
   * page and came back is as it was. Returns the end of it.
   */
  subscribe(part: number, listener: (changes: readonly TreeChange[]) => void): () => void;
  /** A person did something to a shown tree. */
  send(event: TreeEvent): void;
  /** More of a value that was cut. */
  expand(ref: number): Promise<Inspected>;
  /** The rows behind a table, a figure or an array of rows. Rejects with the reason when there are none. */
  tableOf(part: number): Promise<{ readonly columns: readonly Column[]; readonly rowCount: number }>;
  /** Rows of `tableOf(part)`, as exact texts; null is NULL. */
  rows(part: number, offset: number, limit: number, order: GridOrder | null): Promise<readonly GridRow[]>;
}
