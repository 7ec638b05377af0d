import { describe, expect, test } from "vitest";
import { offsetOfByte, placeAt, placeAtByte } from "../../../src/engine/sql-text";

describe("placeAt", () => {
  test("counts lines and columns from one", () => {
    expect(placeAt("ab\ncd", 0)).toEqual({ line: 1, column: 1 });
    expect(placeAt("ab\ncd", 4)).toEqual({ line: 2, column: 2 });
    expect(placeAt("ab\ncd", 99)).toEqual({ line: 2, column: 3 });
  });

  test("knows all three line ends", () => {
    expect(placeAt("a\r\nb\rc\nd", 7)).toEqual({ line: 4, column: 1 });
  });
});

describe("placeAtByte", () => {
  test("turns UTF-8 bytes into editor columns", () => {
    const text = "-- Привет\nselect '😀', x";
    const byte = new TextEncoder().encode(text.slice(0, text.indexOf("x"))).length;
    expect(placeAtByte(text, byte)).toEqual({ line: 2, column: "select '😀', x".indexOf("x") + 1 });
  });

  test("takes a byte inside a character and one beyond the text", () => {
    expect(offsetOfByte("é", 1)).toBe(0);
    expect(offsetOfByte("a😀b", 3)).toBe(1);
    expect(offsetOfByte("ab", 99)).toBe(2);
    expect(offsetOfByte("", 0)).toBe(0);
  });

  test("agrees with the encoder about a lone surrogate", () => {
    const text = "\ud800x";
    expect(offsetOfByte(text, new TextEncoder().encode("\ud800").length)).toBe(1);
  });
});
