import { describe, expect, test } from "vitest";
import { isId, newCell, newId, newNotebook } from "../../../src/cells/model";

describe("newId", () => {
  test("fits nbformat's pattern, at both ends of the random numbers", () => {
    expect(newId(() => 0)).toBe("000000000000");
    expect(newId(() => 1 - Number.EPSILON)).toBe("zzzzzzzzzzzz");
    expect(isId(newId())).toBe(true);
  });

  test("gives no two alike", () => {
    expect(new Set(Array.from({ length: 10_000 }, () => newId())).size).toBe(10_000);
  });
});

test("isId knows what nbformat allows", () => {
  expect(["a", "A-b_9", "x".repeat(64)].every(isId)).toBe(true);
  expect(["", "a b", "x".repeat(65), "é", "a\n", 7, null].some(isId)).toBe(false);
});

test("newCell and newNotebook are empty, with an id of their own", () => {
  expect(newCell("sql", () => 0)).toEqual({
    kind: "sql",
    id: "000000000000",
    name: "",
    source: "",
    foreign: {},
    saved: null,
  });
  expect(newCell("analysis")).toMatchObject({ kind: "analysis", analysis: "", table: "", params: {} });
  expect(newCell("markdown").id).not.toBe(newCell("markdown").id);
  expect(newNotebook()).toMatchObject({ title: "", cells: [], data: [], settings: { runMode: "auto" } });
});
