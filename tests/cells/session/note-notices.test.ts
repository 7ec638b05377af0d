import { expect, test } from "vitest";
import { note } from "../../../src/cells/model";
import { noticesOf } from "../../../src/cells/session/note-notices";

test("notes of one sort are one notice, with the first places, each short", () => {
  const damaged = Array.from({ length: 9 }, (_, i) =>
    note("damaged", i === 8 ? "caution" : "info", "", { place: i === 1 ? "x".repeat(99) : `#${i}` }),
  );
  const notices = noticesOf([note("upgraded", "info", "", { version: "3.0" }), ...damaged, damaged[0]!]);
  expect(notices.map(({ id, level, values }) => [id, level, values])).toEqual([
    ["note upgraded", "info", { version: "3.0" }],
    ["note damaged", "caution", { place: `#0, ${"x".repeat(60)}…, #2, #3, #4, …` }],
  ]);
});
