import { analysisById, leverOf, readParams } from "../../../analyses";
import { folded } from "../../../engine";
import type { AnalysisCell, DataSlot } from "../../model";

/** What an expectation may be about: what the sentence names first, then the columns of its table. Anything else can be written. */
export function behavioursIn(cell: AnalysisCell, slots: readonly DataSlot[]): readonly string[] {
  const analysis = analysisById(cell.analysis);
  if (!analysis) return [];
  const { values } = readParams(analysis.params, cell.params);
  const named = Object.entries(analysis.params).flatMap(([param, spec]): string[] => {
    const value = values[param];
    if (spec.type === "levers" && Array.isArray(value))
      return value.map((one) => leverOf(String(one)).behaviour).filter((one) => !one.startsWith("*"));
    if (spec.type === "columns" && Array.isArray(value)) return value.map(String);
    return (spec.type === "column" || spec.type === "text") && typeof value === "string" ? [value] : [];
  });
  const slot = slots.find((one) => folded(one.table) === folded(cell.table));
  const columns = slot?.columns.map(({ name }) => name) ?? [];
  return [...new Set([...named, ...columns])].filter((name) => name.trim() !== "");
}
