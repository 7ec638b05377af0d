import { loadAnalysis, type Language } from "../../analyses";
import { folded } from "../../engine";
import { requestOf, type AnalysisOutput } from "../kinds";
import { freeRelationName, newCell, type AnalysisCell, type Cell, type DataSlot } from "../model";
import { dependencies } from "./dependencies";
import type { Workbench } from "./workbench";

/** A query below, for the person to take over. */
export function openAsSql(workbench: Workbench, source: string, index: number): void {
  const cell: Cell = { ...newCell("sql"), source };
  workbench.send({ type: "cell-inserted", cell, at: index + 1, edit: false });
  workbench.send({ type: "run-requested", cells: [cell.id] });
}

/**
 * An SQL cell below with the numbers of the analysis, and below that a TypeScript cell that draws its figure from them, for
 * the person to take over. The first is named, so that other cells can read it too.
 */
export async function openAsCode(
  workbench: Workbench,
  cell: AnalysisCell,
  index: number,
  slots: readonly DataSlot[],
  output: AnalysisOutput | null,
  language: Language,
): Promise<void> {
  const analysis = await loadAnalysis(cell.analysis);
  const session = workbench.session();
  const slot = slots.find((one) => folded(one.table) === folded(cell.table)) ?? null;
  const asked = output
    ? { request: output.request }
    : requestOf(cell, slot, session.notebook.settings.weekStart, slots);
  if ("error" in asked) return;
  const { request } = asked;
  const result = output?.result ?? null;
  const taken = [
    ...dependencies(session).nodes.flatMap(({ defines }) => defines),
    ...slots.map(({ table }) => table),
  ];
  const name = freeRelationName(cell.analysis.replaceAll("-", "_"), taken);
  const query: Cell = { ...newCell("sql"), name, source: analysis.asSql(request, result).text };
  const source = analysis.asTypescript(request, result, name, language);
  const cells: Cell[] = [query, ...(source === null ? [] : [{ ...newCell("typescript"), source }])];
  cells.forEach((one, i) =>
    workbench.send({ type: "cell-inserted", cell: one, at: index + 1 + i, edit: false }),
  );
  workbench.send({ type: "run-requested", cells: cells.map(({ id }) => id) });
}
