import { beforeAll, describe, expect, test } from "vitest";
import { answers } from "../../../../../src/cells/view/editor/language/answers";
import { NotebookService } from "../../../../../src/cells/view/editor/language/notebook-service";
import { problemsOf } from "../../../../../src/cells/view/editor/language/problems";
import { holesKnowTheNotebook } from "./holes";

/** One service for all: the libraries are read once. */
let notebook: NotebookService;
beforeAll(() => {
  notebook = new NotebookService();
});

const orders = "{ user_id: number | null; paid_at: Date | null; price: number | null }";

/** Cells a, b, c … of these texts beside a table of orders and an input. */
function write(...texts: string[]): void {
  const cells = texts.map((text, i) => ["abcdefgh"[i]!, text] as const);
  notebook.update({
    order: cells.map(([cell]) => cell),
    texts: cells,
    surroundings: {
      relations: [
        { name: "orders", row: orders },
        { name: "my table", row: "{ n: number }" },
        { name: "document", row: "{ n: number }" },
      ],
      values: [{ name: "limit", type: "number" }],
      analyses: [{ id: "attrition", options: '{ table: string; mode?: "interval" | "contracts" }' }],
    },
  });
}

const problems = (cell: string) =>
  problemsOf(notebook, cell).map(
    ({ from, to, message }) => `${notebook.cells.textOf(cell)!.slice(from, to)}: ${message}`,
  );

describe("cells see each other", () => {
  test("values, types, generics, classes and enums cross", () => {
    write(
      "type Row<T> = { value: T };\nenum Side { Left, Right }\nclass Sum { n = 0 }\nconst total = 3, { a, b: [c] } = { a: 1, b: ['x'] };",
      "const r: Row<string> = { value: c };\nconst s: Side = Side.Left;\nconst u: Sum = new Sum();\nu.n + total + a;",
    );
    expect(problems("a")).toEqual([]);
    expect(problems("b")).toEqual([]);
  });

  test("a wrong use of another cell's name is underlined", () => {
    write("const total = 3;", "total.toUpperCase();\nmissing;");
    expect(problems("b")).toEqual([
      "toUpperCase: Property 'toUpperCase' does not exist on type '3'.",
      "missing: Cannot find name 'missing'.",
    ]);
    write("const total = 'x';", "total.toUpperCase();");
    expect(problems("b")).toEqual([]);
  });

  test("await at the top, a last expression, a comment at the end", () => {
    write("const n = await Promise.resolve(1);\nn // the end");
    expect(problems("a")).toEqual([]);
  });
});

describe("what a cell finds", () => {
  test("tables, inputs, analyses and the scope, with their types", () => {
    write(`const first = orders.get(0)!.price! + limit;
const days: (Date | null)[] = orders.toArray().map((d) => d.paid_at);
const other = (await table("my table")).get(0)?.n;
const rows = await sql<{ n: number }>\`select \${limit} as n\`;
const [{ n }] = rows;
const report = await analyse("attrition", { table: "orders", mode: "contracts" });
const chosen: string = view({ value: "a" });
const node: HTMLElement = html\`<b>\${n}</b>\`;
await invalidation; width + random();
display(d3.max(orders, (d) => d.price));
const scale: d3.ScaleLinear<number, number> = d3.scaleLinear();
const options: Plot.PlotOptions = { marks: [Plot.dot(orders, { x: "price", y: "user_id", fill: "red" })], width };
Plot.plot(options);
md\`# a\`;`);
    expect(problems("a")).toEqual([]);
  });

  test("a column of another name is underlined, where it is read and where Plot is told", () => {
    write(`orders.get(0)?.amount;
orders.column("amount");
Plot.plot({ marks: [Plot.dot(orders, { x: "amount", y: "price" })] });
Plot.rectY(orders.toArray(), Plot.binX({ y: "count" }, { x: "amont", fill: "red", tip: true }));`);
    expect(problems("a")).toEqual([
      `amount: Property 'amount' does not exist on type '{ user_id: number | null; paid_at: Date | null; price: number | null; }'.`,
      `"amount": Argument of type '"amount"' is not assignable to parameter of type '"user_id" | "paid_at" | "price"'.`,
      `"amount": no such column: amount; there are user_id, paid_at, price`,
      `"amont": no such column: amont; there are user_id, paid_at, price`,
    ]);
  });

  test("what Plot is told stays free where the rows are not known", () => {
    write(`Plot.dot(await sql\`select 1 as a\`, { x: "a" });
Plot.dot([1, 2, 3], { x: "anything" });
Plot.ruleY([0]);
Plot.barX(orders, Plot.groupY({ x: "count" }));
Plot.dot(orders.toArray().map((d) => ({ ...d, twice: d.price! * 2 })), { x: "twice" });`);
    expect(problems("a")).toEqual([]);
  });

  test("no network, no window: said of what people try", () => {
    write(
      `fetch("data.csv");\nd3.csv("data.csv");\nnew WebSocket("x");\nlocalStorage.a;\nimport x from "lodash";\nwindow;`,
    );
    const known = problemsOf(notebook, "a").map(
      ({ known }) => known && "name" in known && `${known.about} ${known.name}`,
    );
    expect(known).toEqual([
      "network fetch",
      "network d3.csv",
      "network WebSocket",
      "network localStorage",
      "import lodash",
      undefined,
    ]);
  });

  test("names the page's own world has are free for cells", () => {
    write(
      "const name = 1, status = 'x', event = true, length = 2;",
      "name + length; status.trim(); event === true;",
    );
    expect(problems("a")).toEqual([]);
    expect(problems("b")).toEqual([]);
  });

  test("a table with the name of something else is no variable and hides nothing", () => {
    write(`document.createElement("p").append("x"); (await table("document")).get(0)?.n;`);
    expect(problems("a")).toEqual([]);
  });
});

