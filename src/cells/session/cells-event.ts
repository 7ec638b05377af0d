import type { Cell } from "../model";

/** What is done to several cells at once: each is one step back. */
export type CellsEvent =
  /** The selection grows or shrinks by a cell, from where it began. */
  | { type: "selection-extended"; by: -1 | 1 }
  | { type: "selection-extended-to"; cell: string }
  | { type: "all-selected" }
  | { type: "cells-deleted"; cells: readonly string[] }
  /** They stand, in their own order, before this one; null: at the end. */
  | { type: "cells-moved"; cells: readonly string[]; before: string | null }
  /** Copies: cells whose id is taken already get another one from whoever sends this. */
  | { type: "cells-pasted"; cells: readonly Cell[]; at: number }
  /** As it is in another file: new at this place, or, `at` null, in place of the one with its id. */
  | { type: "cell-taken-over"; cell: Cell; at: number | null }
  | { type: "cells-disabled"; cells: readonly string[]; disabled: boolean }
  | { type: "cells-merged"; cells: readonly string[] }
  /** `at` is a place in the text, in UTF-16 units; `id` is for the cell that begins there. */
  | { type: "cell-split"; cell: string; at: number; id: string }
  /** The name of an SQL cell or an input, wherever it is read; nothing where `renamedEverywhere` says why not. */
  | { type: "name-changed"; cell: string; name: string }
  | { type: "texts-replaced"; texts: readonly ReplacedText[] };

/** The whole new text or name of a cell. */
export interface ReplacedText {
  readonly cell: string;
  readonly source?: string;
  readonly name?: string;
}
