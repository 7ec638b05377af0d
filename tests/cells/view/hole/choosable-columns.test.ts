import { describe, expect, test } from "vitest";
import { anyActivity } from "../../../../src/analyses";
import type { DataSlot } from "../../../../src/cells/model";
import { choosableColumns, columnFault } from "../../../../src/cells/view/hole/choosable-columns";
import { inGroups } from "../../../../src/cells/view/hole/picked-name";
import { tableNames } from "../../../../src/cells/view/hole/table-names";
import { sqlCell } from "../../session/play";

const slot = (table: string, columns: readonly [string, string][]): DataSlot => ({
  table,
  fileName: `${table}.csv`,
  bytes: 1,
  rowCount: 1,
  columns: columns.map(([name, kind]) => ({ name, kind, type: kind.toUpperCase() })),
  roles: {},
  rule: anyActivity,
  endIsLastPaidDay: true,
  plan: null,
});
const slots = [
  slot("events", [
    ["plan", "text"],
    ["price", "decimal"],
    ["city", "text"],
    ["tags", "list"],
  ]),
  slot("accounts", [["segment", "text"]]),
];
const spec = { type: "column", default: null } as const;

describe("columns that a hole offers", () => {
  test("those of the analysis' own table whose kind fits, nested ones never by themselves", () => {
    const names = (kinds?: readonly string[]) =>
      choosableColumns({ ...spec, kinds }, "EVENTS", {}, slots).fitting.map(({ name }) => name);
    expect(names()).toEqual(["plan", "price", "city"]);
    expect(names(["decimal"])).toEqual(["price"]);
  });

  test("those of the table that another parameter names, none before it is named", () => {
    const of = { ...spec, of: "beside" };
    expect(choosableColumns(of, "events", { beside: "accounts" }, slots).fitting).toHaveLength(1);
    expect(choosableColumns(of, "events", { beside: null }, slots)).toEqual({
      table: "",
      all: null,
      fitting: [],
    });
  });

  test("a column that is gone and one of another kind are told apart; of an unknown table nothing is said", () => {
    const columns = choosableColumns({ ...spec, kinds: ["text"] }, "events", {}, slots);
    expect(["plan", "price", "town"].map((one) => columnFault(columns, one))).toEqual([
      null,
      "wrong-kind",
      "gone",
    ]);
    expect(columnFault(choosableColumns(spec, "later", {}, slots), "town")).toBeNull();
  });

  test("stand by kind, in the order of the table", () => {
    const { fitting } = choosableColumns(spec, "events", {}, slots);
    const choices = fitting.map(({ name, kind }) => ({ name, shown: name, group: kind }));
    expect(inGroups(choices).map(([kind, group]) => [kind, ...group.map(({ name }) => name)])).toEqual([
      ["text", "plan", "city"],
      ["decimal", "price"],
    ]);
  });
});

test("tables to choose from: loaded ones, and named queries once", () => {
  const cells = [sqlCell("a", "select 1", "big"), sqlCell("b", "select 1", "Events"), sqlCell("c", "", "")];
  expect(tableNames({ data: slots, cells })).toEqual(["events", "accounts", "big"]);
});
