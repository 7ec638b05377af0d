import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  inputForms,
  newInputCell,
  newNotebook,
  readNotebook,
  ReadError,
  salvaged,
  textOfBytes,
  writeNotebook,
} from "../../../src/cells/model";
import { fixture, schemaErrors } from "./fixture";

/**
 * Notebook files changed at random: each is read, or refused with a ReadError; what is read can be saved, is then valid
 * nbformat 4.5, and comes back as it was. EBB_FUZZ=10000 changes that many files of each sort, in about a minute.
 */
const numRuns = Number(process.env.EBB_FUZZ ?? 150);
const timeout = 10_000 + 40 * numRuns;

const inputs = writeNotebook({ ...newNotebook(), cells: inputForms.map((form) => newInputCell(form)) });
const names = ["ebb-1", "python-4.5", "colab-4.0", "version-3", "broken-ids", "newer-version"];
const files = [...names.map(fixture), inputs];

describe("a broken file is read or refused with a ReadError", { timeout }, () => {
  test("however its text was changed", () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), edits, (text, changes) => {
        check(changes.reduce((now, change) => change(now), text));
      }),
      { numRuns },
    );
  });

  test("however its bytes were changed", () => {
    const change = fc.tuple(fc.nat(), fc.nat({ max: 255 }), fc.nat({ max: 3 }));
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        (text, changes) => {
          const bytes = [...new TextEncoder().encode(text)];
          // One byte put in place of none, of itself, or of itself and others.
          for (const [at, byte, count] of changes) bytes.splice(at % bytes.length, count, byte);
          check(textOfBytes(new Uint8Array(bytes)).text);
        },
      ),
      { numRuns },
    );
  });

  test("however its values were changed", () => {
    const change = fc.tuple(fc.nat(), strange);
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(change, { minLength: 1 }), (text, changes) => {
        const broken = changes.reduce(
          (now, [at, value]) => withValueAt(now, at, value),
          JSON.parse(text) as unknown,
        );
        check(JSON.stringify(broken));
      }),
      { numRuns },
    );
  });
});

function check(text: string): void {
  const read = readOrRefuse(text) ?? salvaged(text);
  if (!read) return;
  const written = writeNotebook(read.notebook);
  expect(schemaErrors(written)).toEqual([]);
  expect(withoutNewIds(readNotebook(written).notebook)).toEqual(withoutNewIds(read.notebook));
}

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
