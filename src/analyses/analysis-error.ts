import type { RoleName } from "./roles";

export type AnalysisErrorCode =
  "missing-role" | "missing-param" | "missing-column" | "wrong-type" | "identity" | "answer" | "work";

/** `thing: value`. "identity" and "answer" are our own faults: a result that contradicts itself is never shown. */
export class AnalysisError extends Error {
  readonly code: AnalysisErrorCode;
  readonly role?: RoleName;

  constructor(code: AnalysisErrorCode, message: string, role?: RoleName) {
    super(message);
    this.name = "AnalysisError";
    this.code = code;
    this.role = role;
  }
}
