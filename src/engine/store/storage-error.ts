import { EngineError } from "../engine-error";

/** Why the browser did not keep something, in one line each. */
export function storageError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  return new EngineError("storage", reasons[name] ?? `storage failed: ${messageOf(error)}`, { cause: error });
}

const reasons: Readonly<Record<string, string>> = {
  QuotaExceededError: "storage full: the browser gives no more room",
  VersionError: "storage newer: a later version of Ebb has used this browser",
  DataCloneError: "storage refused: this cannot be kept",
  // What browsers answer in a private window, or where cookies and site data are switched off.
  SecurityError: "storage closed: this browser keeps nothing for this page",
  InvalidStateError: "storage closed: this browser keeps nothing for this page",
  ReferenceError: "storage missing: this browser has no IndexedDB",
};

function messageOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.message : String(error);
}
