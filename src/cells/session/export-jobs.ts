import {
  EngineError,
  exportTable,
  fileNameOf,
  openExport,
  type Database,
  type ExportFormat,
  type ExportSource,
  type Tally,
  type TextStyle,
  type ValueColumn,
} from "../../engine";
import { errorOf, type CellError } from "../kinds";
import { chooseExportPlace, onClipboard, type ExportPlace } from "./export-place";
import { relationOf, type GridOrder, type Shown } from "./queries";

/** What is exported: rows in the database, or a table of a report, which is in the page. */
export type Exported = Shown | (() => Promise<Shown>) | readonly ValueColumn[];

export interface ExportWish {
  readonly what: Exported;
  /** As the rows stand in the grid. */
  readonly order: GridOrder | null;
  /** Of the file and of the sheet in it. */
  readonly title: string;
  readonly format: ExportFormat;
  readonly text: TextStyle;
  readonly to: "file" | "clipboard";
  /** What the rows are of; null where nobody knows. */
  readonly receipt?: string | null;
}

export type ExportState =
  | {
      readonly step: "writing";
      readonly wish: ExportWish;
      readonly rows: number;
      readonly total: number;
      readonly bytes: number;
    }
  | {
      readonly step: "done";
      readonly wish: ExportWish;
      readonly rows: number;
      readonly bytes: number;
      readonly fileName: string | null;
      readonly tally: Tally;
    }
  | { readonly step: "stopped"; readonly wish: ExportWish }
  | { readonly step: "failed"; readonly wish: ExportWish; readonly error: CellError };

/** More than this a clipboard is no good for. */
export const mostCopiedRows = 100_000;

/** Exports on their way and how they ended, by a key of the table: a menu that comes back shows them again. */
export interface ExportJobs {
  /** In the course of a click: the browser asks where the file shall go. One at a time for each key. */
  start(key: string, wish: ExportWish): Promise<void>;
  stop(key: string): void;
  /** Null before the first; what ended and was told goes. */
  of(key: string): ExportState | null;
  forget(key: string): void;
  subscribe(listener: () => void): () => void;
}

export function exportJobs(database: () => Promise<Database>): ExportJobs {
  const states = new Map<string, ExportState>();
  const stoppers = new Map<string, AbortController>();
  const listeners = new Set<() => void>();

  function tell(key: string, state: ExportState | null): void {
    if (state) states.set(key, state);
    else states.delete(key);
    for (const listener of listeners) listener();
  }

  async function write(
    key: string,
    wish: ExportWish,
    place: ExportPlace,
    signal: AbortSignal,
  ): Promise<void> {
    const { title, format, text, receipt } = wish;
    const source = await sourceOf(wish, database);
    const total = source.rowCount;
    if (wish.to === "clipboard" && total > mostCopiedRows) {
      await source.close();
      throw new EngineError(
        "too-many-rows",
        `too many rows for the clipboard: ${total} of ${mostCopiedRows}`,
      );
    }
    const onProgress = ({ rows, bytes }: { rows: number; bytes: number }) => {
      if (!signal.aborted) tell(key, { step: "writing", wish, rows, total, bytes });
    };
    onProgress({ rows: 0, bytes: 0 });
    const { rows, bytes, tally } = await exportTable(source, place, {
      title,
      format,
      text,
      receipt,
      signal,
      onProgress,
    });
    await place.keep();
    tell(key, { step: "done", wish, rows, bytes, fileName: place.fileName, tally });
  }

  return {
    async start(key, wish) {
      if (stoppers.has(key)) return;
      const stopper = new AbortController();
      stoppers.set(key, stopper);
      let place: ExportPlace | null = null;
      try {
        place =
          wish.to === "clipboard"
            ? onClipboard()
            : await chooseExportPlace(fileNameOf(wish.title), wish.format);
        if (!place) return;
        tell(key, { step: "writing", wish, rows: 0, total: 0, bytes: 0 });
        await write(key, wish, place, stopper.signal);
      } catch (error) {
        await place?.discard();
        tell(
          key,
          stopper.signal.aborted
            ? { step: "stopped", wish }
            : { step: "failed", wish, error: errorOf(error) },
        );
      } finally {
        stoppers.delete(key);
      }
    },
    stop: (key) => stoppers.get(key)?.abort(),
    of: (key) => states.get(key) ?? null,
    forget(key) {
      if (!stoppers.has(key)) tell(key, null);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function sourceOf(
  { what, order }: ExportWish,
  database: () => Promise<Database>,
): Promise<ExportSource> {
  if (isValues(what)) return openExport({ columns: what });
  const shown = typeof what === "function" ? await what() : what;
  return openExport({
    database: await database(),
    relation: relationOf(shown),
    order: order && { column: order.column, descending: order.direction === "descending" },
  });
}

function isValues(what: Exported): what is readonly ValueColumn[] {
  return Array.isArray(what);
}
