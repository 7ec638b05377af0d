import { describe, expect, test } from "vitest";
import { isId, readNotebook, writeNotebook, type Cell } from "../../../src/cells/model";
import { fixture, schemaErrors } from "./fixture";
import { sampleNotebook } from "./sample-notebook";

function codes(text: string): string[] {
  return readNotebook(text).notes.map((note) => note.code);
}

describe("readNotebook of another tool's file", () => {
  const text = fixture("python-4.5");
  const { notebook, notes, readOnly } = readNotebook(text);

  test("keeps every cell, in order, with its own kind", () => {
    expect(notebook.cells.map((cell) => cell.kind)).toEqual([
      "markdown",
      "foreign",
      "foreign",
      "foreign",
      "foreign",
    ]);
    expect(notebook.cells.map((cell) => cell.id)).toEqual(["intro-1", "2d1f0c9a", "ERR_1", "raw-1", "empty"]);
    expect(notebook.title).toBe("Kohorten — cohorts, когорты");
    expect(notes.map(({ code, values }) => [code, values])).toEqual([
      ["other-language", { count: "3", language: "python" }],
    ]);
    expect(readOnly).toBe(false);
  });

  test("shows source and outputs of foreign cells", () => {
    const [, code] = notebook.cells as [Cell, Cell];
    expect(code).toMatchObject({ kind: "foreign", saved: { form: "foreign" } });
    expect("source" in code && code.source.split("\n")).toHaveLength(4);
    expect(code.saved?.form === "foreign" && code.saved.outputs).toHaveLength(4);
  });

  test("is written back with nothing changed but our own entry", () => {
    const { ebb, ...metadata } = JSON.parse(writeNotebook(notebook)).metadata;
    expect(ebb.version).toBe(2);
    expect({ ...JSON.parse(writeNotebook(notebook)), metadata }).toEqual(JSON.parse(text));
    const added = new Set(text.split("\n"));
    const changed = writeNotebook(notebook)
      .split("\n")
      .filter((line) => !added.has(line));
    expect(changed.length).toBeLessThan(10);
  });

  test("stays the same when saved again and again", () => {
    const once = writeNotebook(notebook);
    expect(writeNotebook(readNotebook(once).notebook)).toBe(once);
  });

  test("goes without outputs when results are not wanted", () => {
    const bare = JSON.parse(writeNotebook(notebook, { results: false }));
    expect(bare.cells.flatMap((cell: { outputs?: unknown[] }) => cell.outputs ?? [])).toEqual([]);
    expect(bare.cells[1].source).toEqual(JSON.parse(text).cells[1].source);
  });
});

describe("readNotebook of an older nbformat", () => {
  test("takes 4.0 as Colab writes it", () => {
    const { notebook, notes } = readNotebook(fixture("colab-4.0"));
    expect(notes.map((note) => [note.code, note.values])).toEqual([
      ["upgraded", { version: "4.0" }],
      ["other-language", { count: "1", language: "Python 3" }],
    ]);
    expect(notebook.cells.every((cell) => isId(cell.id))).toBe(true);
    expect(notebook.cells[0]).toMatchObject({ source: '<a href="x">Open in Colab</a>\nsecond line' });
    const written = writeNotebook(notebook);
    expect(schemaErrors(written)).toEqual([]);
    const { metadata, cells } = JSON.parse(written);
    expect(metadata.colab).toEqual({ name: "Untitled0.ipynb", provenance: [], collapsed_sections: [] });
    expect(metadata).not.toHaveProperty("orig_nbformat");
    expect(cells[1].metadata).toEqual({
      id: "abc",
      colab: { base_uri: "https://localhost:8080/" },
      executionInfo: { elapsed: 1, user_tz: -180 },
    });
  });

  test("takes the worksheets of 3", () => {
    const { notebook, notes } = readNotebook(fixture("version-3"));
    expect(notes.map((note) => note.message)).toEqual([
      "upgraded from nbformat 3.0",
      "cells in another language: 2",
    ]);
    expect(notebook.title).toBe("Old days");
    expect(notebook.cells.map((cell) => ("source" in cell ? cell.source : ""))).toEqual([
      "## A heading in two lines",
      "Some *text*.",
      "print 'a'\n1",
      "raw",
      "2",
    ]);
    const written = writeNotebook(notebook);
    expect(schemaErrors(written)).toEqual([]);
    expect(JSON.parse(written).cells[2]).toMatchObject({ execution_count: 7, metadata: { collapsed: true } });
    expect(JSON.parse(written).cells[2].outputs).toEqual([
      { output_type: "stream", name: "stderr", text: ["a\n"] },
      {
        output_type: "execute_result",
        execution_count: 7,
        metadata: {},
        data: { "text/plain": ["1"], "text/html": ["<b>1</b>"], "application/json": ["{}"] },
      },
      {
        output_type: "display_data",
        metadata: {},
        data: { "image/png": expect.any(String), "text/plain": ["<fig>"] },
      },
      { output_type: "error", ename: "E", evalue: "v", traceback: ["t"] },
    ]);
  });
});

