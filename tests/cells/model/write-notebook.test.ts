import { describe, expect, test } from "vitest";
import { newCell, newNotebook, readNotebook, writeNotebook, type Notebook } from "../../../src/cells/model";
import { fixture, schemaErrors } from "./fixture";
import { sampleNotebook } from "./sample-notebook";

function linesChanged(before: string, after: string): number {
  const old = new Map<string, number>();
  for (const line of before.split("\n")) old.set(line, (old.get(line) ?? 0) + 1);
  return after.split("\n").filter((line) => {
    const left = old.get(line) ?? 0;
    old.set(line, left - 1);
    return left <= 0;
  }).length;
}

describe("writeNotebook", () => {
  test("writes version 2 as it always did", () => {
    expect(writeNotebook(sampleNotebook)).toBe(fixture("ebb-2"));
  });

  test("is valid nbformat 4.5, with results and without", () => {
    expect(schemaErrors(writeNotebook(sampleNotebook))).toEqual([]);
    expect(schemaErrors(writeNotebook(sampleNotebook, { results: false }))).toEqual([]);
    expect(schemaErrors(writeNotebook(newNotebook()))).toEqual([]);
  });

  test("leaves out every result when asked", () => {
    const text = writeNotebook(sampleNotebook, { results: false });
    for (const word of ["vnd.ebb", "30 %", "<svg", "not found", "2024-05-01", "stdout"])
      expect(text).not.toContain(word);
    const bare = sampleNotebook.cells.map((cell) => ({ ...cell, saved: null }));
    expect(readNotebook(text).notebook).toEqual({ ...sampleNotebook, cells: bare });
  });

  test("changes few lines for a small change", () => {
    const edited: Notebook = {
      ...sampleNotebook,
      cells: sampleNotebook.cells.map((cell) =>
        cell.kind === "markdown" ? { ...cell, source: cell.source.replace("question", "doubt") } : cell,
      ),
    };
    expect(linesChanged(writeNotebook(sampleNotebook), writeNotebook(edited))).toBe(1);
  });

  test("does not depend on the order in which parameters were set", () => {
    const cell = newCell("analysis", () => 0);
    const text = (params: object) =>
      writeNotebook({ ...newNotebook(() => 0), cells: [{ ...cell, params: { ...params } }] });
    expect(text({ a: 1, b: { c: 2, d: 3 } })).toBe(text({ b: { d: 3, c: 2 }, a: 1 }));
  });

  test("writes an analysis as the call that runs it", () => {
    const source = (params: object) => {
      const cell = {
        ...newCell("analysis"),
        analysis: "attrition",
        table: "my events",
        params: { ...params },
      };
      return JSON.parse(writeNotebook({ ...newNotebook(), cells: [cell] })).cells[0].source.join("");
    };
    expect(source({ month: "2024-03", k: 10 })).toBe(
      'analyse("attrition", { table: "my events", k: 10, month: "2024-03" })',
    );
    expect(source({ "a-b": ["x\u2028"], none: null })).toContain('"a-b": [');
    expect(source({ text: "x".repeat(80), n: 1 })).toBe(
      `analyse("attrition", {\n  table: "my events",\n  n: 1,\n  text: "${"x".repeat(80)}",\n})`,
    );
  });

  test("lets nothing out of a table's text into its HTML", () => {
    const saved = {
      form: "table" as const,
      at: "",
      columns: [{ name: "<b>", type: "VARCHAR", kind: "text" }],
      rows: [["<script>alert(1)</script>"], ["a & b\nc"], [null]],
      rowCount: 3,
    };
    const text = writeNotebook({ ...newNotebook(), cells: [{ ...newCell("sql"), saved }] });
    const { data } = JSON.parse(text).cells[0].outputs[0];
    expect(data["text/html"].join("")).not.toMatch(/<script|<b>/);
    expect(data["text/html"].join("")).toContain("<td>a &amp; b\nc</td>");
    expect(data["text/plain"].join("")).toBe("<b>\n<script>alert(1)</script>\na & b c\nNULL\n");
  });

  test("shows the first fifty rows to others and keeps all", () => {
    const rows = Array.from({ length: 200 }, (_, i) => [String(i)]);
    const saved = {
      form: "table" as const,
      at: "",
      columns: [{ name: "n", type: "", kind: "" }],
      rows,
      rowCount: 9000,
    };
    const text = writeNotebook({ ...newNotebook(), cells: [{ ...newCell("sql"), saved }] });
    expect(text).toContain("50 of 9000 rows");
    expect(readNotebook(text).notebook.cells[0]?.saved).toEqual(saved);
  });

  test("gives a figure no HTML, which other programs would show instead", () => {
    const outputs = JSON.parse(writeNotebook(sampleNotebook)).cells[2].outputs;
    expect(Object.keys(outputs[1].data)).toEqual(["image/svg+xml", "text/plain"]);
  });
});
