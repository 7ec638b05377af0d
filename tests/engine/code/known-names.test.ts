import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { isKnownName, isReservedName, scopeNames } from "../../../src/engine/code";
import { compiled } from "./compiled";

test("every name of the language is known without a cell", () => {
  // A context of its own has nothing of Node's.
  const names = runInNewContext("Object.getOwnPropertyNames(globalThis)") as string[];
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name) => !isKnownName(name) && name !== "console")).toEqual([]);
});

test("words of every day stay free for cells, though a browser has them", () => {
  const words =
    "name status event location history parent top length origin screen self2 orders Node Text".split(" ");
  expect(words.filter(isReservedName)).toEqual([]);
  expect(compiled("const name = 1, event = 2").defines).toEqual(["name", "event"]);
});

test("what is in scope is reserved, and nobody reads it", () => {
  expect(scopeNames.every(isReservedName)).toBe(true);
  const cell = compiled(scopeNames.join("\n;"));
  expect(cell.reads).toEqual([]);
  expect(cell.scope).toEqual([...scopeNames]);
});

test("inside a function such a name may be used again", () => {
  expect(
    compiled("const f = (width: number, Map = 1) => { const sql = width; return sql + Map }"),
  ).toMatchObject({
    defines: ["f"],
    reads: [],
    scope: [],
  });
});