describe("readNotebook repairs", () => {
  test("ids that are missing, double or not allowed", () => {
    const { notebook, notes } = readNotebook(fixture("broken-ids"), { random: () => 0.5 });
    const ids = notebook.cells.map((cell) => cell.id);
    expect([ids[0], ids[5]]).toEqual(["same", "good"]);
    expect(ids.every(isId)).toBe(true);
    expect(new Set(ids).size).toBe(6);
    expect(notes.map((note) => note.values)).toEqual([{ count: "4" }]);
    expect(schemaErrors(writeNotebook(notebook))).toEqual([]);
  });

  test("ids and tables named like what every object has", () => {
    const cells = ["constructor", "__proto__", "toString", "fine"].map((id) => ({
      cell_type: "markdown",
      id,
      metadata: {},
      source: "",
    }));
    const file = JSON.parse(fixture("ebb-2"));
    const slot = { ...file.metadata.ebb.data[0], table: "constructor" };
    const ebb = { ...file.metadata.ebb, data: [...file.metadata.ebb.data, slot] };
    const read = readNotebook(JSON.stringify({ ...file, cells, metadata: { ebb } }), { random: () => 0.5 });
    expect(read.notebook.cells.map(({ id }) => id in {})).toEqual([false, false, false, false]);
    expect(read.notebook.data.map(({ table }) => table)).toEqual(["events", "plans"]);
    expect(read.notes.map(({ code }) => code)).toEqual(["ids-repaired", "damaged"]);
  });

  test("cells that are none, keeping their text", () => {
    const cells = [
      7,
      null,
      { cell_type: "sql", source: "select 1" },
      { cell_type: "code", source: { a: 1 } },
    ];
    const { notebook, notes } = readNotebook(
      JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: 3, cells }),
    );
    expect(notes.filter((note) => note.code === "damaged").map((note) => note.values.place)).toEqual([
      "#1",
      "#2",
      "#3",
      "#4",
    ]);
    expect(notebook.cells.map((cell) => cell.kind)).toEqual(["foreign", "foreign", "foreign", "foreign"]);
    expect(notebook.cells[2]).toMatchObject({ source: expect.stringContaining("select 1") });
    expect(schemaErrors(writeNotebook(notebook))).toEqual([]);
  });

  test("keys that nbformat does not allow", () => {
    const cell = { cell_type: "markdown", id: "a", metadata: {}, source: "x", outputs: [], colour: "red" };
    const text = JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [cell] });
    const { notebook, notes } = readNotebook(text);
    expect(notes.map((note) => note.message)).toEqual(["keys dropped: colour of cell #1"]);
    expect(schemaErrors(writeNotebook(notebook))).toEqual([]);
  });

  test("our own entries that do not fit, one by one", () => {
    const file = JSON.parse(fixture("ebb-2"));
    file.metadata.ebb.settings = { runMode: "sometimes" };
    file.metadata.ebb.data[0].columns = "many";
    file.metadata.ebb.data.push({ ...file.metadata.ebb.data[1], table: "PLANS" });
    file.cells[2].metadata.ebb.params = [];
    const { notebook, notes } = readNotebook(JSON.stringify(file));
    expect(notes.map((note) => note.code)).toEqual(["damaged", "damaged", "damaged"]);
    expect(notebook.settings).toEqual({ runMode: "auto", weekStart: "monday" });
    expect(notebook.data.map((slot) => slot.table)).toEqual(["plans"]);
    expect(notebook.cells[2]).toMatchObject({ kind: "foreign", saved: { form: "foreign" } });
  });
});

