import type { RoleName } from "./roles";

export type AnalysisErrorCode =
  "missing-role" | "missing-param" | "missing-column" | "wrong-type" | "identity" | "answer" | "work";

/** `thing: value`. "identity" and "answer" are our own faults: a result that contradicts itself is never shown. */
export class AnalysisError extends Error {
  readonly code: AnalysisErrorCode;
  readonly role?: RoleName;
  /** What the words for a person are made of. */
  readonly values?: Readonly<Record<string, string>>;

  constructor(
    code: AnalysisErrorCode,
    message: string,
    role?: RoleName,
    options: { readonly cause?: unknown; readonly values?: Readonly<Record<string, string>> } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "AnalysisError";
    this.code = code;
    this.role = role;
    this.values = options.values;
  }
}
