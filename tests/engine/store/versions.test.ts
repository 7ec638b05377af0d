import fc from "fast-check";
import { expect, test } from "vitest";
import { superfluous, type VersionEntry } from "../../../src/engine";

const now = 400 * 86_400_000;
const version = fc.record({
  id: fc.uuid(),
  notebook: fc.constant("n"),
  made: fc.nat(now),
  name: fc.option(fc.string()),
  reason: fc.constantFrom("work" as const, "opened" as const, "saved" as const),
  title: fc.constant(""),
  cells: fc.constant(0),
  bytes: fc.constant(0),
});
const without = (all: readonly VersionEntry[], gone: readonly VersionEntry[]) =>
  all.filter((one) => !gone.includes(one));

test("the newest stays, what has a name or lies in a file stays, and thinning twice takes nothing more", () => {
  fc.assert(
    fc.property(fc.array(version, { maxLength: 60 }), (all) => {
      const gone = superfluous(all, now);
      const newest = Math.max(...all.map(({ made }) => made));
      expect(
        gone.filter(({ made, name, reason }) => made === newest || name !== null || reason === "saved"),
      ).toEqual([]);
      expect(superfluous(without(all, gone), now)).toEqual([]);
    }),
  );
});

test("a year of working days leaves few enough to look through", () => {
  const all = Array.from({ length: 365 * 20 }, (_, i): VersionEntry => ({
    id: String(i),
    notebook: "n",
    made: now - i * 72 * 60_000,
    name: null,
    reason: "work",
    title: "",
    cells: 1,
    bytes: 1,
  }));
  expect(without(all, superfluous(all, now)).length).toBeLessThan(120);
});
