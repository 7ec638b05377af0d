import { describe, expect, test } from "vitest";
import { salvaged, textOfBytes } from "../../../src/cells/model";
import { fixture } from "./fixture";

describe("what can still be read", () => {
  test("of a text that breaks off is every whole cell, and how many are lost", () => {
    const text = fixture("ebb-2");
    const whole = JSON.parse(text).cells as { id: string }[];
    const fourth = text.indexOf('"id": "broken"');
    const read = salvaged(text.slice(0, fourth))!;
    expect(read.notebook.cells.map((cell) => cell.id)).toEqual(whole.slice(0, 3).map(({ id }) => id));
    expect(read.notes[0]).toMatchObject({ code: "pieces", values: { count: "3", lost: "1" } });
    expect(read.readOnly).toBe(true);
  });

  test("of a cell spoilt by hand are all the others", () => {
    const text = fixture("ebb-2").replace('"cell_type": "markdown",', '"cell_type": markdown,');
    const read = salvaged(text)!;
    expect(read.notebook.cells.map((cell) => cell.id)).not.toContain("intro");
    expect(read.notebook.cells).toHaveLength(4);
  });

  test("of a text without cells is nothing", () => {
    for (const text of [
      "",
      "{",
      '{"cells": [',
      '{"cells": [1, {"a": 2}',
      "<<<<<<< a\n=======\n>>>>>>> b",
      '"cells": [{{{{',
    ])
      expect(salvaged(text)).toBe(null);
  });

  test("comes at once from a long text of braces and quotes", () => {
    for (const one of ["{", '"', '{"a', "[{}", "\\", "<<<<<<< \n"])
      expect(salvaged(`{"cells": [${one.repeat(300_000)}`)).toBe(null);
  });
});

describe("a file's bytes", () => {
  const bytes = (...list: number[]) => new Uint8Array(list);

  test("are text in UTF-8, or in UTF-16 when they say so", () => {
    expect(textOfBytes(new TextEncoder().encode("кто уходит"))).toEqual({
      text: "кто уходит",
      isWhole: true,
    });
    expect(textOfBytes(bytes(0xff, 0xfe, 0x7b, 0))).toEqual({ text: "{", isWhole: true });
    expect(textOfBytes(bytes(0xfe, 0xff, 0, 0x7b))).toEqual({ text: "{", isWhole: true });
  });

  test("that are no text are told from those that are", () => {
    expect(textOfBytes(bytes(0x22, 0xff, 0x22))).toEqual({ text: '"\ufffd"', isWhole: false });
    expect(textOfBytes(bytes(0xff, 0xfe, 0x7b)).isWhole).toBe(false);
  });
});
