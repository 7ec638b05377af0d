import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell } from "../../../src/cells/model";
import { isAmongSelected, selectedCells } from "../../../src/cells/session/selected-cells";
import type { Session } from "../../../src/cells/session/session";
import { drawn } from "./drawn";
import { codeCell, play, ready, run, sqlCell, statuses, textCell } from "./play";

const ids = (session: Session) => session.notebook.cells.map(({ id }) => id).join("");
const chosen = (session: Session) =>
  selectedCells(session)
    .map(({ id }) => id)
    .join("");
const letters = (text: string) => ready(...[...text].map((id) => textCell(id, id)));
const at = (session: Session, cell: string) => play(session, { type: "selected", cell, edit: false }).session;

describe("several cells", () => {
  test("a selection grows from where it began, and ends where another cell is at hand", () => {
    const start = at(letters("abcd"), "b");
    const grown = play(
      start,
      { type: "selection-extended", by: 1 },
      { type: "selection-extended", by: 1 },
    ).session;
    expect(chosen(grown)).toBe("bcd");
    expect(isAmongSelected(grown, "c")).toBe(true);
    expect(isAmongSelected(grown, "a")).toBe(false);
    expect(chosen(play(grown, { type: "selection-extended", by: 1 }).session)).toBe("bcd");
    expect(chosen(play(grown, { type: "selection-extended-to", cell: "a" }).session)).toBe("ab");
    expect(chosen(play(grown, { type: "selection-moved", by: -1 }).session)).toBe("c");
    expect(chosen(at(grown, "d"))).toBe("d");
    expect(chosen(play(start, { type: "all-selected" }).session)).toBe("abcd");
    const alone = at(letters("ab"), "a");
    expect(isAmongSelected(alone, "a")).toBe(false);
  });

  test("are deleted in one step, kept in the bin, and readers are told", () => {
    const fresh = run(
      ready(sqlCell("a", "select 1"), sqlCell("b", "from a"), textCell("t"), sqlCell("c", "from b")),
      "a",
      "b",
      "c",
    ).session;
    const { session, effects } = play(fresh, { type: "cells-deleted", cells: ["a", "b", "t"] });
    expect(ids(session)).toBe("c");
    expect(statuses(session)["c"]).not.toBe("fresh");
    expect(effects.filter(({ type }) => type === "keep-deleted")).toMatchObject([{ at: 0 }, { at: 1 }]);
    const back = play(session, { type: "undo" }).session;
    expect(back.notebook).toEqual(fresh.notebook);
    expect(session.done).toHaveLength(1);
  });

  test("a running query of a deleted cell is stopped", () => {
    const busy = play(ready(sqlCell("a", "select 1")), { type: "run-requested", cells: ["a"] }).session;
    const { session, effects } = play(busy, { type: "cells-deleted", cells: ["a"] });
    expect(effects.map(({ type }) => type)).toContain("stop");
    expect(session.runs).toEqual({});
    expect(play(session, { type: "cells-deleted", cells: ["a"] }).session.done).toHaveLength(1);
  });

  test("move together, in their own order, and stay selected", () => {
    const two = play(at(letters("abcd"), "b"), { type: "selection-extended", by: 1 }).session;
    const move = (before: string | null) =>
      play(two, { type: "cells-moved", cells: ["b", "c"], before }).session;
    expect(ids(move("a"))).toBe("bcad");
    expect(ids(move(null))).toBe("adbc");
    expect(chosen(move(null))).toBe("bc");
    expect(move("d")).toBe(two);
    expect(move("c")).toBe(two);
    expect(ids(play(move("a"), { type: "undo" }).session)).toBe("abcd");
  });

  test("are switched off in one step", () => {
    const start = ready(sqlCell("a", "select 1"), sqlCell("b", "select 2"));
    const off = play(start, { type: "cells-disabled", cells: ["a", "b"], disabled: true }).session;
    expect(off.notebook.cells.every(({ disabled }) => disabled)).toBe(true);
    expect(off.done).toHaveLength(1);
    expect(play(off, { type: "undo" }).session.notebook).toEqual(start.notebook);
    expect(play(off, { type: "cells-disabled", cells: ["a"], disabled: true }).session).toBe(off);
  });

  test("pasted cells are selected; one whose id is there already is left out", () => {
    const start = letters("ab");
    const cells: Cell[] = [textCell("a"), textCell("x"), textCell("y"), textCell("y")];
    const pasted = play(start, { type: "cells-pasted", cells, at: 1 }).session;
    expect(ids(pasted)).toBe("axyb");
    expect(chosen(pasted)).toBe("xy");
    expect(play(pasted, { type: "undo" }).session.notebook).toEqual(start.notebook);
  });
});

describe("merge and split", () => {
  test("cells of one kind become one; who read the other's name is told", () => {
    const fresh = run(drawn("a sql select 1\nb sql from a\nc sql from b"), "a", "b", "c").session;
    const merged = play(fresh, { type: "cells-merged", cells: ["a", "b"] }).session;
    expect(merged.notebook.cells[0]).toMatchObject({ id: "a", name: "a", source: "select 1\n\nfrom a" });
    expect(statuses(merged)).toMatchObject({ a: "stale" });
    expect(statuses(merged)["c"]).not.toBe("fresh");
    expect(play(merged, { type: "undo" }).session.notebook).toEqual(fresh.notebook);
  });

  test("not what is of several kinds, half switched off, or has other pictures of the same name", () => {
    const pictured = (id: string, data: string) => ({ ...textCell(id, id), attachments: { "a.png": data } });
    const off = { ...textCell("o"), disabled: true as const };
    const start = ready(textCell("t"), codeCell("c", "1"), off, pictured("p", "1"), pictured("q", "2"));
    for (const cells of [["t", "c"], ["t", "o"], ["p", "q"], ["t"], []])
      expect(play(start, { type: "cells-merged", cells }).session).toBe(start);
    const both = play(start, { type: "cells-merged", cells: ["t", "p"] }).session;
    expect(both.notebook.cells[0]).toMatchObject({ source: "p", attachments: { "a.png": "1" } });
  });

  test("a split keeps every letter, and undo brings the cell back", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(40), (source, place) => {
        const start = ready(sqlCell("a", source));
        const { session } = play(start, { type: "cell-split", cell: "a", at: place, id: "n" });
        if (place > source.length) {
          expect(session.notebook).toBe(start.notebook);
          return;
        }
        const texts = session.notebook.cells.map((cell) => ("source" in cell ? cell.source : ""));
        expect(texts.join("").replaceAll("\n", "")).toBe(source.replaceAll("\n", ""));
        expect(session.notebook.cells.map(({ name }) => name)).toEqual(["a", ""]);
        expect(play(session, { type: "undo" }).session.notebook).toEqual(start.notebook);
      }),
    );
  });
});
