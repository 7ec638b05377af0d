import {
  analysisById,
  loadAnalysis,
  anyActivity,
  readParams,
  runAnalysis,
  type DataSet,
  type Request,
  type RunOptions,
} from "../../analyses";
import { folded, type Sql, type Table } from "../../engine";
import type { AnalysisCell, DataSlot } from "../model";
import type { AnalysisOutput, CellError } from "./output";
import { missingRoles, requestError } from "./request-error";

/** What an analysis cell asks, with every parameter filled in; or why it cannot be asked yet. */
export function requestOf(
  cell: AnalysisCell,
  slot: DataSlot | null,
  weekStart: "monday" | "sunday",
  others: readonly DataSlot[],
): { request: Request } | { error: CellError } {
  const analysis = analysisById(cell.analysis);
  if (!analysis) {
    return {
      error: {
        code: "unknown-analysis",
        message: `unknown analysis: ${cell.analysis}`,
        values: { name: cell.analysis },
      },
    };
  }
  const { values } = readParams(analysis.params, cell.params);
  const needs = analysis.needs(values);
  if (needs.length && !slot)
    return { error: { code: "no-table", message: "no table chosen", values: { param: "table" } } };
  const missing = needs.filter((role) => !slot?.roles[role] || !hasColumn(slot, slot.roles[role]));
  if (missing.length) return { error: missingRoles(missing, slot?.table ?? "") };
  const request = askedOf(cell, slot, weekStart, others, values);
  const error = requestError(cell.analysis, analysis, request);
  return error ? { error } : { request };
}

/** Every parameter and what the columns mean, whether or not it can be asked yet. */
export function askedOf(
  cell: AnalysisCell,
  slot: DataSlot | null,
  weekStart: "monday" | "sunday",
  others: readonly DataSlot[],
  params: Request["params"],
): Request {
  const beside = besideOf(cell, others, weekStart);
  const data = dataSetOf(cell.table, slot, weekStart);
  return { data, params, ...(Object.keys(beside).length && { beside }) };
}

/** Tables that an analysis reads: its own, and those that its parameters name. */
export function tablesOf(cell: AnalysisCell): readonly string[] {
  return [...(cell.table ? [cell.table] : []), ...Object.values(tableParams(cell))];
}

function tableParams({ analysis, params }: AnalysisCell): Readonly<Record<string, string>> {
  const specs = analysisById(analysis)?.params ?? {};
  return Object.fromEntries(
    Object.entries(params).flatMap(([param, value]) =>
      specs[param]?.type === "table" && typeof value === "string" && value ? [[param, value]] : [],
    ),
  );
}

function besideOf(
  cell: AnalysisCell,
  slots: readonly DataSlot[],
  weekStart: "monday" | "sunday",
): Readonly<Record<string, DataSet>> {
  return Object.fromEntries(
    Object.entries(tableParams(cell)).flatMap(([param, table]) => {
      const slot = slots.find((one) => folded(one.table) === folded(table));
      return slot ? [[param, dataSetOf(table, slot, weekStart)]] : [];
    }),
  );
}

export async function runAnalysisCell(
  request: Request,
  id: string,
  ask: (question: Sql) => Promise<Table>,
  options?: RunOptions,
): Promise<AnalysisOutput> {
  const { result, ran } = await runAnalysis(await loadAnalysis(id), request, ask, options);
  return {
    form: "analysis",
    analysis: id,
    request,
    result,
    ran: ran.map((one) => ({ name: one.name, sql: one.sql.text })),
  };
}

function dataSetOf(table: string, slot: DataSlot | null, weekStart: "monday" | "sunday"): DataSet {
  return {
    table,
    roles: slot?.roles ?? {},
    rule: slot?.rule ?? anyActivity,
    columns: slot?.columns ?? [],
    endIsLastPaidDay: slot?.endIsLastPaidDay ?? true,
    weekStart,
  };
}

function hasColumn(slot: DataSlot, column: string | undefined): boolean {
  return slot.columns.some((one) => one.name === column);
}
