import { describe, expect, test } from "vitest";
import { analyses, canRun, groupOf, groups, recommended, suggest, type DataSet } from "../../src/analyses";
import { groupById } from "../../src/analyses/groups";
import { dataSet } from "./table-from";

const column = (name: string, kind: string) => ({ name, type: kind.toUpperCase(), kind });
const log = dataSet("log", [column("u", "text"), column("t", "date"), column("a", "number")], {
  customer: "u",
  time: "t",
});
const contracts = dataSet("held", [column("c", "text"), column("s", "date"), column("e", "date")], {
  customer: "c",
  start: "s",
  end: "e",
});

test("every analysis stands under a question", () => {
  expect(Object.keys(groupById).sort()).toEqual(analyses.map(({ id }) => id).sort());
  for (const { id } of analyses) expect(groups, id).toContain(groupOf(id));
});

describe("where to begin", () => {
  const ids = (data: DataSet) => recommended(data, suggest(data)).map(({ analysis }) => analysis.id);

  test("three at most, of those that can run with nothing left to choose", () => {
    for (const data of [log, contracts, { ...log, roles: { ...log.roles, amount: "a" } }]) {
      const first = recommended(data, suggest(data));
      expect(first.length).toBeGreaterThan(0);
      expect(first.length).toBeLessThanOrEqual(3);
      expect(new Set(first).size).toBe(first.length);
      for (const one of first) expect(canRun(one) && one.open.length === 0).toBe(true);
    }
  });

  test("follows what the columns are about", () => {
    expect(ids(log)[0]).toBe("attrition");
    expect(ids(contracts)[0]).toBe("logo-attrition");
    expect(ids({ ...log, roles: { ...log.roles, amount: "a" } })[1]).toBe("repeat-purchase");
  });

  test("without any meaning of columns only what asks for none", () => {
    expect(ids(dataSet("x", [column("f", "number")], {}))).toEqual(["attrition-calculator"]);
  });
});

describe("a table that must stand beside", () => {
  const lead = (others: readonly DataSet[]) =>
    suggest({ ...log, roles: { ...log.roles, parent: "u" } }, others).find(
      ({ analysis }) => analysis.id === "user-logo-lead",
    )!;

  test("is the first other one whose columns have the meaning", () => {
    const found = lead([log, contracts]);
    expect(found.params).toMatchObject({ contracts: "held" });
    expect(found.beside).toEqual([]);
  });

  test("is told by the roles that it lacks when there is none, or a column of it does not fit", () => {
    const wrong = { ...contracts, columns: [column("c", "text"), column("s", "text"), column("e", "date")] };
    for (const others of [[], [log], [wrong]]) {
      const found = lead(others);
      expect(found.beside).toEqual([{ param: "contracts", roles: ["customer", "start", "end"] }]);
      expect(canRun(found)).toBe(false);
    }
  });
});
