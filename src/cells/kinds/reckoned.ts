import {
  isCutShort,
  partsResult,
  receiptOf,
  type Receipt,
  type Reckoned,
  type ReckonedTable,
  type SavedResult,
} from "../model";
import type { CellOutput } from "./output";
import { savedPartsOf, textOfValue } from "./saved-parts";

/** What a result that ran here is of; null where nobody knows. `at`: ISO time. */
export function reckonedOf(output: CellOutput, at: string, locale: string): Reckoned | null {
  const { origin } = output;
  if (!origin) return null;
  const base = { ...origin, at, sql: [], request: origin.inputs ?? {} };
  switch (output.form) {
    case "analysis":
      return { ...base, sql: output.ran, request: output.request, result: output.result };
    case "table":
      return ofTable(base, { ...output, mark: output.mark ?? null });
    case "parts":
      return ofParts(base, output.parts, output.defined);
    case "texts":
      return { ...base, result: output.values.map((value) => textOfValue(value, locale)) };
  }
}

/** The same of a saved result; null for one that does not say what it is of, or of which something is withheld. */
export function reckonedIn(saved: SavedResult | null): Reckoned | null {
  const base = baseIn(saved);
  if (!base || !saved) return null;
  switch (saved.form) {
    case "analysis":
      return saved.result === null ? null : { ...base, result: saved.result };
    case "table": {
      const { mark } = saved.carries!;
      return mark === undefined ? null : ofTable(base, { ...saved, first: saved.rows, mark });
    }
    case "parts":
      return ofParts(base, savedPartsOf(saved), saved.carries!.defined);
    case "texts":
      return { ...base, result: saved.texts };
    case "error":
    case "foreign":
      return null;
  }
}

/** The receipt of a saved result, also of one of which something is withheld: then without a mark of it. */
export function receiptIn(saved: SavedResult | null): Receipt | null {
  const reckoned = reckonedIn(saved);
  if (reckoned) return receiptOf(reckoned);
  const base = baseIn(saved);
  return base && { ...receiptOf({ ...base, result: null }), result: null };
}

function baseIn(saved: SavedResult | null): Base | null {
  if (!saved || saved.form === "error" || saved.form === "foreign" || !saved.carries) return null;
  const { at, carries } = saved;
  const { engine, data, code, above, inputs, varies } = carries;
  const isAnalysis = saved.form === "analysis";
  return {
    at,
    engine,
    data,
    ...(code !== undefined && { code }),
    ...(above && { above }),
    ...(inputs && { inputs }),
    ...(varies && { varies }),
    sql: isAnalysis ? (saved.carries?.sql ?? []) : [],
    request: isAnalysis ? saved.request : (inputs ?? {}),
  };
}

type Base = Omit<Reckoned, "result">;

function ofTable(base: Base, { columns, rowCount, first, mark }: ReckonedTable): Reckoned {
  const table = { columns: columns.map(({ name, type }) => ({ name, type })), rowCount, first, mark };
  // Beyond the first rows the marks alone know them.
  return { ...base, result: { ...table, first: mark ? [] : first }, table };
}

function ofParts(
  base: Base,
  parts: Parameters<typeof partsResult>[0],
  defined: readonly { readonly name: string; readonly description: string }[],
): Reckoned {
  const given = Object.fromEntries(defined.map(({ name, description }) => [name, description]));
  const isPart = isCutShort(parts);
  return { ...base, result: { shown: partsResult(parts), given }, ...(isPart && { isPart }) };
}
