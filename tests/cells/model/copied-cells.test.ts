import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellsCopied, copiedCells, type Cell } from "../../../src/cells/model";
import { anyNotebook } from "./any-notebook";

describe("cells on the clipboard", () => {
  test("come back as they were, without what was reckoned; no sign of theirs is markup", () => {
    fc.assert(
      fc.property(anyNotebook, ({ cells }) => {
        const { html } = copiedCells(cells);
        expect(html.match(/[<>&]/g)).toHaveLength(4);
        const bare = cells.map((cell): Cell => ({ ...cell, saved: null }));
        expect(cellsCopied(`<meta charset='utf-8'>${html}<!--end-->`, "")).toEqual(
          cells.length ? bare : null,
        );
      }),
      { numRuns: 60 },
    );
  });

  test("may be of Jupyter Notebook, as it writes them, or a text that is a notebook", () => {
    const cell = { cell_type: "code", metadata: {}, execution_count: 1, source: "a < b && c", outputs: [] };
    const html = `<pre class="jupyter-nb-cells-json">${JSON.stringify([cell])}</pre>`;
    for (const [rich, plain] of [
      [html, "a < b && c"],
      ["", JSON.stringify([cell])],
      ["", JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [cell] }, null, 1)],
    ] as const)
      expect(cellsCopied(rich, plain)).toMatchObject([
        { kind: "foreign", source: "a < b && c", saved: null },
      ]);
  });

  test("numbers of elsewhere stay there; what a foreign program gave comes along to be shown", () => {
    const outputs = [{ output_type: "stream", name: "stdout", text: "12\n" }];
    const code = { cell_type: "code", metadata: {}, execution_count: 1, source: "12", outputs };
    const query = { ...code, metadata: { ebb: { kind: "sql" } } };
    expect(cellsCopied("", JSON.stringify([code, query]))).toMatchObject([
      { kind: "foreign", saved: { form: "foreign", outputs } },
      { kind: "sql", saved: null },
    ]);
  });

  test.each([
    "",
    "{",
    "[]",
    "[1, 2]",
    '{"a": 1}',
    "select 1",
    "a,b\n1,2",
    '[{"cell": 1}]',
    '{"nbformat": 4}',
  ])("%s is none", (text) => expect(cellsCopied(`<b>${text}</b>`, text)).toBe(null));
});
