import { describe, expect, test } from "vitest";
import { run } from "./compiled";

describe("the last expression is shown", () => {
  test.each<[string, unknown]>([
    ["1 + 1", 2],
    ["1 + 1;", 2],
    ["1 + 1 // two", 2],
    ["1 + 1 // two\n;", 2],
    ["1 + 1 /* two */ ; // end", 2],
    ["1 +\n// first\n1\n// last", 2],
    ["1, 2", 2],
    ["(1, 2)", 2],
    ["((1)) // )", 1],
    ["await Promise.resolve(3)", 3],
    ["(await Promise.resolve([4]))[0]", 4],
    ["'use strict'", "use strict"],
    ["'a'\n'b'", "b"],
    ["`a;`", "a;"],
    ['";"', ";"],
    ["const a = 1\na", 1],
    ["let a = 1\n++a", 2],
    ["let a = 1, b = 2\na\n++b", 3],
    ["const f = () => 5\nf()", 5],
    ["const f = function () {}\n;[1, 2].length", 2],
    ["do var x = 1; while (false) x", 1],
    ["if (true) { }\n6", 6],
    ["{ 1 }\n7", 7],
    ["function f() { return 8 } f()", 8],
    ["class A { b = 9 } new A().b", 9],
    ["enum E { A = 3 }\nE.A", 3],
    ["type A = 1\n10\ninterface B {}", 10],
    ["11;;;", 11],
    ["x satisfies number", 12],
    ["(x as any)!", 12],
    ["<any>x", 12],
    ["x as\nany", 12],
    ["let a = x\n/ 2", undefined],
    ["a = x\n/ 2\nvar a", undefined],
    ["/;/.source", ";"],
    ["a <!--b\nvar a = 1, b = 1", undefined],
    ["var a = 0, b = 1; a <!--b", true],
    ["/* <!-- */ '<!--'", "<!--"],
    ["`<!--` // <!--", "<!--"],
    ["{ a: 1 }", { a: 1 }],
    ["{ a: 1, b: [2] } // end", { a: 1, b: [2] }],
    ["// start\n{ a: x as number }\n// end", { a: 12 }],
    ["{ x }", { x: 12 }],
    ["({ a: 1 })", { a: 1 }],
    ["[1, 2]", [1, 2]],
    ["undefined", undefined],
    ["typeof this", "undefined"],
    ["(function () { return typeof this })()", "undefined"],
    ['import type { A } from "a"\n(1)', 1],
    ['1\nimport { type A } from "a"\n(2)', 2],
  ])("%s", async (text, value) => {
    const { results } = await run(text, { x: 12 });
    expect(results.at(-1)).toEqual(value);
    expect(results.length).toBeLessThanOrEqual(1);
  });

  test("a function is", async () => {
    const { results } = await run("(x: number) => x + 1");
    expect((results[0] as (x: number) => number)(1)).toBe(2);
  });

  test.each([
    "",
    "// 1",
    "{}",
    "if (true) 1",
    "{ 1 }",
    "for (const a of [1]) a",
    "const a = 1",
    "function f() {}",
    "class A {}",
    "enum E { A }",
    "label: 1",
    "1; const a = 2",
  ])("nothing is: %s", async (text) => {
    expect((await run(text)).results).toEqual([]);
  });

  test("what display and view have shown is not shown twice", async () => {
    const values = { display: (value: unknown) => value, view: (value: unknown) => value };
    expect((await run("display(1)", values)).results).toEqual([]);
    expect((await run("await display(1)", values)).results).toEqual([]);
    expect((await run("view(1);", values)).results).toEqual([]);
    expect((await run("display(1) + 1", values)).results).toEqual([2]);
  });
});

describe("a cell's names come out at its end", () => {
  test.each<[string, unknown]>([
    ["const a = 1", { a: 1 }],
    ["const a = 1 // one", { a: 1 }],
    ["const a = 1 /* one */", { a: 1 }],
    ["let a = 1\na++\na", { a: 2 }],
    ["const { a, ...b } = { a: 1, c: 2 }, [d = 3] = []", { a: 1, b: { c: 2 }, d: 3 }],
    ["for (var i = 0; i < 3; i++);", { i: 3 }],
    ["if (false) { var a = 1 }", { a: undefined }],
    ["var a = await (async () => 4)()", { a: 4 }],
    ["enum E { A, B = 'b' } // end", { E: { 0: "A", A: 0, B: "b" } }],
    [
      "const größe = 1, __proto__ = 2",
      Object.fromEntries([
        ["größe", 1],
        ["__proto__", 2],
      ]),
    ],
    ["const a = 1\ninterface B { c: number }", { a: 1 }],
    ["do var a = 1; while (false)", { a: 1 }],
    ["const a = `//`", { a: "//" }],
  ])("%s", async (text, defined) => {
    expect((await run(text)).defined).toEqual(defined);
  });

  test("also functions and classes", async () => {
    const { defined } = await run(
      "function f() { return new A(2).b }\nclass A { constructor(readonly b: number) {} }",
    );
    expect((defined?.f as () => number)()).toBe(2);
    expect(Object.keys(defined ?? {})).toEqual(["f", "A"]);
  });

  test("or not at all when it throws", async () => {
    await expect(run("const a = 1; null.b")).rejects.toThrow(TypeError);
    await expect(run("a; const a = 1")).rejects.toThrow(ReferenceError);
  });

  test("and nothing is defined beside them", async () => {
    await expect(run("(function () { this.a = 1 })()")).rejects.toThrow(TypeError);
    expect((await run("1")).defined).toBeNull();
  });
});

describe("a view is told its name", () => {
  test.each([
    ["const x = view(a)", [["x", 1]]],
    ["const x = view(\n a /* ( */, b\n)", [["x", 1, 2]]],
    ["const x = view /* ( */ // (\n (a)", [["x", 1]]],
    ["const x = (view)((a, b))", [["x", 2]]],
    ["const x = view()", [["x"]]],
    ["const x = view(...[a, b])", [["x", 1, 2]]],
    [
      "const x = view<number>(a as any), y = view(b)",
      [
        ["x", 1],
        ["y", 2],
      ],
    ],
  ])("%s", async (text, views) => {
    const made = await run(text, { a: 1, b: 2 });
    expect(made.views).toEqual(views);
    expect(made.defined).toMatchObject({ x: "viewed" });
  });
});

test("an error has the line of the cell", async () => {
  const text =
    "type A = {\n  b: number\n}\nconst f = (x: A): number => {\n  throw new Error('here')\n}\nf({ b: 1 })";
  const error = await run(text).catch((error: unknown) => error);
  const line = /<anonymous>:(\d+)/.exec(error instanceof Error ? (error.stack ?? "") : "")?.[1];
  // Two lines before the body are the function's own.
  expect(Number(line) - 2).toBe(5);
});
