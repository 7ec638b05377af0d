import { suitsSpec, type ParamSpec } from "../../../analyses";
import { folded } from "../../../engine";
import type { DataSlot } from "../../model";

export type SlotColumn = DataSlot["columns"][number];
export type ColumnSpec = Extract<ParamSpec, { type: "column" | "columns" }>;

/** What a hole for columns has to choose from. */
export interface ChoosableColumns {
  /** "" while nobody has chosen the table whose columns they are. */
  readonly table: string;
  /** null while that table's columns are not known. */
  readonly all: readonly SlotColumn[] | null;
  readonly fitting: readonly SlotColumn[];
}

/** Columns of the analysis' own table, or of the one that another parameter names. */
export function choosableColumns(
  spec: ColumnSpec,
  own: string,
  values: Readonly<Record<string, unknown>>,
  slots: readonly DataSlot[],
): ChoosableColumns {
  const named = spec.of === undefined ? own : values[spec.of];
  const table = typeof named === "string" ? named : "";
  const slot = slots.find((one) => folded(one.table) === folded(table));
  if (!slot) return { table, all: null, fitting: [] };
  return { table, all: slot.columns, fitting: slot.columns.filter(({ kind }) => suitsSpec(spec, kind)) };
}

export type ColumnFault = "gone" | "wrong-kind";

/** Why a chosen column cannot be used; null when it can, or when nobody can say yet. */
export function columnFault({ all, fitting }: ChoosableColumns, column: string): ColumnFault | null {
  if (all === null || fitting.some(({ name }) => name === column)) return null;
  return all.some(({ name }) => name === column) ? "wrong-kind" : "gone";
}
