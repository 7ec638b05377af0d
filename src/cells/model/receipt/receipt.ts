import { canonicalJson } from "../canonical-json";
import { sha256 } from "../ledger/sha256";
import type { ResultOrigin, TableMark } from "../notebook";

/** All that a result was reckoned from, and the result. */
export interface Reckoned extends ResultOrigin {
  /** ISO time at which it was there. */
  readonly at: string;
  /** The statements of an analysis as they ran; other cells have `code`. */
  readonly sql: readonly { readonly name: string; readonly sql: string }[];
  /** Parameters, meaning of the columns, filters; of other cells the inputs above. Plain JSON. */
  readonly request: unknown;
  readonly result: unknown;
  /** Of a table, whose rows are compared as rows. */
  readonly table?: ReckonedTable;
  /** What is here is not all of it: values that were cut short, rows that stayed in the database. */
  readonly isPart?: boolean;
}

export interface ReckonedTable {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rowCount: number;
  /** Exact texts of the first rows. */
  readonly first: readonly (readonly (string | null)[])[];
  readonly mark: TableMark | null;
}

/** Marks by which two results are told to be of the same: each a SHA-256 in 64 hex digits. */
export interface Receipt extends Pick<ResultOrigin, "engine" | "data" | "above" | "inputs"> {
  readonly at: string;
  /** Of the statements as they ran, or of the cell's text. */
  readonly code: string;
  /** Of the parameters, roles and filters; of other cells of the inputs above. */
  readonly parameters: string;
  /** null: some of the result is withheld, and its mark would give that away to who tries all small numbers. */
  readonly result: string | null;
}

export function receiptOf(reckoned: Reckoned): Receipt {
  const { at, engine, data, above, inputs, sql, code, request, result } = reckoned;
  const statements = sql.map((one) => one.sql).join(";\n");
  return {
    at,
    engine,
    data,
    ...(above?.length && { above }),
    ...(inputs && { inputs }),
    code: code ?? sha256(statements),
    parameters: sha256(canonicalJson(plain(request))),
    result: sha256(canonicalJson(plain(result))),
  };
}

/** A receipt as it travels in files that other programs read: one JSON text. */
export function receiptText({ engine, ...receipt }: Receipt): string {
  return JSON.stringify({ ebb: "receipt", engine: `DuckDB ${engine}`, ...receipt });
}

/** As it is read back from a file. */
export function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}
