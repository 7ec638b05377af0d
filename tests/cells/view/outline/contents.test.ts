import { expect, test } from "vitest";
import { newInputCell } from "../../../../src/cells/model";
import { contentsOf, headingsIn } from "../../../../src/cells/view/outline/contents";
import { sqlCell, textCell } from "../../session/play";

test("headingsIn finds headings, without their marks and not in code", () => {
  const source =
    "# A *big* `one` ##\ntext\n```sql\n# no heading\n```\n### [Link](x.html) here\n#tag\n####\n~~~\n# no\n```\n# no";
  expect(headingsIn(source)).toEqual([
    { text: "A big one", depth: 1 },
    { text: "Link here", depth: 3 },
  ]);
});

test("contentsOf puts cells below the heading before them", () => {
  const cells = [
    sqlCell("a", ""),
    textCell("t", "# One\n## Two"),
    newInputCell("slider"),
    textCell("u", "words"),
  ];
  expect(contentsOf(cells).map(({ heading, cell, level }) => [heading ?? cell.kind, level])).toEqual([
    ["sql", 1],
    ["One", 1],
    ["Two", 2],
    ["input", 3],
  ]);
});
