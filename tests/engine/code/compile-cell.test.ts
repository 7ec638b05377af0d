import { describe, expect, test } from "vitest";
import { cellTexts } from "./cell-texts";
import { compiled, functionOf } from "./compiled";

describe("compileCell finds what a cell defines and reads", () => {
  test.each(cellTexts)("%s", (text, defines, reads) => {
    const cell = compiled(text);
    expect(cell.defines.join(" ")).toBe(defines);
    expect(cell.reads.join(" ")).toBe(reads);
  });
});

describe("compileCell gives a body of a function, line for line", () => {
  test.each(cellTexts)("%s", (text) => {
    const cell = compiled(text);
    expect(cell.body.split("\n")).toHaveLength(text.split("\n").length);
    expect(() => functionOf(cell)).not.toThrow();
  });
});

describe("compileCell says which names of the scope are used", () => {
  test.each([
    ["width / 2", "width"],
    ["Plot.dot(d3.range(3)).plot({ width })", "Plot d3 width"],
    ["((width) => width)(1)", ""],
    ["const x = view(slider)", ""],
    ["const x = view(slider); view(other)", "view"],
    ["display(random())", "display random"],
  ])("%s", (text, scope) => {
    expect(compiled(text).scope.join(" ")).toBe(scope);
  });
});

describe("compileCell knows views", () => {
  test.each([
    ["const x = view(a)", "x"],
    ["const x = view(a), y = view(b), z = 1", "x y"],
    ["const x: number = view<number>(a) as number", "x"],
    ["const x = (view)(a)", "x"],
    ["const x = await view(a)", ""],
    ["const { x } = view(a)", ""],
    ["{ const x = view(a) }", ""],
    ["const x = f(view(a))", ""],
    ["function view2(view) { const x = view(1) }", ""],
  ])("%s", (text, views) => {
    expect(compiled(text).views.join(" ")).toBe(views);
  });
});

describe("compileCell finds relations where they are written out", () => {
  test.each([
    ["await sql`from orders join users using (id)`", "orders users"],
    ["sql`from orders where a = ${b} and c in (select x from ${t})`", "orders"],
    ["sql`from ${t}`", ""],
    ["sql`from main.${t} join o`", "o"],
    ["sql`with q as (from t) from q`", "t"],
    ['table("orders")', "orders"],
    ["table<Row>(`my orders`)", "my orders"],
    ["table(name2)", ""],
    ["table(`a${b}`)", ""],
    ['analyse("attrition", { table: "events", months: 3 })', "events"],
    ['analyse("attrition", { "table": `events` })', "events"],
    ["analyse(id, { table: t, ...more })", ""],
    ['function f(table) { return table("a") }', ""],
    ["[1].map((sql) => sql`from a`); sql`from b`", "b"],
    ['other.table("a"); html`from b`', ""],
    ['table("Orders"); sql`from orders`', "Orders"],
    ["const f = () => () => sql`from deep`", "deep"],
  ])("%s", (text, relations) => {
    expect(compiled(text).relations.join(" ")).toBe(relations);
  });
});
