import { analysisById } from "../../analyses";
import { folded } from "../../engine";
import { requestOf, type AnalysisOutput } from "../kinds";
import { freeRelationName, newCell, type AnalysisCell, type DataSlot } from "../model";
import type { Workbench } from "./workbench";

/** An SQL cell below with the same numbers, for the person to take over. Named, so that other cells can read it. */
export function openAsCode(
  workbench: Workbench,
  cell: AnalysisCell,
  index: number,
  slots: readonly DataSlot[],
  output: AnalysisOutput | null,
): void {
  const { notebook } = workbench.session();
  const slot = slots.find((one) => folded(one.table) === folded(cell.table)) ?? null;
  const asked = output ? { request: output.request } : requestOf(cell, slot, notebook.settings.weekStart);
  if ("error" in asked) return;
  const source = analysisById(cell.analysis)!.asSql(asked.request, output?.result ?? null).text;
  const taken = [...notebook.cells.map((one) => one.name), ...slots.map((one) => one.table)];
  const name = freeRelationName(cell.analysis.replaceAll("-", "_"), taken);
  const code = { ...newCell("sql"), name, source };
  workbench.send({ type: "cell-inserted", cell: code, at: index + 1, edit: false });
  workbench.send({ type: "run-requested", cells: [code.id] });
}
