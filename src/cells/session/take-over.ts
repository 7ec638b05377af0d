import { newId, type Cell, type CellComparison, type Difference } from "../model";
import type { Event } from "./event";
import type { Session } from "./session";

/**
 * What has to happen so that a cell of the open notebook (`before`) becomes what it is in a file (`after`): one step back. Its
 * result does not come along, being of that file's data; the cell is to be run here. null where nothing can be taken.
 */
export function takeOver(
  { notebook: { cells } }: Session,
  cell: CellComparison,
  all: readonly CellComparison[],
): Event | null {
  const { before: mine, after: theirs } = cell;
  const isHere = mine !== null && cells.some(({ id }) => id === mine.id);
  switch (cell.status) {
    case "same":
      return null;
    case "removed":
      return isHere ? { type: "cells-deleted", cells: [mine.id] } : null;
    case "added": {
      const isTaken = cells.some(({ id }) => id === theirs!.id);
      const fresh = { ...theirs!, ...(isTaken ? { id: newId() } : {}), saved: savedWith(theirs!) };
      return { type: "cell-taken-over", cell: fresh, at: placeAfter(cells, cell, all) };
    }
    case "changed": {
      if (!isHere) return null;
      // An id from the file would be another cell to whoever reads this one, and to its history.
      const saved = mine.kind === theirs!.kind ? mine.saved : null;
      const changed = { ...theirs!, id: mine.id, saved: savedWith(theirs!) ?? saved };
      return { type: "cell-taken-over", cell: changed, at: null };
    }
    case "moved":
      return isHere
        ? { type: "cells-moved", cells: [mine.id], before: neighbourBehind(cells, cell, all) }
        : null;
  }
}

/** One of the differences of a cell that stands in both; null where it is not to be had without the rest of the cell. */
export function takeOverOne(
  { notebook: { cells } }: Session,
  { before, after: theirs }: CellComparison,
  { what, of }: Difference,
): Event | null {
  const mine = cells.find(({ id }) => id === before?.id);
  if (!mine || !theirs || mine.kind !== theirs.kind) return null;
  const cell = mine.id;
  switch (what) {
    case "name":
      return of === "" ? { type: "cell-renamed", cell, name: theirs.name } : null;
    case "disabled":
      return { type: "cell-disabled", cell, disabled: theirs.disabled ?? false };
    case "table":
      return theirs.kind === "analysis"
        ? { type: "analysis-table-changed", cell, table: theirs.table }
        : null;
    case "parameters": {
      if (mine.kind !== "analysis" || theirs.kind !== "analysis" || mine.analysis !== theirs.analysis)
        return null;
      const { [of]: _mine, ...others } = mine.params;
      const params = of in theirs.params ? { ...others, [of]: theirs.params[of] } : others;
      return { type: "parameters-changed", cell, params };
    }
    case "kind":
    case "value":
    case "control":
    case "data":
    case "roles":
    case "settings":
      return null;
  }
}

/** What another program's code gave cannot be had again here: it stays with its text. */
function savedWith(cell: Cell): Cell["saved"] {
  return cell.kind === "foreign" ? cell.saved : null;
}

/** Behind the nearest cell in front of it that both have. */
function placeAfter(cells: readonly Cell[], cell: CellComparison, all: readonly CellComparison[]): number {
  for (const { before } of all.slice(0, all.indexOf(cell)).toReversed()) {
    const at = cells.findIndex(({ id }) => id === before?.id);
    if (at >= 0) return at + 1;
  }
  return 0;
}

function neighbourBehind(
  cells: readonly Cell[],
  cell: CellComparison,
  all: readonly CellComparison[],
): string | null {
  const behind = all.slice(all.indexOf(cell) + 1);
  const next = behind.find(
    ({ before, after, status }) => after && status !== "moved" && cells.some(({ id }) => id === before?.id),
  );
  return next?.before?.id ?? null;
}
