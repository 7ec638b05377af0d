import { expect, test } from "vitest";
import { readNotebook, writeNotebook } from "../../../src/cells/model";
import { schemaErrors } from "./fixture";

function file(cell: object, metadata: object = {}): string {
  const base = { cell_type: "code", id: "a", metadata: {}, source: "x", outputs: [], execution_count: null };
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells: [{ ...base, ...cell }] });
}

function outputsOf(...outputs: unknown[]) {
  const read = readNotebook(file({ outputs }));
  const written = writeNotebook(read.notebook);
  expect(schemaErrors(written)).toEqual([]);
  return { read, outputs: JSON.parse(written).cells[0].outputs };
}

test("an output that lacks what can be nothing else gets it, and nobody is bothered", () => {
  const { read, outputs } = outputsOf(
    { output_type: "stream", text: "a" },
    { output_type: "display_data", data: { "text/plain": "b" } },
    { output_type: "execute_result", data: {}, metadata: {} },
    { output_type: "error", ename: "E" },
  );
  expect(outputs).toEqual([
    { output_type: "stream", name: "stdout", text: "a" },
    { output_type: "display_data", data: { "text/plain": "b" }, metadata: {} },
    { output_type: "execute_result", data: {}, metadata: {}, execution_count: null },
    { output_type: "error", ename: "E", evalue: "", traceback: [] },
  ]);
  expect(read.readOnly).toBe(false);
});

test("an output that is none is kept whole, and its file is not saved over", () => {
  const strange = [
    7,
    { output_type: "update_display_data", data: {} },
    { output_type: "display_data", data: { "image/png": { a: 1 } }, metadata: {} },
  ];
  const { read, outputs } = outputsOf(...strange);
  expect(
    outputs.map((output: { data: object }) => (output.data as Record<string, unknown>)["application/json"]),
  ).toEqual(strange);
  expect(read.notes.filter(({ code }) => code === "damaged")).toHaveLength(1);
  expect(read.readOnly).toBe(true);
});

test("keys that an output may not have go, and are named", () => {
  const { read } = outputsOf({ output_type: "stream", name: "stdout", text: "a", transient: {} });
  expect(read.notes.find(({ code }) => code === "keys-dropped")?.values).toEqual({
    place: "#1",
    keys: "transient",
  });
  expect(read.readOnly).toBe(true);
});

test("official metadata of a wrong form go, others stay", () => {
  const metadata = {
    tags: ["a", "a"],
    name: "",
    collapsed: 1,
    scrolled: "auto",
    jupyter: [],
    execution: {},
    mine: 1,
  };
  const read = readNotebook(
    file({ metadata }, { kernelspec: { name: "python3" }, language_info: {}, authors: "me", mine: [1] }),
  );
  const written = writeNotebook(read.notebook);
  expect(schemaErrors(written)).toEqual([]);
  expect(JSON.parse(written).cells[0].metadata).toEqual({ scrolled: "auto", execution: {}, mine: 1 });
  expect(JSON.parse(written).metadata).toMatchObject({
    kernelspec: { name: "python3", display_name: "python3" },
    mine: [1],
  });
  expect(read.notes.filter(({ code }) => code === "keys-dropped").map(({ values }) => values.keys)).toEqual([
    "tags, name, collapsed, jupyter",
    "language_info, authors",
  ]);
});

test("code of another language is told once, of another tool's notebook", () => {
  const python = file({}, { language_info: { name: "python" } });
  const first = readNotebook(python);
  expect(first.notes.map(({ code, values }) => [code, values])).toEqual([
    ["other-language", { count: "1", language: "python" }],
  ]);
  expect(readNotebook(writeNotebook(first.notebook)).notes).toEqual([]);
});
