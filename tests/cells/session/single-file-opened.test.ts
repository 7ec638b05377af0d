// @vitest-environment jsdom
import { Blob, File } from "node:buffer";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, test, vi } from "vitest";
import { anyActivity } from "../../../src/analyses";
import { newCell, newNotebook, ReadError, writeNotebook, type Notebook } from "../../../src/cells/model";
import { writeSingleFile } from "../../../src/cells/model/single-file";
import { notebookIn, textOfFile } from "../../../src/cells/session/read-file";
import { rowsIn } from "../../../src/cells/session/single-file-rows";

// The document's own have no streams.
vi.stubGlobal("Blob", Blob);
vi.stubGlobal("File", File);
afterAll(() => vi.unstubAllGlobals());

const slot = {
  table: "orders",
  fileName: "orders.parquet",
  bytes: 3,
  rowCount: 1,
  columns: [],
  roles: {},
  rule: anyActivity,
  endIsLastPaidDay: true,
  plan: null,
};
const notebook: Notebook = {
  ...newNotebook(),
  title: "March",
  cells: [{ ...newCell("markdown"), source: "# </script><!--<script>" }],
  data: [slot],
};
const packed = gzipSync("PAR").toString("base64");
const page = (data = [{ table: "orders", name: "orders.parquet", packed }]): string =>
  writeSingleFile({
    program: { start: "0", frame: "<script>1</script>", manifest: "{}", files: [] },
    notebook: writeNotebook(notebook, { results: true }),
    data,
    title: notebook.title,
    language: "en",
    words: { opening: "", failed: "" },
  }).join("");

const read = async (text: string) => notebookIn(await textOfFile(new globalThis.File([text], "march.html")));

describe("a page that carries a notebook", () => {
  test("gives its notebook, and its rows to who asks for them", async () => {
    const found = await read(page());
    expect(found.notebook).toEqual(notebook);
    expect([found.readOnly, found.notes]).toEqual([false, []]);
    const rows = rowsIn(found, "march.html")!;
    expect(rows.told).toMatchObject({
      values: { file: "march.html", tables: "orders" },
      offers: ["load-rows"],
    });
    const [given] = await rows.files();
    expect([given!.table, given!.file.name, await given!.file.text()]).toEqual([
      "orders",
      "orders.parquet",
      "PAR",
    ]);
  });

  test("rows for tables that the notebook does not know, and second ones, are not looked at", async () => {
    const data = ["other", "orders", "orders"].map((table, i) => ({ table, name: `${i}.parquet`, packed }));
    const files = await rowsIn(await read(page(data)), "a.html")!.files();
    expect(files.map(({ file }) => file.name)).toEqual(["1.parquet"]);
    expect(rowsIn(await read(page(data.slice(0, 1))), "a.html")).toBe(null);
  });

  test("rows that are no packed file are refused when they are asked for, not before", async () => {
    const data = [{ table: "orders", name: "a.parquet", packed: "AAAA" }];
    const rows = rowsIn(await read(page(data)), "a.html")!;
    await expect(rows.files()).rejects.toThrow();
  });

  test("a page of Notebook Kit is still one", async () => {
    const kit = `<!doctype html><notebook><title>A</title><script id="1" type="text/markdown">hi</script></notebook>`;
    expect((await read(kit)).notebook.cells).toHaveLength(1);
  });

  test("whatever becomes of it, it is read or refused in a sentence", async () => {
    const whole = page();
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(60), fc.string(), async (at, length, put) => {
        const said = await read(whole.slice(0, at) + put + whole.slice(at + length)).catch(
          (error: unknown) => error,
        );
        expect(
          said instanceof ReadError || Array.isArray((said as { notebook: Notebook }).notebook.cells),
        ).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
