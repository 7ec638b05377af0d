import { sourceOf, topFrame } from "./fault-of";
import { makeFunction } from "./make-function";

/** What a compiled body calls besides its names. */
export interface BodyCalls {
  readonly __result: (value: unknown) => void;
  readonly __define: (values: Readonly<Record<string, unknown>>) => void;
  readonly __view: (name: string, element: unknown) => unknown;
}

/**
 * A compiled text as a function. Its surroundings are the parameters of an outer function, so that a cell may still say
 * `const console = …`. The text begins on the fourth line (`linesBefore`).
 */
export function cellFunction(
  cell: string,
  body: string,
  surroundings: Readonly<Record<string, unknown>>,
): (calls: BodyCalls) => Promise<unknown> {
  const names = Object.keys(surroundings);
  const make = makeFunction(
    names,
    `"use strict"; return async function ${topFrame}({ __result, __define, __view }) {\n${body}\n}\n//# sourceURL=${sourceOf(cell)}`,
  ) as (...values: readonly unknown[]) => (calls: BodyCalls) => Promise<unknown>;
  return make(...names.map((name) => surroundings[name]));
}
