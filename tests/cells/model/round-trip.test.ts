import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  inputForms,
  newInputCell,
  newNotebook,
  readNotebook,
  ReadError,
  writeNotebook,
} from "../../../src/cells/model";
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
    }),
    { numRuns: 500 },
  );
});

describe("a broken file", () => {
  const inputs = writeNotebook({ ...newNotebook(), cells: inputForms.map((form) => newInputCell(form)) });
  const files = [...["ebb-1", "python-4.5", "colab-4.0", "version-3"].map(fixture), inputs];

  test("is read or refused with a ReadError, however its text was changed", () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), edits, (text, changes) => {
        const broken = changes.reduce((now, change) => change(now), text);
        readOrRefuse(broken);
      }),
      { numRuns: 2000 },
    );
  });

  test("is read or refused with a ReadError, however its values were changed, and then stays as it was read", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), strange), { minLength: 1 }),
        (text, changes) => {
          const broken = changes.reduce(
            (now, [at, value]) => withValueAt(now, at, value),
            JSON.parse(text) as unknown,
          );
          const read = readOrRefuse(JSON.stringify(broken));
          if (read) {
            const again = readNotebook(writeNotebook(read.notebook));
            expect(withoutNewIds(again.notebook)).toEqual(withoutNewIds(read.notebook));
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test("a key __proto__ in a file changes no other object", () => {
  const hostile = '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}';
  const text = fixture("ebb-1")
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

function readOrRefuse(text: string) {
  try {
    return readNotebook(text, { random: () => 0.5 });
  } catch (error) {
    if (error instanceof ReadError) return null;
    throw error;
  }
}

// A notebook whose id was broken gets a new one, once.
function withoutNewIds(notebook: object): object {
  return { ...notebook, id: "" };
}

type Edit = (text: string) => string;

const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.oneof(
    fc.tuple(fc.nat(), fc.nat({ max: 200 })).map(([at, length]): Edit => (text) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + text.slice(from + length);
    }),
    fc.tuple(fc.nat(), fc.string({ unit: "binary" })).map(([at, added]): Edit => (text) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + added + text.slice(from);
    }),
    fc.tuple(fc.nat(), fc.constantFrom(...'{}[]",:0-tfn\\\n')).map(([at, sign]): Edit => (text) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + sign + text.slice(from + 1);
    }),
    fc.tuple(fc.nat(), fc.nat()).map(([at, other]): Edit => (text) => {
      const [from, to] = [at % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b) as [
        number,
        number,
      ];
      return text.slice(0, to) + text.slice(from);
    }),
  ),
  { minLength: 1, maxLength: 5 },
);

const strange = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    0,
    -1,
    2.5,
    1e300,
    "",
    "a",
    "sql",
    "analysis",
    [],
    {},
    [[]],
    [{}],
    2,
    3,
    5,
  ),
  fc.constantFrom<unknown>(
    { kind: "sql" },
    { kind: "analysis" },
    { version: 1 },
    { version: 7 },
    { form: "table" },
    { form: "slider", min: 3, max: 1, step: 0 },
    { form: "number", min: null, max: 1, step: 1e-9 },
    { form: "select", options: { from: "query", sql: "" } },
    { form: "date-range", min: "2024-02-30", max: null },
    ["2024-03-01", "2024-02-01"],
  ),
  fc.jsonValue(),
);

/** The tree with one of its values, keys and list entries included, put in place by another. */
function withValueAt(root: unknown, at: number, value: unknown): unknown {
  const places: ((value: unknown) => void)[] = [];
  const copy = structuredClone(root);
  const visit = (node: unknown) => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, inner] of Object.entries(node)) {
      places.push((next) => Object.defineProperty(node, key, { value: next, enumerable: true }));
      visit(inner);
    }
  };
  visit(copy);
  places[at % Math.max(places.length, 1)]?.(value);
  return copy;
}
