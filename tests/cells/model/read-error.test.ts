import { describe, expect, test } from "vitest";
import { readNotebook, ReadError } from "../../../src/cells/model";
import { fixture } from "./fixture";

function errorOf(text: string): ReadError {
  try {
    readNotebook(text);
  } catch (error) {
    if (error instanceof ReadError) return error;
    throw error;
  }
  throw new Error(`read without complaint: ${text}`);
}

describe("readNotebook says where a file is not JSON", () => {
  test.each([
    ["{", 1, 2],
    ['{\n "a": 1,\n}', 3, 1],
    ['{"a" 1}', 1, 6],
    ['{"a": 01}', 1, 7],
    ["[1, 2", 1, 6],
    ["[1 2]", 1, 4],
    ['["\t"]', 1, 3],
    ['["\\x"]', 1, 3],
    ['["open', 1, 7],
    ["nul", 1, 1],
    ["{} {}", 1, 4],
    ["[1,]", 1, 4],
    ["{'a': 1}", 1, 2],
    ["select 1", 1, 1],
  ])("%j", (text, line, column) => {
    expect(errorOf(text)).toMatchObject({ code: "not-json", place: { line, column } });
    expect(errorOf(text).message).toBe(`not JSON: line ${line}, column ${column}`);
  });

  test("an empty file", () => {
    expect(errorOf("")).toMatchObject({ code: "not-json", values: { hint: "empty" } });
    expect(errorOf(" \n")).toMatchObject({ values: { hint: "empty" } });
  });

  test("a file cut off in the middle", () => {
    const text = fixture("ebb-2");
    const lines = text.slice(0, 1000).split("\n");
    expect(errorOf(text.slice(0, 1000)).place).toEqual({
      line: lines.length,
      column: lines.at(-1)!.length + 1,
    });
  });

  test("merge-conflict markers", () => {
    const text = fixture("merge-conflict");
    const line = text.split("\n").findIndex((one) => one.startsWith("<<<<<<<")) + 1;
    expect(errorOf(text)).toMatchObject({
      code: "not-json",
      message: `not JSON: merge conflict at line ${line}, column 1`,
      place: { line, column: 1 },
      values: { hint: "merge-conflict" },
    });
  });

  test("text that nests deeper than the stack", () => {
    expect(errorOf("[".repeat(1_000_000)).place).toEqual({ line: 1, column: 1_000_001 });
  });

  test("a long broken string, at once", () => {
    expect(errorOf(`["${"a\\n".repeat(1_000_000)}`).code).toBe("not-json");
  });
});

describe("readNotebook says what a JSON file is instead", () => {
  test.each([
    ["[]", "list"],
    ['[{"a": 1}, {"a": 2}]', "rows"],
    ['"text"', "string"],
    ["null", "null"],
    ["1e999", "number"],
    ["{}", "object"],
    ['{"cells": "many", "nbformat": 4}', "nbformat-4"],
    ['{"cells": [{"a": 1}]}', "object"],
    ['{"nbformat": 1, "cells": []}', "nbformat-1"],
    ['{"type": "FeatureCollection", "features": []}', "geojson"],
    ['{"name": "x", "dependencies": {}}', "package"],
    ['{"$schema": "vega-lite/v5.json"}', "vega"],
    ['{"$schema": "x"}', "schema"],
    [`{"nbformat": 4, "cells": ${"[".repeat(600)}${"]".repeat(600)}}`, "too-deep"],
  ])("%s", (text, looksLike) => {
    expect(errorOf(text)).toMatchObject({ code: "not-a-notebook", values: { looksLike } });
  });
});

test("readNotebook takes a file with a byte order mark", () => {
  expect(readNotebook(`\ufeff${fixture("ebb-2")}`).notes).toEqual([]);
});

test("readNotebook takes cells without a version", () => {
  const { notebook } = readNotebook('{"cells": [{"cell_type": "markdown", "source": "a"}]}');
  expect(notebook.cells[0]).toMatchObject({ kind: "markdown", source: "a" });
});
