// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newCell, newNotebook, readNotebook, ReadError, writeNotebook } from "../../../../src/cells/model";
import type { Cell, Notebook } from "../../../../src/cells/model";
import { KitError, notebookOfKit, writeKit } from "../../../../src/cells/model/kit";
import { schemaErrors } from "../fixture";

const sample = `<!doctype html>
<notebook theme="light-dark(air, midnight)" readonly>
  <title>Hello &amp; goodbye</title>
  <script id="1" type="text/markdown">
    # Hello

      indented \${n}
  </script>
  <script id="7" type="application/sql" database="var:db" output="customers" hidden pinned>
    SELECT * FROM customers
  </script>
  <script id="3" type="text/x-typescript" pinned>
    const n: number = customers.length;
  </script>
  <script type="module" pinned>
    display("<\\/script>");
  </script>
  <script id="3" type="application/x-tex">
    x^2
  </script>
  <script id="12" type="text/x-python" output="rows">
    print(1)
  </script>
</notebook>
`;

describe("a file of Notebook Kit", () => {
  const { notebook, notes, readOnly } = notebookOfKit(sample, { random: () => 0.5 });

  test("becomes cells of their kinds, other languages are kept as text", () => {
    expect(notebook.title).toBe("Hello & goodbye");
    expect(notebook.cells.map(({ id, kind, name }) => [id, kind, name])).toEqual([
      ["kit-1", "markdown", ""],
      ["kit-7", "sql", "customers"],
      ["kit-3", "typescript", ""],
      ["kit-8", "typescript", ""],
      ["kit-9", "foreign", ""],
      ["kit-12", "foreign", ""],
    ]);
    expect(notebook.cells.map((cell) => ("source" in cell ? cell.source : ""))).toEqual([
      "# Hello\n\n  indented ${n}",
      "SELECT * FROM customers",
      "const n: number = customers.length;",
      'display("</script>");',
      "x^2",
      "print(1)",
    ]);
    expect(notebook.cells[1]?.foreign).toEqual({
      jupyter: { outputs_hidden: true },
      ebb: { kit: { database: "var:db" } },
    });
    expect(notes.map(({ code, values }) => [code, values])).toEqual([
      ["kit-languages", { count: "2", types: "application/x-tex, text/x-python" }],
      ["kit-databases", { names: "var:db" }],
    ]);
    expect(readOnly).toBe(false);
  });

  test("keeps what Ebb has no place for through an .ipynb file, and goes back the same", () => {
    const file = writeNotebook(notebook);
    expect(schemaErrors(file)).toEqual([]);
    const back = readNotebook(file).notebook;
    expect(back).toEqual(notebook);
    const { text, leftOut } = writeKit(back);
    expect(leftOut).toEqual({ attachments: 0, ours: 0 });
    expect(notebookOfKit(text, { random: () => 0.5 }).notebook).toEqual(notebook);
    expect(text).toContain('<notebook theme="light-dark(air, midnight)" readonly>');
    expect(text).toContain(
      '<script id="7" type="application/sql" database="var:db" output="customers" pinned hidden>',
    );
  });

  test("holds no type that a browser runs", () => {
    const types = [...writeKit(notebook).text.matchAll(/ type="([^"]*)"/g)].map(([, type]) => type);
    expect(types).toHaveLength(6);
    for (const type of types)
      expect(type).not.toMatch(/^module$|(java|ecma)script$|^importmap$|^speculationrules$|^$/);
  });

  test("runs nothing and loads nothing while it is read", () => {
    const hostile = `<notebook onload="broken=1"><img src=x onerror="broken=1"><script>window.broken = 1</script></notebook>`;
    notebookOfKit(hostile);
    expect("broken" in window).toBe(false);
  });

  test("without a notebook in it is refused", () => {
    for (const text of ["", "<p>hello</p>", "select 1", "\u0000"])
      expect(() => notebookOfKit(text)).toThrow(ReadError);
  });

  test("whose cell has swallowed the next, or ended too early, says so and is for reading only", () => {
    const swallowed = `<notebook><script id="1" type="text/markdown">
    <!-- <script>
  </script>
  <script id="2" type="text/markdown">
    second
  </script></notebook>`;
    const cut = `<notebook><script id="4" type="text/markdown">\n    a </script/> b\n  </script></notebook>`;
    for (const [text, cells] of [
      [swallowed, "1"],
      [cut, ""],
    ] as const) {
      const read = notebookOfKit(text);
      expect(read.readOnly).toBe(true);
      expect(read.notes.map(({ code, values }) => [code, values])).toEqual([["kit-broken", { cells }]]);
    }
  });
});

