import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";

const { generate } = await vi.importActual<{ generate(): Record<string, string> }>("../examples/generate.mjs");

test.each(Object.entries(generate()))("generating examples/%s again gives the committed text", (path, text) => {
  expect(readFileSync(new URL(`../examples/${path}`, import.meta.url), "utf8") === text).toBe(true);
});
