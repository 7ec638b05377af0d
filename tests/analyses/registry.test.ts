import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { analyses, analysisById } from "../../src/analyses";
import { figures } from "../charts/figures";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A folder of `src/analyses` with a `params.ts` is an analysis; `stats` and `texts` are not. */
const folders = readdirSync(here("../../src/analyses"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(here(`../../src/analyses/${entry.name}/params.ts`)))
  .map(({ name }) => name)
  .sort();

test("every folder of an analysis is in the list, under its own name", () => {
  expect(analyses.map(({ id }) => id).sort()).toEqual(folders);
  expect(new Set(analyses.map(({ id }) => id)).size).toBe(analyses.length);
});

test("every analysis is found by its id, and no other", () => {
  for (const analysis of analyses) expect(analysisById(analysis.id)).toBe(analysis);
  expect(analysisById("toString")).toBeUndefined();
});

test.each(folders)("%s has tests and pictures", (folder) => {
  const tests = [`${folder}.test.ts`, folder].some((name) => existsSync(here(name)));
  expect(tests).toBe(true);
  expect(Object.keys(figures("en")[folder] ?? {})).not.toEqual([]);
});

test("every picture that is kept is drawn", () => {
  const drawn = Object.entries(figures("en")).flatMap(([analysis, pictures]) =>
    Object.keys(pictures).map((picture) => `${analysis}-${picture}.svg`),
  );
  expect(readdirSync(here("../charts/snapshots")).sort()).toEqual(drawn.sort());
});
