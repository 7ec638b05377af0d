import { describe, expect, test } from "vitest";
import { freeRelationName, validRelationName } from "../../../src/cells/model";

describe("validRelationName", () => {
  test.each([
    ["events", "ok"],
    ["_2024", "ok"],
    ["события", "ok"],
    ["Événements", "ok"],
    ["date", "ok"],
    ["", "empty"],
    ["a".repeat(64), "too-long"],
    ["2024", "not-a-word"],
    ["my events", "not-a-word"],
    ["a-b", "not-a-word"],
    ['a"b', "not-a-word"],
    ["a;drop", "not-a-word"],
    ["a\u0000", "not-a-word"],
    ["a\u200b", "not-a-word"],
    ["Order", "reserved-word"],
    ["left", "reserved-word"],
    ["DuckDB_tables", "built-in"],
  ])("%j is %s", (name, expected) => {
    expect(validRelationName(name)).toBe(expected);
  });
});

test("freeRelationName counts up past every taken name, without regard to case", () => {
  expect(freeRelationName("events", [])).toBe("events");
  expect(freeRelationName("events", ["Events", "EVENTS_2"])).toBe("events_3");
  expect(freeRelationName("events", ["events", "events_3"])).toBe("events_2");
});
