import { expect, test } from "vitest";
import { newInputCell, type Cell } from "../../../../src/cells/model";
import { drawingOf, reachOf } from "../../../../src/cells/view/outline/drawing";
import { analysisCell, load, play, ready, sqlCell, textCell } from "../../session/play";

function code(id: string, source: string): Cell {
  return { kind: "typescript", id, name: "", source, foreign: {}, saved: null };
}

const level: Cell = { ...newInputCell("slider"), id: "in" };

function drawn(...cells: Cell[]) {
  return drawingOf(play(ready(...cells), ...load("events")).session);
}

test("drawingOf shows tables, inputs and cells with who reads whom", () => {
  const drawing = drawn(
    textCell("intro", "# Words"),
    level,
    sqlCell("daily", "select * from events where n > ${level}"),
    code("ts", "const total = daily.numRows, half = total / 2"),
    analysisCell("an", "events"),
    textCell("says", "In all ${half}."),
  );
  expect(drawing.nodes.map(({ id, kind, label, status }) => `${id} ${kind} ${label} ${status}`)).toEqual([
    "table:events table events null",
    "in input level null",
    "daily sql daily never",
    "ts typescript total, half never",
    expect.stringMatching(/^an analysis #5 /),
    "says markdown #6 null",
  ]);
  expect(drawing.links.map(({ from, to }) => `${from} > ${to}`)).toEqual([
    "table:events > daily",
    "in > daily",
    "daily > ts",
    "table:events > an",
    "ts > says",
  ]);
});

test("reachOf is everything above and below, and nothing beside", () => {
  const drawing = drawn(
    level,
    sqlCell("a", "from events"),
    sqlCell("b", "from a"),
    sqlCell("c", "from events"),
  );
  expect([...reachOf(drawing, "a")].sort()).toEqual(["b", "table:events"]);
  expect([...reachOf(drawing, "in")]).toEqual([]);
  const circle = drawn(sqlCell("x", "from y"), sqlCell("y", "from x"));
  expect([...reachOf(circle, "x")]).toEqual(["y"]);
});
