import type { OutputPart } from "../output";
import { readPart } from "./read-part";
import { fullAllowance, Refusal } from "./reading";

/** A part that comes from a file: checked as if a worker had sent it; null when it is none. */
export function checkedPart(raw: unknown): OutputPart | null {
  try {
    return readPart(raw, fullAllowance());
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
