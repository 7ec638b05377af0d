import { describe, expect, test } from "vitest";
import { formsOf, sizeOf, textOfOutput } from "../../../../src/cells/view/cell/foreign-forms";

const display = (data: object) => ({ output_type: "display_data", metadata: {}, data });

describe("an output of another program", () => {
  test("is its picture where it has one, before HTML that would draw it by a script", () => {
    const data = { "image/png": "aGVsbG8=\n", "text/html": "<script>", "text/plain": "fig" };
    expect(formsOf(display(data))).toEqual({ kind: "picture", content: "data:image/png;base64,aGVsbG8=" });
  });

  test("is the next form where the first is not what it says", () => {
    const data = { "image/png": '"><script>', "image/jpeg": 7, "text/html": " ", "text/plain": ["a", "b"] };
    expect(formsOf(display(data))).toEqual({ kind: "text", content: "ab", tone: "plain" });
  });

  test("is an SVG only inside an image", () => {
    const form = formsOf(display({ "image/svg+xml": ["<svg>", "\ud800#</svg>"] }));
    expect(form).toEqual({
      kind: "picture",
      content: "data:image/svg+xml;charset=utf-8,%3Csvg%3E%EF%BF%BD%23%3C%2Fsvg%3E",
    });
  });

  test("is Markdown before HTML, JSON where there is nothing else, and named where it is a program", () => {
    expect(formsOf(display({ "text/html": "<b>", "text/markdown": "*b*" })).kind).toBe("markdown");
    expect(formsOf(display({ "application/json": { a: 1 } }))).toMatchObject({ content: '{\n "a": 1\n}' });
    expect(formsOf(display({ "application/javascript": "alert(1)", "application/pdf": "x" }))).toEqual({
      kind: "none",
      content: "application/javascript, application/pdf",
    });
    expect(formsOf(7)).toEqual({ kind: "none", content: "number" });
  });

  test("is text of the screen without what steers a terminal", () => {
    const text = "\u001b[0;31mred\u001b[0m\u001b[2K \u0007bell\u001b]8;;x\u0007 \ttab\n";
    expect(textOfOutput(text)).toBe("red bell8;;x \ttab\n");
    expect(formsOf({ output_type: "stream", name: "stderr", text: ["a"] })).toMatchObject({ tone: "aside" });
    expect(formsOf({ output_type: "error", ename: "E", evalue: "v", traceback: [] })).toEqual({
      kind: "text",
      content: "E: v",
      tone: "error",
    });
  });

  test("has the size of its texts, however deep they lie", () => {
    expect(sizeOf({ a: ["xx", { b: "yyy" }], c: null })).toBe(9);
  });
});
