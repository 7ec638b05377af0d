import { describe, expect, test } from "vitest";
import { appended, answersOf, standingOf, type Ledger } from "../../../../src/cells/model";
import type { NewEntry } from "../../../../src/cells/model/ledger/ledger-entry";

const question = { analysis: "usage-quartiles", table: "events" };
const hex = (letter: string) => letter.repeat(64);

/** "A1" is a run of settings a on data 1, "?a" an expectation of settings a; "!A1" and "!a" are those of another table. */
function trailOf(text: string): Ledger {
  return text
    .split(" ")
    .filter(Boolean)
    .map((word): NewEntry => {
      const of = { ...question, ...(word.startsWith("!") && { table: "orders" }) };
      const bare = word.replace("!", "");
      const base = { ...of, at: "2024-05-01T10:00:00.000Z", cell: "c" };
      if (bare.startsWith("?"))
        return {
          ...base,
          kind: "claim",
          settings: hex(bare[1]!),
          behaviour: "login",
          direction: "stay",
          metric: "attrition",
          threshold: "5 points",
        };
      const settings = hex(bare[0]!.toLowerCase());
      return { ...base, kind: "trial", settings, data: hex(bare[1]!), params: {}, said: null };
    })
    .reduce<Ledger>(appended, []);
}

const standing = (trail: string, variant: string) => {
  const data = variant[1] === undefined ? null : hex(variant[1]);
  const found = standingOf(trailOf(trail), question, { settings: hex(variant[0]!.toLowerCase()), data });
  return [found.place, found.trials.length, found.beforehand, found.claims.length, found.seen];
};

describe("what stands beside a result", () => {
  test.each([
    ["A1", "A1", 1, 1, "no", 0, 0],
    ["A1 B1 C1", "B1", 2, 3, "no", 0, 0],
    ["?a A1", "A1", 1, 1, "yes", 1, 0],
    ["?a A1 B1", "B1", 2, 2, "other-settings", 1, 0],
    ["?a ?b ?c A1 B1", "B1", 2, 2, "yes", 3, 0],
    ["A1 B1 ?c C1", "C1", 3, 3, "late", 1, 2],
    ["A1 B1 ?c C1", "B1", 2, 3, "no", 1, 0],
    ["A1 ?a", "A1", 1, 1, "no", 1, 0],
  ])("after %j, of %s", (trail, variant, place, tried, beforehand, claims, seen) => {
    expect(standing(trail, variant)).toEqual([place, tried, beforehand, claims, seen]);
  });

  test("new data make what was written down meanwhile an expectation again", () => {
    expect(standing("A1 B1 ?a A2", "A2")).toEqual([3, 3, "yes", 1, 0]);
    expect(standing("A1 B1 ?a A2", "A1")).toEqual([1, 3, "no", 1, 0]);
  });

  test("another table's answers and expectations are another question's", () => {
    expect(standing("!?a !A1 A1", "A1")).toEqual([1, 1, "no", 0, 0]);
  });

  test("of a saved result whose data nobody knows the latest of its settings counts", () => {
    expect(standing("A1 ?a A2 B2", "a")).toEqual([2, 3, "yes", 1, 0]);
    expect(standing("B1", "a")).toEqual([null, 1, "no", 0, 0]);
  });
});

test("answers are counted for these data alone", () => {
  const trail = trailOf("A1 B1 A2 !A1 ?a");
  expect([hex("1"), hex("2"), hex("3")].map((data) => answersOf(trail, question, data))).toEqual([2, 1, 0]);
});
