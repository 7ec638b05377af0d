import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareNotebooks, isSame, type Cell, type Notebook } from "../../../../src/cells/model";
import { compareLines } from "../../../../src/cells/view/history/compare-lines";
import { anyNotebook } from "../any-notebook";
import { sampleNotebook } from "../sample-notebook";

const compare = (before: Notebook, after: Notebook) => compareNotebooks(before, after, compareLines);
const sql = (id: string, source: string, name = ""): Cell => ({
  kind: "sql",
  id,
  name,
  source,
  foreign: {},
  saved: null,
});
const notebook = (...cells: Cell[]): Notebook => ({ ...sampleNotebook, cells });
const statuses = (before: Notebook, after: Notebook) =>
  compare(before, after).cells.map((one) => `${(one.after ?? one.before)!.id} ${one.status}`);

describe("the same", () => {
  test("any notebook is the same as itself", () => {
    fc.assert(fc.property(anyNotebook, (one) => isSame(compare(one, one))));
  });

  test("with other ids, as some tools deal them out", () => {
    const before = notebook(
      sql("a", "select 1"),
      sql("b", "select 2", "two"),
      sql("c", "select 1\nunion\nselect 3"),
    );
    const after = notebook(
      sql("x", "select 1"),
      sql("y", "select 2", "two"),
      sql("z", "select 1\nunion\nselect 3"),
    );
    expect(isSame(compare(before, after))).toBe(true);
  });
});

describe("cells", () => {
  const [a, b, c] = [sql("a", "select 1"), sql("b", "select 2"), sql("c", "select 3")];

  test("new ones and gone ones stand where they are and were", () => {
    const added = sql("n", "select 9");
    expect(statuses(notebook(a, b, c), notebook(a, added, c))).toEqual([
      "a same",
      "b removed",
      "n added",
      "c same",
    ]);
    expect(statuses(notebook(), notebook(a))).toEqual(["a added"]);
    expect(statuses(notebook(a), notebook())).toEqual(["a removed"]);
  });

  test("one that went elsewhere is the only one that moved", () => {
    expect(statuses(notebook(a, b, c), notebook(c, a, b))).toEqual(["c moved", "a same", "b same"]);
    expect(statuses(notebook(a, b, c), notebook(a, c, b))).toHaveLength(3);
  });

  test("text is told line by line, with what it was and what it is", () => {
    const [one] = compare(
      notebook(sql("a", "select 1\nfrom t\nwhere x")),
      notebook(sql("a", "select 1\nfrom u\nwhere x", "u")),
    ).cells;
    expect(one!.text).toEqual([
      { form: "same", lines: ["select 1"] },
      { form: "removed", lines: ["from t"] },
      { form: "added", lines: ["from u"] },
      { form: "same", lines: ["where x"] },
    ]);
    expect(one!.differences).toEqual([{ what: "name", of: "", before: "", after: "u" }]);
  });

  test("a cell with the same id that has nothing else in common is another one", () => {
    const [text, query] = [{ ...sql("a", "Hello"), kind: "markdown" } as Cell, sql("a", "select 1")];
    const input: Cell = {
      kind: "input",
      id: "a",
      name: "n",
      label: "",
      control: { form: "text" },
      value: "",
      foreign: {},
      saved: null,
    };
    expect(statuses(notebook(text), notebook(query))).toEqual(["a changed"]);
    expect(statuses(notebook(query), notebook(input))).toEqual(["a removed", "a added"]);
  });

  test("parameters, one by one, and results in words", () => {
    const cell = (params: Record<string, unknown>, text: string, share = parseFloat(text)): Cell => ({
      kind: "analysis",
      id: "r",
      name: "",
      analysis: "attrition",
      table: "events",
      params,
      foreign: {},
      saved: {
        form: "analysis",
        analysis: "attrition",
        at: "2024-01-01",
        request: {},
        result: { share },
        html: "",
        text,
        figures: [],
      },
    });
    const [one] = compare(
      notebook(cell({ days: 30, mode: "month" }, "30 %")),
      notebook(cell({ days: 60, mode: "month" }, "25 %")),
    ).cells;
    expect(one).toMatchObject({
      status: "changed",
      differences: [{ what: "parameters", of: "days", before: "30", after: "60" }],
      result: { before: "30 %", after: "25 %", numbers: { count: 1, places: [{ of: "share" }] } },
      text: null,
    });
    const said = (text: string, share: number) => notebook(cell({}, text, share));
    expect(isSame(compare(said("30 %", 0.1 + 0.2), said("30\u00a0%, told in another language", 0.3)))).toBe(
      true,
    );
    expect(isSame(compare(said("30 %", 0.3), said("30 %", 0.3004)))).toBe(false);
  });

  test("a table with NULL is another than one with a text; a picture is another than the next", () => {
    const table = (value: string | null, rowCount = 1): Cell => ({
      ...(sql("a", "select 1") as Extract<Cell, { kind: "sql" }>),
      saved: {
        form: "table",
        at: "2024-01-01",
        columns: [{ name: "n", type: "varchar", kind: "text" }],
        rows: [[value]],
        rowCount,
      },
    });
    const image = (base64: string): Cell => ({
      ...(sql("a", "select 1") as Extract<Cell, { kind: "sql" }>),
      saved: { form: "foreign", outputs: [{ output_type: "display_data", data: { "image/png": base64 } }] },
    });
    const differs = (one: Cell, other: Cell) => !isSame(compare(notebook(one), notebook(other)));
    expect(differs(table(null), table("NULL"))).toBe(true);
    expect(differs(table(null), table(""))).toBe(true);
    expect(differs(table("a"), table("a", 2))).toBe(true);
    expect(differs(table("a"), table("a"))).toBe(false);
    expect(differs(image("AAAA"), image("AAAB"))).toBe(true);
    expect(differs(image("AAAA"), image("AAAA"))).toBe(false);
  });
});

test("whatever changes, each cell of both is told once, and the parts give both texts back", () => {
  fc.assert(
    fc.property(anyNotebook, anyNotebook, (before, after) => {
      const { cells } = compare(before, after);
      expect(cells.flatMap((one) => one.after ?? [])).toEqual(after.cells);
      expect(new Set(cells.flatMap((one) => one.before ?? []))).toEqual(new Set(before.cells));
      for (const { text, before: old, after: now } of cells) {
        if (!text) continue;
        const lines = (without: string) =>
          text.flatMap((part) => (part.form === without ? [] : part.lines)).join("\n");
        const source = (cell: Cell | null) =>
          (cell && "source" in cell ? cell.source : "").replace(/\n$/, "");
        expect([lines("added"), lines("removed")]).toEqual([source(old), source(now)]);
      }
    }),
  );
});

test("tables and what their columns mean", () => {
  const [events] = sampleNotebook.data;
  const { data, title } = compare(sampleNotebook, {
    ...sampleNotebook,
    title: "Other",
    data: [{ ...events!, roles: { customer: "id" } }],
  });
  expect(title?.after).toBe("Other");
  expect(data.map(({ what, of, after }) => [what, of, after === null])).toEqual([
    ["roles", "events: customer", false],
    ["roles", "events: time", true],
    ["data", "plans", true],
  ]);
});
