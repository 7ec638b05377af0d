import { describe, expect, test } from "vitest";
import { fileVersion, migrated, versionOf, type Migration } from "../../../src/cells/model/migrations";
import type { NbFile } from "../../../src/cells/model/nbformat";

function file(ebb: unknown): NbFile {
  return { metadata: { ebb }, cells: [] };
}

function step(to: number): Migration {
  const migrate = ({ metadata, cells }: NbFile) => ({
    metadata: { ...metadata, [`step${to}`]: true },
    cells,
  });
  return { to, name: `step ${to}`, migrate };
}

describe("migrated", () => {
  test("takes the steps that a file lacks, in order", () => {
    const steps = [step(4), step(2), step(3)];
    expect(Object.keys(migrated(file({ version: 2 }), steps).metadata)).toEqual(["ebb", "step3", "step4"]);
    expect(Object.keys(migrated(file({ version: 1 }), steps).metadata)).toEqual([
      "ebb",
      "step2",
      "step3",
      "step4",
    ]);
    expect(migrated(file({ version: 4 }), steps)).toEqual(file({ version: 4 }));
  });

  test("leaves another tool's file alone", () => {
    expect(migrated({ metadata: {}, cells: [] })).toEqual({ metadata: {}, cells: [] });
  });
});

test("versionOf takes a version that is none for the present one", () => {
  for (const version of [undefined, null, "2", 0, -1, 1.5, {}])
    expect(versionOf(file({ version }))).toBe(fileVersion);
  expect(versionOf(file(7))).toBe(fileVersion);
  expect(versionOf(file({ version: 12 }))).toBe(12);
});
