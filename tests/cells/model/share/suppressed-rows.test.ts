import fc from "fast-check";
import { expect, test } from "vitest";
import {
  jsonTells,
  listsCustomers,
  suppressedRows,
  type SavedTable,
} from "../../../../src/cells/model/share";
import { words } from "./words";

function saved(
  names: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  type = "VARCHAR",
): SavedTable {
  const columns = names.map((name) => ({ name, type, kind: "text" }));
  return { form: "table", at: "", columns, rows, rowCount: rows.length };
}

test("single customers: by the column's meaning, or by texts that are different ids", () => {
  const isCustomer = (name: string) => name === "who";
  const ids = [["a-1"], ["a-2"], ["b-3"]];
  expect(listsCustomers(saved(["who"], [["1"]], "BIGINT"), isCustomer)).toBe(true);
  expect(listsCustomers(saved(["x"], ids), isCustomer)).toBe(true);
  expect(listsCustomers(saved(["x"], [["00123"], ["00124"]]), isCustomer)).toBe(true);
  expect(listsCustomers(saved(["x"], [["a@b.c"], ["d@e.f"]]), isCustomer)).toBe(true);
  expect(listsCustomers(saved(["month"], [["2024-01"], ["2024-02"]]), isCustomer)).toBe(false);
  expect(listsCustomers(saved(["year"], [["2023"], ["2024"]]), isCustomer)).toBe(false);
  expect(listsCustomers(saved(["plan"], [["free"], ["pro"]]), isCustomer)).toBe(false);
  expect(listsCustomers(saved(["n"], [["17"], ["18"]], "BIGINT"), isCustomer)).toBe(false);
});

test("a row with a small number loses its numbers, and the next smallest goes with it", () => {
  const table = saved(
    ["plan", "n", "share"],
    [
      ["free", "300", "0.5"],
      ["pro", "3", "0.1"],
      ["team", "25", "0.2"],
    ],
  );
  expect(suppressedRows(table, 10, words)!.table.rows).toEqual([
    ["free", "300", "0.5"],
    ["pro", "few", "withheld"],
    ["team", "withheld", "withheld"],
  ]);
  expect(suppressedRows(saved(["n"], [["3"]]), 10, words)!.table.rows).toEqual([["few"]]);
});

test("rows that are numbered stay; lists and objects are looked into", () => {
  const months = [1, 2, 3].map((month) => [String(month), String(100 * month), null]);
  expect(suppressedRows(saved(["month", "n", "x"], months), 10, words)).toBeNull();
  const list = saved(["l"], [["[400, 3]"], ["[600, 700]"], ["plain 3"]]);
  expect(suppressedRows(list, 10, words)!.table.rows[0]).toEqual(["withheld"]);
});

test("no small whole number is left in any column that counts", () => {
  const rows = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.nat(50), fc.nat(5000)), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(rows, fc.integer({ min: 2, max: 40 }), (made, k) => {
      const table = saved(
        ["g", "n", "m"],
        made.map((row) => row.map(String)),
      );
      const left = suppressedRows(table, k, words)?.table ?? table;
      for (const [, ...numbers] of left.rows)
        for (const text of numbers)
          if (/^\d+$/.test(text!)) expect(Number(text) === 0 || Number(text) >= k).toBe(true);
    }),
  );
});

test("a result tells by any small number, and by names of customers", () => {
  expect(jsonTells({ a: [{ b: 3 }] }, 10)).toBe(true);
  expect(jsonTells({ customers: ["ann"] }, 10)).toBe(true);
  expect(jsonTells({ id: "x" }, 10)).toBe(true);
  expect(jsonTells({ a: [0, 10, 0.5, 400], b: "3", c: null, customers: 40 }, 10)).toBe(false);
});
