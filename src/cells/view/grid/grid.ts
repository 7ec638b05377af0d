import type { ReactNode } from "react";
import type { Column } from "../../../engine";

/** Exact texts; null is NULL. */
export type GridRow = readonly (string | null)[];

export interface GridOrder {
  readonly column: string;
  readonly direction: "ascending" | "descending";
}

export type LoadRows = (
  offset: number,
  limit: number,
  order: GridOrder | null,
) => Promise<readonly GridRow[]>;

export type CopyFormat = "tsv" | "markdown";

export interface ResultGridProps {
  /** Another result has another key; the same key keeps scroll position, widths, order and selection. */
  readonly resultKey: string;
  readonly columns: readonly Column[];
  readonly rowCount: number;
  /** Taken once for each key. */
  readonly loadRows: LoadRows;
  /** First rows in natural order, shown before anything is loaded. */
  readonly initialRows?: readonly GridRow[];
  /** Other rows of the same columns have another key: they begin at the top; widths and order stay. */
  readonly rowsKey?: string;
  /** Stands over each column, as wide as it. */
  readonly over?: ColumnStrip;
  /** Stands in the corner over the row numbers. */
  readonly corner?: ReactNode;
  /** Rows visible at once before the grid scrolls. Default 12. */
  readonly visibleRows?: number;
  /** Instead of the clipboard. */
  readonly onCopy?: (text: string, format: CopyFormat) => void;
  /** Stands in the footer: the ways to take the rows along as they are ordered. */
  readonly takeAlong?: (order: GridOrder | null) => ReactNode;
  readonly labels: GridLabels;
}

export interface ColumnStrip {
  /** CSS px */
  readonly height: number;
  readonly cell: (column: Column) => ReactNode;
  /** Columns have come into the window, or gone; always the same function. */
  readonly onSeen: (columns: readonly string[]) => void;
}

export interface GridLabels {
  /** Name of the grid for screen readers. */
  readonly name: string;
  /** "1,204 rows, 8 columns" */
  readonly size: (rows: number, columns: number) => string;
  /** "3 rows, 2 columns selected" */
  readonly selected: (rows: number, columns: number) => string;
  /** "Row 1,204" */
  readonly row: (row: number) => string;
  readonly noRows: string;
  readonly noColumns: string;
  readonly loading: string;
  /** Beside the message of what went wrong. */
  readonly loadFailed: (message: string) => string;
  readonly retry: string;
  readonly copy: string;
  readonly copyMarkdown: string;
  readonly copied: (rows: number) => string;
  readonly copyCapped: (copied: number, selected: number) => string;
  readonly copyFailed: (message: string) => string;
  /** Help on a header: "Enter sorts, Alt+Left and Alt+Right change the width". */
  readonly headerHelp: string;
  readonly resize: (column: string) => string;
  readonly close: string;
}
