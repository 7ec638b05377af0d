import { canonicalJson } from "../canonical-json";
import { sha256 } from "../ledger/sha256";
import type { ResultOrigin, SavedResult } from "../notebook";

/** All that a result was reckoned from, and the result. */
export interface Reckoned extends ResultOrigin {
  /** ISO time at which it was there. */
  readonly at: string;
  readonly sql: readonly { readonly name: string; readonly sql: string }[];
  /** Parameters, meaning of the columns, filters: plain JSON. */
  readonly request: unknown;
  readonly result: unknown;
}

/** Marks by which two results are told to be of the same: each a SHA-256 in 64 hex digits. */
export interface Receipt extends ResultOrigin {
  readonly at: string;
  /** Of the statements as they ran. */
  readonly code: string;
  /** Of the parameters, roles and filters. */
  readonly parameters: string;
  readonly result: string;
}

export function receiptOf({ at, engine, data, sql, request, result }: Reckoned): Receipt {
  const statements = sql.map((one) => one.sql).join(";\n");
  return {
    at,
    engine,
    data,
    code: sha256(statements),
    parameters: sha256(canonicalJson(plain(request))),
    result: sha256(canonicalJson(plain(result))),
  };
}

/** null for a result that does not say what it is of. */
export function reckonedIn(saved: SavedResult | null): Reckoned | null {
  if (saved?.form !== "analysis" || !saved.carries) return null;
  const { at, request, result, carries } = saved;
  const { engine, data, sql } = carries;
  return { at, request, result, engine, data, sql };
}

/** As it is read back from a file. */
export function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}
