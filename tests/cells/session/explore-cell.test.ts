import { describe, expect, test } from "vitest";
import { filterCell } from "../../../src/cells/session";
import { update } from "../../../src/cells/session/update";
import type { Column, ColumnFilter } from "../../../src/engine";
import { ready, sqlCell } from "./play";

const plan: Column = { name: 'pl"an', type: "VARCHAR", kind: "text" };
const seats: Column = { name: "seats", type: "BIGINT", kind: "integer" };
const filters: ColumnFilter[] = [
  { column: plan, pieces: [{ form: "value", value: "it's" }, { form: "missing" }] },
  {
    column: seats,
    pieces: [
      { form: "range", from: "0", to: "4", withTo: true },
      { form: "range", from: "5", to: "9", withTo: true },
    ],
  },
];
const where = `where ("pl""an" = 'it''s' or "pl""an" is null)\nand "seats" between 0 and 9`;

describe("filters as a cell", () => {
  test("stands below what it filters, has a free name, and can be undone", () => {
    const session = ready(
      sqlCell("one", "select 1", "people"),
      sqlCell("two", "select 2", "people_filtered"),
    );
    const found = filterCell(session, { cell: "one" }, filters)!;
    expect(found.at).toBe(1);
    expect(found.cell).toMatchObject({
      name: "people_filtered_2",
      source: `select *\nfrom people\n${where}`,
    });
    const [inserted] = update(session, { type: "cell-inserted", ...found, edit: false }, 0);
    expect(inserted.notebook.cells.map(({ id }) => id)).toEqual(["one", found.cell.id, "two"]);
    const [undone] = update(inserted, { type: "undo" }, 0);
    expect(undone.notebook.cells).toEqual(session.notebook.cells);
  });

  test("a table stands at the end; a name that needs quotes has them", () => {
    const found = filterCell(ready(sqlCell("one", "select 1")), { table: "my table" }, filters)!;
    expect(found.at).toBe(1);
    expect(found.cell.name).toBe("rows_filtered");
    expect(found.cell.source).toBe(`select *\nfrom "my table"\n${where}`);
  });

  test("a result without a name is asked for again, a comment at its end included", () => {
    const found = filterCell(ready(sqlCell("one", "select 1 as seats -- all;\n;", "")), { cell: "one" }, [
      filters[1]!,
    ])!;
    expect(found.cell.source).toBe(`select *\nfrom (\nselect 1 as seats\n)\nwhere "seats" between 0 and 9`);
    expect(filterCell(ready(), { cell: "gone" }, filters)).toBeNull();
  });
});
