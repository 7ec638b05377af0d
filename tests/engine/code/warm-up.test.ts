import { expect, test, vi } from "vitest";
import * as compiling from "../../../src/engine/code/compile-cell";
import { compilerWarmUp } from "../../../src/engine/code/warm-up";
import { isFault } from "../../../src/engine/code";

test("the steps end, and every text of theirs is a cell without a fault", () => {
  const compile = vi.spyOn(compiling, "compileCell");
  const step = compilerWarmUp();
  let taken = 1;
  while (step()) taken++;
  const compiled = compile.mock.results.map(({ value }) => value as ReturnType<typeof compiling.compileCell>);
  expect(taken).toBe(compile.mock.calls.length);
  expect(taken).toBeLessThan(300);
  expect(compiled.filter(isFault)).toEqual([]);
});