describe("questions", () => {
  const at = (cell: string, mark: string) => ({
    cell,
    at: notebook.cells.textOf(cell)!.indexOf(mark) + mark.length,
  });

  test("hover shows a row's type and another cell's name without the import nobody wrote", () => {
    write("/** All there is. */\nconst total = 3;", "total;\nconst row = orders.get(0)");
    expect(answers.hover(notebook, at("b", "to"))).toEqual({
      code: "const total: 3",
      text: "All there is.",
      span: { from: 0, to: 5 },
    });
    expect(answers.hover(notebook, at("b", "const ro"))?.code).toMatch(
      /row: \{\s+user_id: number \| null;\s+paid_at: Date \| null;/,
    );
  });

  test("completion offers other cells' names where one writes, members, Plot's options, and columns in texts", () => {
    write("const total = 3;", 'to\norders.get(0)!.pr\nPlot.dot(orders, { x: "pr", ti })\nPlot.plot({ gri })');
    notebook.update({ edited: "b" });
    const names = (mark: string) =>
      answers.complete(notebook, at("b", mark))?.entries.map(({ name }) => name);
    expect(names("to")).toEqual(
      expect.arrayContaining(["total", "orders", "limit", "Plot", "d3", "display"]),
    );
    expect(names("to")).not.toEqual(expect.arrayContaining(["fetch"]));
    expect(names("!.pr")).toEqual(["paid_at", "price", "user_id"]);
    expect(names('x: "pr')).toEqual(["user_id", "paid_at", "price"]);
    expect(names(", ti")).toEqual(expect.arrayContaining(["tip", "title"]));
    expect(names("gri")).toEqual(expect.arrayContaining(["grid", "marginLeft"]));
    expect(answers.describe(notebook, { ...at("b", "gri"), name: "grid" })?.text).toContain("grid");
  });

  test("columns are offered between the quotes only, closed or not", () => {
    const columns = (text: string, before: string) => {
      write(text);
      const found = answers.complete(notebook, at("a", before));
      return found?.entries.filter(({ kind }) => kind === "column").map(({ replace }) => replace);
    };
    const closed = 'Plot.dot(orders, { x: "pr" })';
    const span = { from: 23, to: 25 };
    expect(columns(closed, 'x: "')).toEqual([span, span, span]);
    expect(columns(closed, 'x: "pr')).toEqual([span, span, span]);
    expect(columns(closed, "x: ") ?? []).toEqual([]);
    expect(columns(closed, 'x: "pr"') ?? []).toEqual([]);
    const open = 'Plot.dot(orders, { x: "pr';
    expect(columns(open, 'x: "pr')).toEqual([span, span, span]);
    const justOpen = 'Plot.dot(orders, { x: "';
    expect(columns(justOpen, 'x: "')?.[0]).toEqual({ from: 23, to: 23 });
  });

  test("a signature names its parameters", () => {
    write("function grow(by: number, from = 1) { return by + from; }", "grow(1, ");
    expect(answers.signature(notebook, { ...at("b", "grow(1, "), retrigger: false })).toMatchObject({
      activeParameter: 1,
      all: [{ label: "grow(by: number, from?: number): number" }],
    });
  });

  test("definition leads to the cell that defines it", () => {
    write("const other = 1, total = 3;", "total + 1");
    expect(answers.definition(notebook, at("b", "to"))).toEqual([{ cell: "a", span: { from: 17, to: 22 } }]);
    expect(answers.definition(notebook, at("a", "const oth"))).toEqual([
      { cell: "a", span: { from: 6, to: 11 } },
    ]);
  });

  test("rename changes every cell and nothing that only looks the same", () => {
    write(
      "const total = 3;\ntotal;",
      "const f = (total: number) => total;\nf(1)",
      "const o = { total };\n`${total}`; // total",
    );
    const renaming = answers.rename(notebook, { ...at("a", "const to"), to: "sum" });
    expect(renaming).toMatchObject({ can: true, name: "total", span: { from: 6, to: 11 } });
    const edits = renaming.can ? renaming.edits : [];
    expect(edits.map(({ cell, span, text }) => `${cell} ${span.from} ${text}`).sort()).toEqual([
      "a 17 sum",
      "a 6 sum",
      "c 12 total: sum",
      "c 24 sum",
    ]);
  });

  test("rename from a use reaches the definition; a table's name is not a cell's to change", () => {
    write("const total = 3;", "total + limit;\norders;\nPlot;");
    const fromUse = answers.rename(notebook, { ...at("b", "to"), to: "sum" });
    expect(fromUse.can && fromUse.edits.map(({ cell }) => cell).sort()).toEqual(["a", "b"]);
    expect(answers.rename(notebook, { ...at("b", "ord"), to: "x" })).toEqual({
      can: false,
      reason: "elsewhere",
    });
    expect(answers.rename(notebook, { ...at("b", "Plo"), to: "x" }).can).toBe(false);
    expect(answers.rename(notebook, { ...at("b", "to"), to: "2 x" })).toEqual({
      can: false,
      reason: "no-name",
    });
  });

  test("a rename of what an SQL cell or an input gives names that cell; a column of it is not its name", () => {
    write("orders.length + limit;\norders.get(0)!.price;");
    const relations = [{ name: "orders", row: orders, cell: "s" }];
    const values = [{ name: "limit", type: "number", cell: "i" }];
    notebook.update({ surroundings: { relations, values, analyses: [] } });
    const of = (text: string) => answers.rename(notebook, { ...at("a", text), to: "x" });
    expect(of("ord")).toMatchObject({ can: true, name: "orders", giver: "s", span: { from: 0, to: 6 } });
    expect(of("lim")).toMatchObject({ can: true, name: "limit", giver: "i" });
    expect(of("pri")).toEqual({ can: false, reason: "elsewhere" });
  });

  test("format leaves what a cell's module adds alone", () => {
    write("const  a=1;\nif(a){\ndisplay( a )}");
    const text = notebook.cells.textOf("a")!;
    const edits = answers.format(notebook, { cell: "a", tabSize: 2 });
    const formatted = [...edits]
      .reverse()
      .reduce((now, { span, text }) => now.slice(0, span.from) + text + now.slice(span.to), text);
    expect(formatted).toBe("const a = 1;\nif (a) {\n  display(a)\n}");
  });
});

holesKnowTheNotebook(() => notebook, orders, write);

describe("an unfinished notebook", () => {
  test("a deleted cell takes its names along; a doubled name belongs to the first", () => {
    write("const n = 1;", "n + 1;");
    expect(problems("b")).toEqual([]);
    notebook.update({ order: ["b"] });
    expect(problems("b")).toEqual(["n: Cannot find name 'n'."]);
    write("const n = 1;", "const n = 'x';\nn.trim();", "n.toFixed();");
    expect(["a", "b", "c"].flatMap(problems)).toEqual([]);
  });

  test("half a sentence is a fault of its cell at its place", () => {
    write("const n = {", "n;");
    expect(problems("a")).toHaveLength(1);
    write("`open", "1;");
    expect(problems("a").length).toBeGreaterThan(0);
    for (const { from, to } of problemsOf(notebook, "a")) expect(Math.max(from, to)).toBeLessThanOrEqual(5);
  });

  test("an edit in the first of 50 cells reaches the last", () => {
    const chain = Array.from({ length: 50 }, (_, i) => (i ? `const c${i} = c${i - 1};` : "const c0 = 1;"));
    const cells = chain.map((text, i) => [`n${i}`, text] as const);
    notebook.update({ order: cells.map(([cell]) => cell), texts: cells });
    notebook.update({ texts: [["n49", "const c49: number = c48;"]] });
    expect(problems("n49")).toEqual([]);
    notebook.update({ texts: [["n0", "const c0 = 'x';"]] });
    expect(problems("n49")).toHaveLength(1);
  });
});