describe("readNotebook of our own files", () => {
  test("says when the text of an analysis was changed by another program", () => {
    const file = JSON.parse(fixture("ebb-2"));
    file.cells[2].source = ['analyse("attrition", { table: "other" })'];
    const { notebook, notes } = readNotebook(JSON.stringify(file));
    expect(notes.map((note) => [note.code, note.values])).toEqual([
      ["edited-elsewhere", { place: "left_in_march" }],
    ]);
    expect(notebook.cells[2]).toMatchObject({ table: "events" });
  });

  test("keeps an analysis it does not know", () => {
    const file = JSON.parse(fixture("ebb-2"));
    file.cells[2].metadata.ebb.analysis = "from-the-future";
    file.cells[2].source = [];
    expect(readNotebook(JSON.stringify(file)).notebook.cells[2]).toMatchObject({
      kind: "analysis",
      analysis: "from-the-future",
      params: { month: "2024-03" },
    });
  });

  test("keeps what it does not know under our name", () => {
    const file = JSON.parse(fixture("ebb-2"));
    file.metadata.ebb.theme = "dark";
    file.cells[1].metadata.ebb.pinned = true;
    const written = JSON.parse(writeNotebook(readNotebook(JSON.stringify(file)).notebook));
    expect(written).toEqual(file);
  });

  test("keeps outputs that another program put into our cell", () => {
    const file = JSON.parse(fixture("ebb-2"));
    const outputs = [{ output_type: "stream", name: "stdout", text: ["hello\n"] }];
    file.cells[1].outputs = outputs;
    const { notebook } = readNotebook(JSON.stringify(file));
    expect(notebook.cells[1]?.saved).toEqual({ form: "foreign", outputs });
    expect(JSON.parse(writeNotebook(notebook)).cells[1].outputs).toEqual(outputs);
  });

  test("keeps everything when something was added to our outputs", () => {
    const file = JSON.parse(fixture("ebb-2"));
    file.cells[1].outputs.push({ output_type: "stream", name: "stdout", text: [] });
    file.cells[2].outputs.push({ output_type: "stream", name: "stdout", text: [] });
    expect(JSON.parse(writeNotebook(readNotebook(JSON.stringify(file)).notebook))).toEqual(file);
  });

  test("leaves out a data slot without a table name", () => {
    const file = JSON.parse(fixture("ebb-2"));
    file.metadata.ebb.data[1].table = "";
    expect(codes(JSON.stringify(file))).toEqual(["damaged"]);
  });

  test("opens a newer version for reading only, and says so first", () => {
    const { notebook, notes, readOnly } = readNotebook(fixture("newer-version"));
    expect(readOnly).toBe(true);
    expect(notes[0]).toMatchObject({ code: "newer-version", values: { version: "7" } });
    expect(notebook.cells.map((cell) => cell.kind)).toEqual(["foreign", "sql"]);
  });

  test("opens a newer nbformat for reading only", () => {
    const file = { ...JSON.parse(fixture("python-4.5")), nbformat_minor: 9 };
    expect(readNotebook(JSON.stringify(file))).toMatchObject({ readOnly: true });
    expect(codes(JSON.stringify({ ...file, nbformat: 5 }))).toEqual(["newer-nbformat", "other-language"]);
  });

  test.each(["ebb-1", "ebb-2"])("opens %s as it was written", (file) => {
    expect(readNotebook(fixture(file))).toEqual({ notebook: sampleNotebook, notes: [], readOnly: false });
  });
});
