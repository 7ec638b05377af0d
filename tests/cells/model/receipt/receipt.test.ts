import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isEqual, receiptOf, verify, type Reckoned } from "../../../../src/cells/model";

const reckoned: Reckoned = {
  at: "2024-05-01T10:00:00.000Z",
  engine: "v1.4.3",
  data: [{ table: "events", file: "events.csv", rows: 3, sha256: "ab".repeat(32) }],
  sql: [{ name: "counts", sql: "select 1" }],
  request: { params: { days: 30, mode: "month" } },
  result: {
    rate: 0.3,
    rows: [
      { n: 10, name: "a" },
      { n: 20, name: "b" },
    ],
    none: null,
  },
};

describe("a receipt", () => {
  test("has other marks for other queries, parameters and numbers, and the same whatever the order of keys", () => {
    const one = receiptOf(reckoned);
    expect(receiptOf({ ...reckoned, request: { params: { mode: "month", days: 30 } } })).toEqual(one);
    expect(receiptOf({ ...reckoned, sql: [{ name: "counts", sql: "select 2" }] }).code).not.toBe(one.code);
    expect(receiptOf({ ...reckoned, request: { params: { days: 31 } } }).parameters).not.toBe(one.parameters);
    expect(receiptOf({ ...reckoned, result: { rate: 0.31 } }).result).not.toBe(one.result);
    // Of the bytes `select 1`, by coreutils' sha256sum.
    expect(one.code).toBe("822ae07d4783158bc1912bb623e5107cc9002d519e1143a9c200ed6ee18b6d0f");
  });
});

describe("verifying", () => {
  test("any result is equal to what a file gives back of it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (result) => {
        const verified = verify(
          { ...reckoned, result: JSON.parse(JSON.stringify(result)) },
          { ...reckoned, result },
        );
        expect([isEqual(verified), verified.close]).toEqual([true, 0]);
      }),
    );
  });

  test("says where it differs, with what it was and what it is", () => {
    const result = {
      rate: 0.3,
      rows: [
        { n: 10, name: "a" },
        { n: 21, name: "b" },
        { n: 1, name: "c" },
      ],
    };
    expect(verify(reckoned, { ...reckoned, result })).toMatchObject({
      count: 3,
      close: 0,
      places: [
        { of: "rows[1].n", before: "20", after: "21" },
        { of: "rows[2]", before: "–", after: '{"n":1,"name":"c"}' },
        { of: "none", before: "null", after: "–" },
      ],
    });
  });

  test("last digits of a sum are no difference, and are told", () => {
    const verified = verify(
      { ...reckoned, result: { a: 0.1 + 0.2, b: 1 } },
      { ...reckoned, result: { a: 0.3, b: 1 } },
    );
    expect([isEqual(verified), verified.close]).toEqual([true, 1]);
    expect(verify({ ...reckoned, result: 1 }, { ...reckoned, result: 1 + 1e-9 }).count).toBe(1);
  });

  test("names the table whose file is another, the engine, and other queries and parameters", () => {
    const other = {
      ...reckoned,
      engine: "v1.5.0",
      data: [{ ...reckoned.data[0]!, sha256: "cd".repeat(32) }],
    };
    expect(verify(reckoned, other)).toMatchObject({
      otherData: [
        { of: "events", before: "events.csv · 3 · abababababab", after: "events.csv · 3 · cdcdcdcdcdcd" },
      ],
      otherEngine: { before: "v1.4.3", after: "v1.5.0" },
      otherCode: false,
      otherParameters: false,
    });
    expect(verify(reckoned, { ...reckoned, data: [] }).otherData).toMatchObject([{ after: "" }]);
    const written = verify(reckoned, { ...reckoned, sql: [], request: { params: { days: 60 } } });
    expect([written.otherCode, written.otherParameters]).toEqual([true, true]);
  });
});
