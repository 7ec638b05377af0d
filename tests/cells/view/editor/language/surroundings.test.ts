import { describe, expect, test } from "vitest";
import { analyses } from "../../../../../src/analyses";
import { analysisOptions } from "../../../../../src/cells/view/editor/language/analysis-types";
import { withoutMissing } from "../../../../../src/cells/view/editor/language/browser-names";
import { namesDefined } from "../../../../../src/cells/view/editor/language/cell-names";
import { declarationsOf } from "../../../../../src/cells/view/editor/language/declarations";

describe("declarations of a notebook", () => {
  test("relations and inputs become variables where their name can be one", () => {
    const text = declarationsOf(
      {
        relations: [
          { name: "orders", row: "{ n: number }" },
          { name: "left on", row: "{ n: number }" },
          { name: "class", row: "any" },
          { name: "Plot", row: "any" },
          { name: "orders", row: "{ m: string }" },
        ],
        values: [
          { name: "limit", type: "number | null" },
          { name: "a b", type: "string" },
        ],
        analyses: [{ id: "attrition-over-time", options: "{ table: string }" }],
      },
      (name) => name === "Plot",
    );
    expect(text.split("\n").filter((line) => line.startsWith("declare"))).toEqual([
      'declare const orders: EbbTable<EbbRelations["orders"]>;',
      "declare const limit: number | null;",
    ]);
    expect(text).toContain('  "left on": { n: number };');
    expect(text).toContain('  "attrition-over-time": { table: string };');
  });

  test("a name cannot end the declaration it stands in", () => {
    const name = '"]: any } declare const evil: 1; //\n';
    const text = declarationsOf(
      { relations: [{ name, row: "{ n: number }" }], values: [{ name, type: "number" }], analyses: [] },
      () => false,
    );
    expect(text.split("\n").some((line) => line.includes("declare"))).toBe(true);
    expect(text).not.toMatch(/^declare/m);
    expect(text).toContain(JSON.stringify(name));
  });

  test("every analysis has its parameters as options", () => {
    const attrition = analyses.find(({ id }) => id === "attrition")!;
    const options = analysisOptions(attrition.params, true);
    expect(options).toMatch(/^\{ table: keyof EbbRelations \| \(string & \{\}\); mode\?: "/);
    for (const [name, spec] of Object.entries(attrition.params))
      expect(options.includes(`${name}?:`)).toBe(spec.type !== "rule");
    expect(analysisOptions({}, false)).toBe("{ table?: keyof EbbRelations | (string & {}) }");
  });
});

describe("names a cell defines", () => {
  test.each([
    ["const a = 1, { b, c: [d], ...e } = x;", ["a", "b", "d", "e"]],
    ["let a; var b; function c() {} class D {} enum E {} interface F {} type G = 1;", [..."abcDEFG"]],
    ["{ const inner = 1 } for (const i of x) {}", []],
    ["export const a = 1; export function b() {} const c = 2;", ["c"]],
    ["const = 3; function () {}", []],
    ["function f(a: string): void; function f(a: number): void {}", ["f"]],
    ["", []],
  ])("%s", (text, names) => expect(namesDefined(text)).toEqual(names));
});

test("globals a cell does not have are taken out of the browser's library, their comments with them", () => {
  const library = [
    "interface Window { x: 1 }",
    "/** Asks. */",
    "declare function fetch(a: string): void;",
    "/**",
    " * Stores.",
    " */",
    "declare var localStorage: Storage;",
    "/** The document. */",
    "declare var document: Document;",
    "declare var Worker: {",
    "    prototype: Worker;",
    "};",
    "declare const name: void;",
    "type End = 1;",
  ];
  expect(withoutMissing(library.join("\n")).split("\n")).toEqual([
    "interface Window { x: 1 }",
    "/** The document. */",
    "declare var document: Document;",
    "type End = 1;",
  ]);
});
