import { describe, expect, test } from "vitest";
import { compileCell, isFault } from "../../../src/engine/code";
import { faultOf } from "./compiled";

/** A text, the fault's code, its place, its message. */
const broken: readonly (readonly [text: string, code: string, place: string, message: string])[] = [
  ["const a =\n  )", "syntax", "2:3", "unexpected: )"],
  ["const a = ", "syntax", "1:11", "the text ends too early"],
  ["f(1, 2", "syntax", "1:7", 'the text ends too early (expected ",")'],
  ["const a: number = 5 6", "syntax", "1:21", 'unexpected: 6 (expected ";")'],
  ["const s = 'open", "syntax", "1:11", "unterminated string constant"],
  ["`a ${b", "syntax", "1:7", ""],
  ["/* open", "syntax", "1:7", "unterminated comment"],
  ["a = /[/", "syntax", "1:6", "unterminated regular expression"],
  ["/(/", "syntax", "1:2", ""],
  ["return 5", "syntax", "1:1", "return outside a function: a cell shows its last expression"],
  ["const a = <div>hi</div>", "syntax", "1:20", "JSX is not supported: write html`…` or svg`…`"],
  ["const a = <Chart data={b} />", "syntax", "1:18", ""],
  ["if (a) {\n  b\n", "syntax", "3:1", "the text ends too early"],
  ["with (a) b", "syntax", "1:1", ""],
  ["let x: string = 010", "syntax", "1:17", ""],
  ["break", "syntax", "1:1", ""],
  ["import.meta.url", "syntax", "1:1", "import.meta: a cell is no module"],
  [
    "namespace N { export const a = 1 }\nN.a",
    "syntax",
    "1:1",
    "a namespace is not supported: N; write an object, const N = { … }",
  ],
  ["using a = b", "syntax", "1:7", "unexpected: a"],
  ["type A = `a\nb`\n1", "syntax", "1:1", "a text in a type must stand on one line"],
  ['const a: number = 1; import * as d3 from "d3"', "import", "1:22", "a cell cannot import: d3"],
  ['import "./side"', "import", "1:1", "a cell cannot import: ./side"],
  ['import fs = require("fs")', "import", "1:1", "a cell cannot import: fs"],
  ['const a = await import("a")', "import", "1:17", "a cell cannot import: a"],
  ["f(() => import(name2))", "import", "1:9", "a cell cannot import: import(…)"],
  [
    "const a: A = 1\nexport { a }",
    "export",
    "2:1",
    "nothing to export: other cells see every top-level name",
  ],
  ["export { b }", "export", "1:10", "nothing to export: other cells see every top-level name"],
  ["export default 1", "export", "1:1", "nothing to export: other cells see every top-level name"],
  ["const { a, width } = b", "reserved-name", "1:12", "always there, not to be redefined: width"],
  ["function display() {}", "reserved-name", "1:10", "always there, not to be redefined: display"],
  ["if (a) { var Map = b }", "reserved-name", "1:14", "always there, not to be redefined: Map"],
  ["enum Plot { A }", "reserved-name", "1:6", "always there, not to be redefined: Plot"],
  ["width = 3", "reserved-name", "1:1", "always there, not to be redefined: width"],
  ["__define({ a: 1 })", "reserved-name", "1:1", "always there, not to be redefined: __define"],
  ["const a: A = b\nlet a = c", "double-name", "2:5", "declared twice: a"],
  ["function f(a) { let a }", "double-name", "1:21", "declared twice: a"],
  ["total = 1", "assigns-foreign", "1:1", "only the cell that defines a name can assign to it: total"],
  [
    "const a: number = b as any; n++",
    "assigns-foreign",
    "1:29",
    "only the cell that defines a name can assign to it: n",
  ],
  ["for (k of [1]) ;", "assigns-foreign", "1:6", "only the cell that defines a name can assign to it: k"],
  [
    "({ a: x.y, b: [z] } = c)",
    "assigns-foreign",
    "1:16",
    "only the cell that defines a name can assign to it: z",
  ],
  [
    "on(() => { count ??= 1 })",
    "assigns-foreign",
    "1:12",
    "only the cell that defines a name can assign to it: count",
  ],
];

describe("a fault says what is wrong and where", () => {
  test.each(broken)("%s", (text, code, place, message) => {
    const fault = faultOf(text);
    expect(`${fault.code} ${fault.place.line}:${fault.place.column}`).toBe(`${code} ${place}`);
    if (message) expect(fault.message).toBe(message);
    expect(fault.message).not.toMatch(/\(\d+:\d+\)|^[A-Z](?!SX)/);
  });
});

test("a text that nests deeper than the stack has a fault", () => {
  for (const text of [
    "(".repeat(50_000),
    "a +".repeat(50_000) + " a",
    "if (a); else ".repeat(50_000) + ";",
  ]) {
    expect(faultOf(text)).toMatchObject({ code: "syntax", message: "nested too deeply" });
  }
});

test("a fault names what it is about", () => {
  expect(faultOf('import d3 from "d3"').values).toEqual({ module: "d3" });
  expect(faultOf("x = 1").values).toEqual({ name: "x" });
  expect(faultOf("let a, a").values).toEqual({ name: "a" });
  expect(faultOf("const sql = 1").values).toEqual({ name: "sql" });
});

test("the first fault in the text is told", () => {
  expect(faultOf('x = 1\nimport a from "a"').code).toBe("assigns-foreign");
  expect(faultOf('import a from "a"\nx = 1').code).toBe("import");
});

test("a place is where a person sees it, behind types and after any line end", () => {
  const text =
    "type A = {\r\n  b: number\r\n}\r\nconst f = (a: A, b: Map<string, A>): A => a; const g: A = f!(a as A), h = 1 2";
  const { place } = faultOf(text);
  expect(place.line).toBe(4);
  expect(text.split("\r\n")[3]!.slice(place.column - 1)).toBe("2");
  const foreign = "const f = (a: A, b: Map<string, A>): A => a; total = f";
  expect(foreign.slice(faultOf(foreign).place.column - 1)).toBe("total = f");
});

test.each([
  "const a = `namespace N {\nnamespace M {`",
  "/*\nnamespace N {\n*/ a",
  "declare namespace N { const a: number }\nlet b",
  "const a = `\nimport fs = require('fs')`",
  "let namespace2 = 1",
  "html`<div/>` + '</b>'",
  "const from = 1, type = 2, as = 3, of = 4, get = 5",
])("no fault: %s", (text) => {
  expect(isFault(compileCell(text))).toBe(false);
});
