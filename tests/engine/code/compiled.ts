import { compileCell, isFault, type CodeFault, type CompiledCell } from "../../../src/engine/code";

/** A text that is meant to be code. */
export function compiled(text: string): CompiledCell {
  const cell = compileCell(text);
  if (isFault(cell)) throw new Error(`${cell.message} at ${cell.place.line}:${cell.place.column}: ${text}`);
  return cell;
}

export function faultOf(text: string): CodeFault {
  const fault = compileCell(text);
  if (!isFault(fault)) throw new Error(`no fault: ${text}`);
  return fault;
}

export interface RunOfCell {
  readonly results: readonly unknown[];
  readonly defined: Readonly<Record<string, unknown>> | null;
  readonly views: readonly (readonly [string, ...unknown[]])[];
}

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as FunctionConstructor;

/** The function that a sandbox makes of a cell. Throws SyntaxError when the body is none. */
export function functionOf({
  body,
  reads,
  scope,
}: CompiledCell): (...values: readonly unknown[]) => Promise<unknown> {
  const params = ["__result", "__define", "__view", ...reads, ...scope];
  return new AsyncFunction(...params, `"use strict"; ${body}`) as (
    ...values: readonly unknown[]
  ) => Promise<unknown>;
}

/** Runs a cell as a sandbox does, with the values it reads. */
export async function run(text: string, values: Readonly<Record<string, unknown>> = {}): Promise<RunOfCell> {
  const cell = compiled(text);
  const results: unknown[] = [];
  const views: (readonly [string, ...unknown[]])[] = [];
  let defined: Readonly<Record<string, unknown>> | null = null;
  const surroundings = [
    (value: unknown, ...more: unknown[]) => results.push(more.length ? [value, more] : value),
    (names: Readonly<Record<string, unknown>>) => void (defined = names),
    (name: string, ...rest: unknown[]) => {
      views.push([name, ...rest]);
      return "viewed";
    },
  ];
  await functionOf(cell)(...surroundings, ...[...cell.reads, ...cell.scope].map((name) => values[name]));
  return { results, defined, views };
}
