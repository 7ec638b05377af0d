import { limits } from "../limits";
import type { CodeFrame, Fault } from "../protocol";
import { RuntimeFault } from "./runtime-fault";

/** How a cell's code is named in stacks; `topFrame` is the function around the cell's text. */
export const sourceOf = (cell: string) => `cell-${cell}.ts`;
export const topFrame = "__cell";
/** Lines that stand before the cell's first: two of `Function`, one of ours. */
export const linesBefore = 3;

/** What was thrown, as it travels. `cell` is the one that ran, `labelOf` gives its name and those of others in the stack. */
export function faultOf(thrown: unknown, cell: string, labelOf: (cell: string) => string | null): Fault {
  const frames = framesOf(stackOf(thrown), labelOf);
  const own = frames.find((frame) => frame.cell === cell);
  return {
    code: thrown instanceof RuntimeFault ? thrown.code : "code",
    message: messageOf(thrown).slice(0, limits.message),
    place: own ? { line: own.line, column: own.column } : null,
    frames,
  };
}

/** Never throws, whatever the value does when it is looked at. */
export function messageOf(thrown: unknown): string {
  try {
    if (thrown instanceof RuntimeFault) return String(thrown.message);
    if (!(thrown instanceof Error)) return `thrown: ${String(thrown)}`;
    const [name, message] = [String(thrown.name), String(thrown.message)];
    return !name || name === "Error" ? message || "error without a message" : `${name}: ${message}`;
  } catch {
    return "thrown: a value that cannot be shown";
  }
}

function stackOf(thrown: unknown): string {
  try {
    const stack: unknown = thrown instanceof Error ? thrown.stack : "";
    return typeof stack === "string" ? stack : "";
  } catch {
    return "";
  }
}

// V8: "    at name (cell-a.ts:5:7)", "    at async cell-a.ts:5:7"; Firefox: "name@cell-a.ts:5:7".
const frameLine = /^(?: *at (?:async )?(?:(.+?) \()?|(.*?)@)cell-([\w-]+)\.ts:(\d+):(\d+)\)?$/;

export function framesOf(stack: string, labelOf: (cell: string) => string | null): CodeFrame[] {
  const frames: CodeFrame[] = [];
  for (const text of stack.slice(0, 100_000).split("\n")) {
    const found = frameLine.exec(text);
    if (!found) continue;
    const [, v8 = "", gecko = "", cell = "", line, column] = found;
    const label = labelOf(cell);
    const place = { line: Number(line) - linesBefore, column: Number(column) };
    if (label === null || place.line < 1) continue;
    const name = (v8 || gecko).replace(/^.*\b__cell\b.*$|^eval$|^anonymous$/, "").slice(0, 200);
    frames.push({ cell, label, name, ...place });
    if (frames.length === limits.frames) break;
  }
  return frames;
}
