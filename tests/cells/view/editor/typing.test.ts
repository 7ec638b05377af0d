import { describe, expect, test } from "vitest";
import { Echo } from "../../../../src/cells/view/editor/live/echo";
import { offsetOf, rangeOf } from "../../../../src/cells/view/editor/place";
import { keyCommand } from "../../../../src/cells/view/editor/plain-field";
import { tokenRole } from "../../../../src/cells/view/editor/token-class";

describe("a text that comes back to the editor", () => {
  test("is not put in again, even when later keys have overtaken it", () => {
    const echo = new Echo("");
    echo.send("a");
    echo.send("ab");
    expect(echo.receive("")).toBe(false);
    expect(echo.receive("a")).toBe(false);
    expect(echo.receive("ab")).toBe(false);
  });

  test("replaces the editor's when it was changed elsewhere", () => {
    const echo = new Echo("a");
    echo.send("ab");
    expect(echo.receive("undone")).toBe(true);
    expect(echo.receive("undone")).toBe(false);
    expect(echo.receive("ab")).toBe(true);
  });
});

describe("keys in the plain field", () => {
  const caret = { value: "one\ntwo", selectionStart: 5, selectionEnd: 5 };
  const press = (key: string, held: object = {}, at: object = {}) =>
    keyCommand(
      { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held },
      { ...caret, ...at },
    );

  test("run, leave and go to the next cell", () => {
    expect(press("Enter")).toBe(null);
    expect(press("Enter", { shiftKey: true })).toBe("run-and-next");
    expect(press("Enter", { ctrlKey: true })).toBe("run");
    expect(press("Enter", { metaKey: true })).toBe("run");
    expect(press("Enter", { altKey: true })).toBe("run-and-insert");
    expect(press("Escape")).toBe("leave");
  });

  test("arrows leave only at the first and the last line, without a selection", () => {
    expect(press("ArrowUp")).toBe(null);
    expect(press("ArrowDown")).toBe("below");
    expect(press("ArrowDown", { shiftKey: true })).toBe(null);
    expect(press("ArrowUp", {}, { selectionStart: 1, selectionEnd: 1 })).toBe("above");
    expect(press("ArrowUp", {}, { selectionStart: 1, selectionEnd: 2 })).toBe(null);
  });
});

test("an offset becomes a line and a column, and back", () => {
  expect(rangeOf("ab\ncde\n", 1, 5)).toEqual({ line: 1, column: 2, endLine: 2, endColumn: 3 });
  expect(rangeOf("ab\n", 3, 3)).toEqual({ line: 2, column: 1, endLine: 2, endColumn: 1 });
  expect(offsetOf("ab\ncde\n", 2, 3)).toBe(5);
  expect(offsetOf("ab", 1, 1)).toBe(0);
});

test("a token's colour follows the beginning of its type", () => {
  expect(tokenRole("keyword.sql")).toBe("keyword");
  expect(tokenRole("string.link.md")).toBe("name");
  expect(tokenRole("keywordish")).toBe(null);
  expect(tokenRole("identifier.sql")).toBe(null);
});
