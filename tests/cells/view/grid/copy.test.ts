import { expect, test } from "vitest";
import { columnAt, edges, guessWidths } from "../../../../src/cells/view/grid/columns";
import { toText } from "../../../../src/cells/view/grid/copy";
import type { Column } from "../../../../src/engine";

const columns: Column[] = [
  { name: "a|b", type: "VARCHAR", kind: "text" },
  { name: "n", type: "BIGINT", kind: "integer" },
];
const rows = [
  ["x\ty", "1"],
  ['say "hi"', null],
  ["two\nlines", ""],
];

test("TSV quotes what would break a row, and keeps every digit", () => {
  expect(toText("tsv", columns, rows, false)).toBe('"x\ty"\t1\n"say ""hi"""\t\n"two\nlines"\t');
  expect(toText("tsv", columns, [["007", "9007199254740993"]], true)).toBe("a|b\tn\n007\t9007199254740993");
});

test("Markdown escapes bars and tells NULL from an empty text", () => {
  expect(
    toText(
      "markdown",
      columns,
      [
        ["x|y\n\\", null],
        ["", "2"],
      ],
      true,
    ),
  ).toBe(["| a\\|b | n |", "| --- | ---: |", "| x\\|y<br>\\\\ | NULL |", "|  | 2 |"].join("\n"));
});

test("columns are found by their left edges", () => {
  const lefts = edges([100, 50, 200]);
  expect(lefts).toEqual([0, 100, 150, 350]);
  expect([-5, 0, 99, 100, 149, 150, 999].map((x) => columnAt(lefts, x))).toEqual([0, 0, 0, 1, 1, 2, 2]);
});

test("a first width fits the header and the first texts, within bounds", () => {
  const [text, count] = guessWidths(columns, [["short", "1"]]);
  expect(text).toBeGreaterThanOrEqual(60);
  expect(count).toBeLessThan(120);
  expect(guessWidths(columns, [["long ".repeat(100), null]])[0]).toBe(360);
});
