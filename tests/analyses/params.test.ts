import { expect, test } from "vitest";
import { fits, readParams, visibleParams, type ParamSpecs } from "../../src/analyses";

const specs = {
  mode: { type: "choice", options: ["a", "b"], default: "a" },
  days: { type: "number", min: 1, max: 10, integer: true, default: 3, visible: ({ mode }) => mode === "b" },
  target: { type: "number", min: 0, max: 1, integer: false, default: null },
  start: { type: "date", default: "auto" },
  weeks: { type: "switch", default: false },
  rule: { type: "rule" },
} as const satisfies ParamSpecs;

test("what is not given takes its default", () => {
  expect(readParams(specs, {})).toEqual({
    values: { mode: "a", days: 3, target: null, start: "auto", weeks: false, rule: undefined },
    refused: [],
  });
});

test("what fits is taken, what does not is named and takes its default", () => {
  const given = { mode: "b", days: 11, target: 0.2, start: "2024-02-29", weeks: "yes", rule: {}, other: 1 };
  const { values, refused } = readParams(specs, given);
  expect(values).toMatchObject({ mode: "b", days: 3, target: 0.2, start: "2024-02-29", weeks: false });
  expect(refused).toEqual(["days", "weeks"]);
});

test.each([
  ["mode", "c"],
  ["days", 2.5],
  ["days", null],
  ["days", "3"],
  ["target", -0.1],
  ["start", "2023-02-29"],
  ["start", "29.02.2024"],
  ["start", ""],
  ["weeks", 1],
] as const)("%s cannot be %j", (param, value) => {
  expect(fits(specs[param], value)).toBe(false);
});

test("a parameter that plays no part is not visible", () => {
  expect(visibleParams(specs, { mode: "a" })).not.toContain("days");
  expect(visibleParams(specs, { mode: "b" })).toContain("days");
});
