import { expect, test } from "vitest";
import { conflictSides, salvaged, writeNotebook } from "../../../src/cells/model";
import { fixture, schemaErrors } from "./fixture";

const conflict = `{"cells": [],
<<<<<<< HEAD
 "metadata": {"title": "ours"},
||||||| base
 "metadata": {},
=======
 "metadata": {"title": "theirs"},
>>>>>>> prices/new
 "nbformat": 4, "nbformat_minor": 5}`;

test("both sides of a conflict are whole notebooks, with the names that git gave them", () => {
  const { own, theirs } = conflictSides(fixture("merge-conflict"))!;
  for (const { read } of [own, theirs]) expect(schemaErrors(writeNotebook(read!.notebook))).toEqual([]);
  expect(writeNotebook(own.read!.notebook)).not.toBe(writeNotebook(theirs.read!.notebook));
});

test("the common ancestor belongs to neither, whatever the line ends are", () => {
  for (const text of [conflict, conflict.replaceAll("\n", "\r\n")])
    expect(conflictSides(text)).toMatchObject({
      own: { label: "HEAD", read: { notebook: { title: "ours" }, readOnly: false, notes: [] } },
      theirs: { label: "prices/new", read: { notebook: { title: "theirs" }, readOnly: false, notes: [] } },
    });
});

test("of a side that is no notebook only that is said; of one that breaks off its whole cells are left", () => {
  expect(conflictSides(conflict.replace('"theirs"', '"theirs'))).toMatchObject({
    own: { read: { notebook: { title: "ours" } } },
    theirs: { label: "prices/new", read: null },
  });
  const cut = conflict.replace("[]", '[{"cell_type": "raw", "metadata": {}, "source": ""}').slice(0, 90);
  expect(conflictSides(cut)).toMatchObject({ own: { read: null }, theirs: { read: null } });
  expect(salvaged(cut)?.notebook.cells).toHaveLength(1);
});

test("a notebook whose text speaks of conflicts holds none", () => {
  const text = JSON.stringify({ cells: [], metadata: { title: "<<<<<<< HEAD\n=======\n" }, nbformat: 4 });
  expect(conflictSides(text)).toBe(null);
});
