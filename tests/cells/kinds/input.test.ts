import { expect, test } from "vitest";
import { plainValueOf, problemOf, typeOfInput } from "../../../src/cells/kinds";
import { newControl, newInputCell, type InputControl, type InputValue } from "../../../src/cells/model";

const list = (...values: string[]): InputControl => ({ form: "select", options: { from: "list", values } });

test.each<[InputControl, InputValue, unknown]>([
  [newControl("slider"), 5, 5],
  [newControl("number"), null, null],
  [newControl("checkbox"), false, false],
  [newControl("multi-select"), ["a", "b"], ["a", "b"]],
  [newControl("date"), "2024-03-01", { date: Date.UTC(2024, 2, 1), isDay: true }],
  [
    newControl("date-range"),
    ["2024-03-01", "2024-03-31"],
    [
      { date: Date.UTC(2024, 2, 1), isDay: true },
      { date: Date.UTC(2024, 2, 31), isDay: true },
    ],
  ],
  [newControl("column"), "my price", { identifier: "my price" }],
  [newControl("table"), null, null],
])("%j with %j is, in code, %j", (control, value, expected) => {
  expect(plainValueOf({ control, value })).toEqual(expected);
});

test.each<[InputControl, InputValue, string]>([
  [newControl("slider"), 5, "number"],
  [newControl("number"), 5, "number | null"],
  [newControl("date-range"), null, "readonly [Date, Date] | null"],
  [list(), null, "string | null"],
  [list("a", 'b"'), "a", '"a" | "b\\"" | null'],
  [list("a"), "gone", '"a" | "gone" | null'],
  [{ form: "select", options: { from: "query", sql: "from plans" } }, "a", "string | null"],
  [{ form: "multi-select", options: { from: "list", values: ["a", "b"] } }, [], 'readonly ("a" | "b")[]'],
  [newControl("multi-select"), [], "readonly string[]"],
])("%j with %j has the type %s", (control, value, expected) => {
  const { type, nullable } = typeOfInput({ control, value });
  expect(`${type}${nullable ? " | null" : ""}`).toBe(expected);
});

test("problemOf says what stops others from reading the value", () => {
  const cell = newInputCell("slider");
  expect(problemOf(cell)).toBe(null);
  expect(problemOf({ ...cell, name: "" })).toBe(null);
  expect(problemOf({ ...cell, name: "d3" })).toMatchObject({
    code: "input-name",
    values: { name: "d3", problem: "in-scope" },
  });
  const control: InputControl = { form: "slider", min: 5, max: 1, step: 1 };
  expect(problemOf({ ...cell, control })).toMatchObject({
    code: "input-settings",
    values: { problem: "min-above-max" },
  });
});
