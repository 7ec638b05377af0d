import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inspectedText, preview } from "../../../../src/cells/kinds/inspected-text";
import { inspectorRows, rowAfter } from "../../../../src/cells/view/output/inspector-rows";
import type { Inspected } from "../../../../src/engine";

const number = (value: number): Inspected => ({ type: "number", text: String(value) });
const list = (
  entries: readonly Inspected[],
  size = entries.length,
  ref: number | null = null,
): Inspected => ({
  type: "array",
  name: "Array",
  size,
  entries: entries.map((value, i) => ({ key: String(i), value })),
  ref,
});
const nothing = { open: new Set<string>(), fetched: new Map<string, Inspected>() };
const open = (...paths: string[]) => ({ ...nothing, open: new Set(paths) });

describe("a value as rows", () => {
  const value = list([number(1), list([number(2), number(3)]), list([])]);

  test("opens by path, and an empty one not at all", () => {
    expect(inspectorRows(value, nothing).map(({ path }) => path)).toEqual(["0"]);
    const rows = inspectorRows(value, open("0", "0.1"));
    expect(rows.map(({ path, level }) => `${level} ${path}`)).toEqual([
      "1 0",
      "2 0.0",
      "2 0.1",
      "3 0.1.0",
      "3 0.1.1",
      "2 0.2",
    ]);
    expect(rows.at(-1)).toMatchObject({ row: "value", isOpen: null });
  });

  test("the rest can be asked for once it is known where, and not again when it brought nothing", () => {
    const cut = list([number(1)], 100, 7);
    expect(inspectorRows(cut, open("0")).at(-1)).toEqual({
      row: "more",
      path: "0.more",
      level: 2,
      count: 99,
      owner: { path: "0", ref: 7 },
    });
    const fetched = (whole: Inspected) =>
      inspectorRows(cut, { ...open("0"), fetched: new Map([["0", whole]]) });
    expect(fetched(list([number(1), number(2)], 100, 8)).at(-1)).toMatchObject({
      count: 98,
      owner: { ref: 8 },
    });
    expect(fetched(list([number(1)], 100, 9)).at(-1)).toMatchObject({ count: 99, owner: null });
    const huge = list(
      Array.from({ length: 9000 }, (_, i) => number(i)),
      100_000,
      9,
    );
    expect(fetched(huge).length).toBe(5002);
    expect(fetched(huge).at(-1)).toMatchObject({ count: 95_000, owner: null });
  });

  test("keys go as in any tree", () => {
    const rows = inspectorRows(value, open("0", "0.1"));
    expect(rowAfter(rows, 0, "ArrowUp")).toBe(0);
    expect(rowAfter(rows, 0, "ArrowDown")).toBe(1);
    expect(rowAfter(rows, 4, "ArrowLeft")).toBe(2);
    expect(rowAfter(rows, 2, "ArrowLeft")).toBe(0);
    expect(rowAfter(rows, 1, "End")).toBe(5);
    expect(rowAfter(rows, 5, "ArrowDown")).toBe(5);
    expect(rowAfter(rows, 5, "x")).toBe(null);
  });
});

describe("a value on one line", () => {
  test("is what JavaScript would write", () => {
    const text: Inspected = { type: "string", text: 'a "b"\n' };
    const pair = { key: text, value: number(-0.5) };
    expect(inspectedText(list([number(1), list([text])]))).toBe('Array(2) [1, Array(1) ["a \\"b\\"\\n"]]');
    expect(inspectedText({ type: "map", name: "Map", size: 1, entries: [pair], ref: null })).toBe(
      'Map(1) {"a \\"b\\"\\n" → -0.5}',
    );
    const object: Inspected = {
      type: "object",
      name: "Point",
      size: 3,
      entries: [
        { key: "x", value: number(1) },
        { key: "left on", value: { type: "bigint", text: "5" } },
      ],
      ref: 1,
    };
    expect(inspectedText(object)).toBe('Point {x: 1, "left on": 5n, …}');
  });

  test("is never long, whatever comes", () => {
    const value: fc.Arbitrary<Inspected> = fc.letrec<{ value: Inspected }>((tie) => ({
      value: fc.oneof(
        { depthSize: "medium" },
        fc.string({ maxLength: 500 }).map((text): Inspected => ({ type: "string", text })),
        fc.array(tie("value"), { maxLength: 20 }).map((entries) => list(entries)),
      ),
    })).value;
    fc.assert(
      fc.property(value, (one) => {
        expect(preview(one).reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(400);
      }),
    );
  });
});
