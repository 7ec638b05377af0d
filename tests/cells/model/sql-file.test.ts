import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { notebookOfSql, ReadError, readNotebook, writeNotebook } from "../../../src/cells/model";
import { schemaErrors } from "./fixture";

const file = `\ufeff-- Who is there each day.
-- name: per-day
select at::date as day, count(*) as n -- every event
from events group by all; -- used by the report; twice

/* name: no ; name */
-- name: per_day :many
select ';' as s, "a;b" from per_day;;

create table copy as select 1;
-- the end`;

describe("a file of SQL", () => {
  const { notebook, notes } = notebookOfSql(file, { title: "queries" });

  test("becomes a cell for each statement, with its comments and its name", () => {
    expect(notebook.title).toBe("queries");
    expect(notebook.cells.map((cell) => [cell.name, "source" in cell && cell.source])).toEqual([
      [
        "per_day",
        "-- Who is there each day.\n-- name: per-day\nselect at::date as day, count(*) as n -- every event\n" +
          "from events group by all -- used by the report; twice",
      ],
      ["per_day_2", `/* name: no ; name */\n-- name: per_day :many\nselect ';' as s, "a;b" from per_day`],
      ["", "create table copy as select 1\n\n-- the end"],
    ]);
    expect(notes.map(({ code, values }) => [code, values])).toEqual([
      ["sql-deeds", { count: "1", words: "create" }],
    ]);
    expect(schemaErrors(writeNotebook(notebook))).toEqual([]);
  });

  test("of comments alone is one cell; an empty one is refused", () => {
    expect(notebookOfSql("-- later").notebook.cells).toMatchObject([{ source: "-- later" }]);
    for (const text of ["", " \n", "\ufeff", " ; ;"]) expect(() => notebookOfSql(text)).toThrow(ReadError);
  });

  test("that is a dump is refused with its count", () => {
    const dump = "insert into t values (1);\n".repeat(1001);
    expect(() => notebookOfSql(dump)).toThrow("not a notebook: 1001 statements");
  });

  test("a name that cannot be one is left in its comment", () => {
    const names = (text: string) => notebookOfSql(text).notebook.cells.map(({ name }) => name);
    expect(names("-- name: select\nselect 1; -- name: 1st\nselect 2;--name:ok!\n;")).toEqual(["", ""]);
    expect(names("--name:ok!\nselect 1")).toEqual(["ok"]);
  });

  test("loses no word of any text, and is a notebook that comes back", () => {
    const piece = fc.constantFrom(
      "select 1",
      ";",
      "\n",
      " ",
      "-- a;b\n",
      "/* ; */",
      "';'",
      '";"',
      "$$;$$",
      "name: x",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        if (!text.replace(/[;\s]/g, "")) return;
        const { notebook } = notebookOfSql(text);
        const words = (one: string) => one.replace(/[;\s]/g, "");
        expect(notebook.cells.map((cell) => words("source" in cell ? cell.source : "")).join("")).toBe(
          words(text),
        );
        expect(readNotebook(writeNotebook(notebook)).notebook).toEqual(notebook);
      }),
      { numRuns: 200 },
    );
  });
});
