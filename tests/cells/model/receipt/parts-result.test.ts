import { expect, test } from "vitest";
import { isCutShort, partsResult } from "../../../../src/cells/model";
import type { Inspected, OutputPart, TreeNode } from "../../../../src/engine";

const chart = (id: number, clip: string, d: string): OutputPart => {
  const path: TreeNode = {
    id: id + 1,
    space: "svg",
    tag: "path",
    attributes: { d, "clip-path": `url(#${clip})` },
    children: [],
  };
  const root: TreeNode = { id, space: "svg", tag: "svg", attributes: { id: clip }, children: [path] };
  return { kind: "tree", part: id, root, figure: null };
};
const number = (text: string): Inspected => ({ type: "number", text });
const list = (ref: number | null, ...values: Inspected[]): Inspected => ({
  type: "array",
  name: "Array",
  size: values.length,
  entries: values.map((value, i) => ({ key: String(i), value })),
  ref,
});
const value = (part: number, shown: Inspected): OutputPart => ({
  kind: "value",
  part,
  value: shown,
  isRows: false,
});

test("numbers that the sandbox gave out do not count, what is drawn and said does", () => {
  const one = partsResult([chart(1, "plot-clip-1", "M0,0"), value(2, list(7, number("0.5")))]);
  expect(partsResult([chart(90, "plot-clip-12", "M0,0"), value(93, list(8, number("0.5")))])).toEqual(one);
  expect(partsResult([chart(1, "plot-clip-1", "M0,1")])).not.toEqual(one.slice(0, 1));
  expect(one[1]).toEqual([0.5]);
  expect(partsResult([value(2, number("NaN"))])).toEqual(["NaN"]);
});

test("the console is no result, and a value of which the rest is asked for later is a part", () => {
  const said: OutputPart = { kind: "console", part: 1, level: "log", values: [number("1")] };
  expect(partsResult([said])).toEqual([]);
  expect(isCutShort([said, value(1, list(null, number("1")))])).toBe(false);
  expect(isCutShort([value(1, list(null, list(3)))])).toBe(true);
  const table: OutputPart = { kind: "table", part: 1, columns: [], rowCount: 2, first: [["1"]] };
  expect(isCutShort([table])).toBe(true);
});
