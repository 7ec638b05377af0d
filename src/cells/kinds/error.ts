import { AnalysisError } from "../../analyses";
import { EngineError, framesOf } from "../../engine";
import type { CellError } from "./output";

/** Anything thrown, as something a cell can show. An unexpected error keeps its own words and says that it is one. */
export function errorOf(error: unknown): CellError {
  if (error instanceof EngineError) {
    const stack = framesOf(error);
    return {
      ...(stack.length ? { stack } : {}),
      code: error.code,
      message: error.message,
      place: error.place,
      values: valuesOf(error),
    };
  }
  if (error instanceof AnalysisError && error.values)
    return { code: error.code, message: error.message, values: error.values };
  if (error instanceof Error) return { code: codeOf(error), message: error.message };
  return { code: "unexpected", message: String(error) };
}

function valuesOf({ candidates, what }: EngineError): CellError["values"] {
  if (candidates.length) return { candidates: candidates.join(", ") };
  return what && { what };
}

// Errors of the analyses carry a code too, without being the engine's.
function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "unexpected";
}
