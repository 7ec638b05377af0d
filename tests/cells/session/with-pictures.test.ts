import { expect, test } from "vitest";
import { newCell, newNotebook, type Cell, type SavedResult } from "../../../src/cells/model";
import { withPictures } from "../../../src/cells/session/with-pictures";

const at = "2024-05-01T10:00:00.000Z";
const analysis = (svgs: readonly string[]): SavedResult => ({
  form: "analysis",
  analysis: "attrition",
  at,
  request: {},
  result: {},
  html: "",
  text: "",
  figures: svgs.map((svg) => ({ svg, text: svg })),
});

test("each drawing of a result is drawn once as pixels too; one that cannot be drawn stays as it is", async () => {
  const parts: SavedResult = {
    form: "parts",
    at,
    parts: [],
    shown: [
      { svg: null, text: "no picture" },
      { svg: "<b>", text: "b" },
    ],
  };
  const cells: Cell[] = [
    { ...newCell("sql"), saved: analysis(["<a>", "<b>"]) },
    { ...newCell("typescript"), saved: parts },
    { ...newCell("typescript"), saved: analysis(["<broken>"]) },
    newCell("sql"),
  ];
  const drawn: string[] = [];
  const picture = { base64: "AA==", width: 1, height: 2 };
  const found = await withPictures({ ...newNotebook(), cells }, (svg) => {
    drawn.push(svg);
    return Promise.resolve(svg === "<broken>" ? null : picture);
  });
  expect(drawn).toEqual(["<a>", "<b>", "<broken>"]);
  expect(found.cells.map(({ saved }) => saved)).toMatchObject([
    { figures: [{ png: picture }, { png: picture }] },
    { shown: [{ svg: null }, { png: picture }] },
    { figures: [{ svg: "<broken>" }] },
    null,
  ]);
  expect(found.cells[2]?.saved).not.toHaveProperty("figures.0.png");
  expect(found.cells[3]).toBe(cells[3]);
});
