import { folded } from "../../../engine";
import { definedNames } from "../../kinds";
import { freeRelationName, newId, type Cell } from "../../model";
import { selectedCells, type Workbench } from "../../session";

/** Cells are copied within the page, to another notebook too; what is outside of it gets their texts. */
let copied: readonly Cell[] = [];

export function copyCells({ session, send }: Workbench, cut: boolean): void {
  const cells = selectedCells(session());
  if (cells.length === 0) return;
  copied = cells;
  const text = cells.map((cell) => ("source" in cell ? cell.source : cell.name)).join("\n\n");
  // A browser that hands out no clipboard has the cells all the same: they are pasted from here.
  navigator.clipboard?.writeText(text).catch(staysInThePage);
  if (cut) send({ type: "cells-deleted", cells: cells.map(({ id }) => id) });
}

function staysInThePage(): void {}

/** Below the selected cells, or at the end. A cell that is there already comes as another one, without result and with a free name. */
export function pasteCells({ session, send }: Workbench): void {
  const now = session();
  const { cells } = now.notebook;
  const taken = [...Object.keys(now.tables), ...cells.flatMap(definedNames)];
  const added = copied.map((cell): Cell => {
    const isHere = cells.some(({ id }) => id === cell.id);
    const isTaken = cell.name !== "" && taken.some((name) => folded(name) === folded(cell.name));
    const name = isTaken ? freeRelationName(cell.name, taken) : cell.name;
    if (name) taken.push(name);
    return { ...cell, name, ...(isHere ? { id: newId(), saved: null } : {}) };
  });
  const last = selectedCells(now).at(-1);
  const at = last ? cells.indexOf(last) + 1 : cells.length;
  if (added.length) send({ type: "cells-pasted", cells: added, at });
}
