import { EngineError } from "../engine-error";
import type { CodeFrame, Fault } from "./protocol";

/** What a cell's code threw, as an error of ours. */
export function codeError({ code, message, place, frames }: Fault): EngineError {
  return new EngineError(code, message, { place: place ?? undefined, cause: { frames } });
}

/** The short stack of an error of a cell's code, the innermost line first; none for other errors. */
export function framesOf(error: unknown): readonly CodeFrame[] {
  if (!(error instanceof EngineError)) return [];
  const { cause } = error;
  const hasFrames = cause !== null && typeof cause === "object" && "frames" in cause;
  return hasFrames ? (cause.frames as readonly CodeFrame[]) : [];
}

/** An error of the page on its way to the cell that asked. */
export function faultFor(cause: unknown): Fault {
  const codes = ["sql", "stopped", "missing-table", "not-a-value", "not-a-table"] as const;
  const code = cause instanceof EngineError ? (codes.find((one) => one === cause.code) ?? "code") : "code";
  const message = cause instanceof Error ? cause.message : String(cause);
  return { code, message, place: null, frames: [] };
}
