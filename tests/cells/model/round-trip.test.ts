import fc from "fast-check";
import { expect, test } from "vitest";
import { readNotebook, writeNotebook } from "../../../src/cells/model";
import { anyNotebook } from "./any-notebook";
import { fixture, schemaErrors } from "./fixture";

test("any notebook comes back from its file as it was", () => {
  fc.assert(
    fc.property(anyNotebook, (notebook) => {
      const text = writeNotebook(notebook);
      const { notebook: back, notes, readOnly } = readNotebook(text);
      expect(back).toEqual(notebook);
      expect(notes).toEqual([]);
      expect(readOnly).toBe(false);
      expect(writeNotebook(back)).toBe(text);
      expect(schemaErrors(text)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("a key __proto__ in a file changes no other object", () => {
  const hostile = '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}';
  const text = fixture("ebb-2")
    .replace('"metadata": {\n    "tags"', `"metadata": {"__proto__": ${hostile}, "x": ${hostile}, "tags"`)
    .replace('"params": {', `"params": {"__proto__": ${hostile},`)
    .replace('"roles": {', `"roles": {"__proto__": ${hostile},`)
    .replace('"ebb": {\n   "data"', `"ebb": {"__proto__": ${hostile}, "data"`);
  expect(text.split("polluted").length).toBeGreaterThan(9);
  const { notebook, notes } = readNotebook(text);
  writeNotebook(notebook);
  expect(notes.map((note) => note.code)).toEqual(["edited-elsewhere"]);
  expect({} as { polluted?: boolean }).not.toHaveProperty("polluted");
  const params = notebook.cells.flatMap((cell) => (cell.kind === "analysis" ? [cell.params] : []))[0]!;
  expect(Object.getPrototypeOf(params)).toBe(Object.prototype);
  expect(params.polluted).toBe(undefined);
});

test("a hundred megabytes of output are read and written", () => {
  const file = JSON.parse(fixture("python-4.5"));
  file.cells[1].outputs[2].data["image/png"] = "iVBORw0KGgo".repeat(100e6 / 11);
  const text = JSON.stringify(file);
  expect(text.length).toBeGreaterThan(99e6);
  expect(writeNotebook(readNotebook(text).notebook).length).toBeGreaterThan(99e6);
});

test("whatever is read from a file with good outputs is valid when written", () => {
  for (const name of ["ebb-1", "python-4.5", "colab-4.0", "version-3", "broken-ids", "newer-version"]) {
    expect(schemaErrors(writeNotebook(readNotebook(fixture(name)).notebook))).toEqual([]);
  }
});