function withCells(...cells: Cell[]): Notebook {
  return { ...newNotebook(() => 0.5), cells };
}

const markdown = (source: string): Cell => ({ ...newCell("markdown"), source });
const code = (source: string): Cell => ({ ...newCell("typescript"), source });

describe("a notebook written for Notebook Kit", () => {
  test("brings back every text that it does not refuse", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "</script>",
        "<\\/script>",
        "</script/>",
        "<!--",
        "-->",
        "<script>",
        "</SCRIPT ",
        "\n",
        "    ",
      ),
      fc.constantFrom(
        "\r\n",
        "\r",
        "\t",
        "]]>",
        "&amp;",
        "\u0000",
        "\ud800",
        "`",
        "<title>",
        "</notebook>",
        "\u00a0",
      ),
      fc.string({ unit: "binary", maxLength: 8 }),
    );
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
    const cell = fc.tuple(fc.constantFrom("markdown", "typescript"), text);
    let refused = 0;
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 4 }), text, (texts, title) => {
        const cells = texts.map(([kind, source]) => (kind === "markdown" ? markdown(source) : code(source)));
        const written = orNull(() => writeKit({ ...withCells(...cells), title }).text);
        if (written === null) return void refused++;
        const back = notebookOfKit(written).notebook;
        expect(back.cells.map((one) => [one.kind, "source" in one && one.source])).toEqual(
          texts.map(([kind, source]) => [kind, source.replace(/\r\n?/g, "\n")]),
        );
        expect(back.title).toBe(title.replace(/\r\n?/g, "\n"));
      }),
      { numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(10);
    expect(refused).toBeLessThan(280);
  });

  test.each([
    ["a </script/> b", "script-end"],
    ["x <!-- y <script> z", "comment"],
    ["half \ud800 a pair", "characters"],
    ["nought \u0000", "characters"],
  ])("refuses %j and names the cell", (source, reason) => {
    const error = errorOf(() => writeKit(withCells(markdown("first"), markdown(source), markdown("last"))));
    expect(error).toMatchObject({ cell: 1, reason });
  });

  test("takes comments that end, and end tags that Notebook Kit protects", () => {
    for (const source of [
      "<!-- <script> -->",
      "<!-- a",
      "</script>",
      "</script",
      "\\</script >",
      "<\\\\/script>",
    ]) {
      const { text } = writeKit(withCells(markdown(source), markdown("last")));
      expect(notebookOfKit(text).notebook.cells.map((one) => "source" in one && one.source)).toEqual([
        source,
        "last",
      ]);
    }
  });

  test("refuses a query whose string has a carriage return, and takes one between its words", () => {
    const query = (source: string): Cell => ({ ...newCell("sql"), source });
    expect(errorOf(() => writeKit(withCells(query("select 'a\r\nb'"))))).toMatchObject({
      reason: "line-end",
    });
    expect(writeKit(withCells(query("select 1,\r\n'a'"))).text).toContain("    select 1,\n    'a'\n");
  });

  test("has analyses and inputs as their code, other languages as theirs or as text", () => {
    const raw = (cell_type: string, metadata: object) => ({ cell_type, metadata, source: ["alert(1)\n"] });
    const foreign = (id: string, cell_type: string, metadata = {}): Cell => {
      const cell = { kind: "foreign" as const, id, name: "", foreign: {}, saved: null, source: "alert(1)\n" };
      return { ...cell, raw: raw(cell_type, metadata) };
    };
    const analysis: Cell = { ...newCell("analysis"), analysis: "attrition", table: "events" };
    const { text, leftOut } = writeKit({
      ...withCells(
        analysis,
        foreign("a", "code"),
        foreign("b", "raw", { ebb: { kit: { type: "text/javascript" } } }),
        foreign("c", "raw", { ebb: { kit: { type: "module" } } }),
      ),
      foreign: { language_info: { name: "python" } },
    });
    expect(leftOut.ours).toBe(1);
    expect([...text.matchAll(/ type="([^"]*)"/g)].map(([, type]) => type)).toEqual([
      "text/x-typescript",
      "text/x-python",
      "text/markdown",
      "text/markdown",
    ]);
    expect(text).toContain('analyse("attrition", { table: "events" })');
    expect(text).toContain("```\n    alert(1)\n\n    ```");
  });
});

function orNull<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof KitError) return null;
    throw error;
  }
}

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("written without complaint");
}
