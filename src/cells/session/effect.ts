import type { ImportPlan, OtherTable } from "../../engine";
import type { Sources } from "../kinds";
import type { Cell, DataSlot } from "../model";
import type { Origin } from "./origin";

/** What `update` wants done in the world; `perform` does it and reports back with events. */
export type Effect =
  | {
      type: "load";
      load: string;
      table: string;
      file: File;
      /** What a person has settled, or the notebook remembers. */
      plan: ImportPlan | null;
      /** The plan was made for this very file. */
      isExact: boolean;
      part: OtherTable | null;
      slot: DataSlot | null;
    }
  /** It waits until it is told how to read it. */
  | { type: "hold-file"; load: string; file: File }
  | { type: "cancel-load"; load: string }
  | { type: "profile"; load: string; table: string }
  /** The file of a table is kept for the next visit. */
  | { type: "keep-file"; table: string }
  /** A cell that was deleted goes into the bin. */
  | { type: "keep-deleted"; cell: Cell; at: number }
  /** For good: the copy kept in the browser goes too. */
  | { type: "forget-table"; table: string; forGood: boolean }
  | {
      type: "run";
      cell: Cell;
      number: number;
      label: string;
      slot: DataSlot | null;
      /** Every table's meaning: an analysis may read others beside its own. */
      slots: readonly DataSlot[];
      weekStart: "monday" | "sunday";
      sources: Sources;
      origin: Origin;
      width: number;
    }
  /** Cells whose code is gone: their names, trees and `invalidation` end. */
  | { type: "forget-code"; cells: readonly string[] }
  /** Another notebook: nothing of the last one's code may stay. */
  | { type: "clear-code" }
  | { type: "stop" }
  /** Relation -> cell whose result it is; every other name of a result goes. */
  | { type: "name-results"; names: Readonly<Record<string, string>> }
  | { type: "drop-result"; cell: string }
  | { type: "clear-results" }
  | { type: "reload-tables" }
  | { type: "autosave" }
  | { type: "save"; as: boolean };
