import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isEqual, verify, type Reckoned, type ReckonedTable } from "../../../../src/cells/model";

const columns = [
  { name: "plan", type: "VARCHAR" },
  { name: "n", type: "DOUBLE" },
];
const mark = { rows: "1", ordered: null, columns: ["2", "3"] };

function of(table: Partial<ReckonedTable>, engine = "v1.4.3"): Reckoned {
  const first = table.first ?? [];
  const whole = { columns, rowCount: first.length, first, mark: null, ...table };
  return { at: "", engine, data: [], sql: [], request: {}, result: whole, table: whole };
}

const placesOf = (before: Reckoned, after: Reckoned) =>
  verify(before, after).places.map(({ of: place, before: was, after: is }) => [place, was, is]);

describe("verifying a table", () => {
  test("rows without an order are equal in any order; a changed, a missing and a doubled row are told", () => {
    const rows = fc.array(fc.tuple(fc.constantFrom("a", "b", null), fc.constantFrom("1", "2.5", null)), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, fc.nat(), (made, turn) => {
        const shift = made.length ? turn % made.length : 0;
        const turned = [...made.slice(shift), ...made.slice(0, shift)];
        expect(isEqual(verify(of({ first: made }), of({ first: turned })))).toBe(true);
        const more = [...turned, ["a", "7"]];
        const verified = verify(of({ first: made }), of({ first: more }));
        expect(verified.places.map((one) => one.of)).toContain("count(*)");
        expect(verified.count).toBe(2);
        // As many rows, one of them doubled in place of another.
        if (made.length > 1 && JSON.stringify(made[0]) !== JSON.stringify(made[1]))
          expect(
            isEqual(
              verify(of({ first: made }), of({ first: [made[0]!, ...made.slice(0, 1), ...made.slice(2)] })),
            ),
          ).toBe(false);
      }),
    );
  });

  test("an order that was asked for counts, and the last digits of a sum are told as such", () => {
    const ordered = { ...mark, ordered: "5" };
    const before = of({
      first: [
        ["a", "1"],
        ["b", "0.3"],
      ],
      mark: ordered,
    });
    const after = of({
      first: [
        ["a", "1"],
        ["b", "0.30000000000000004"],
      ],
      mark: { ...ordered, rows: "9" },
    });
    expect(verify(before, after)).toMatchObject({ count: 0, close: 1, isPart: false });
    const turned = of({
      first: [
        ["b", "0.3"],
        ["a", "1"],
      ],
      mark: { ...ordered, ordered: "6" },
    });
    expect(placesOf(before, turned)).toEqual([
      ["plan[1]", "a", "b"],
      ["n[1]", "1", "0.3"],
      ["plan[2]", "b", "a"],
      ["n[2]", "0.3", "1"],
    ]);
  });

  test("rows that are not here are told apart by the marks of their columns", () => {
    const many = { rowCount: 500, first: [["a", "1"]] };
    const before = of({ ...many, mark });
    expect(placesOf(before, of({ ...many, mark }))).toEqual([]);
    expect(placesOf(before, of({ ...many, mark: { ...mark, rows: "8", columns: ["2", "4"] } }))).toEqual([
      ["n", "#3", "#4"],
    ]);
    expect(placesOf(before, of({ ...many, mark: { ...mark, rows: "8" } }))).toEqual([["rows", "#1", "#8"]]);
  });

  test("what nobody marked, and marks of another version, are not taken for equal", () => {
    const many = { rowCount: 500, first: [["a", "1"]] };
    expect(verify(of(many), of(many))).toMatchObject({ count: 0, isPart: true });
    expect(verify(of({ ...many, mark }), of({ ...many, mark }, "v1.5.0"))).toMatchObject({ isPart: true });
    const one = { first: [["a", "1"]], mark };
    expect(verify(of(one), of({ ...one, mark: { ...mark, rows: "7" } }, "v1.5.0"))).toMatchObject({
      count: 0,
      isPart: false,
    });
  });

  test("other columns are told once", () => {
    const other = of({ first: [], columns: [columns[0]!] });
    expect(placesOf(of({ first: [] }), other)).toEqual([
      ["columns", "plan VARCHAR, n DOUBLE", "plan VARCHAR"],
    ]);
  });
});
