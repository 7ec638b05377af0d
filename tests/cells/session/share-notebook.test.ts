import { beforeAll, describe, expect, test } from "vitest";
import { languageOf, loadAnalysis, readParams } from "../../../src/analyses";
import { runAnalysisCell, savedResultOf } from "../../../src/cells/kinds";
import {
  newCell,
  newNotebook,
  readNotebook,
  type Cell,
  type Notebook,
  type Receipt,
  type TableMark,
} from "../../../src/cells/model";
import { sharedFile, sharedNotebook, type ShareWish } from "../../../src/cells/session/share-notebook";
import { openedDatabase } from "../../analyses/opened-database";
import { toyEvents } from "../../analyses/toy-events";
import { schemaErrors } from "../model/fixture";
import { words } from "../model/share/words";

const database = openedDatabase();
const language = languageOf("en");
const at = "2026-02-07T00:00:00.000Z";
const around = { language, words, draw: () => "<svg/>" };
const wish: ShareWish = { results: true, k: 10, whole: new Set(), without: new Set(), ledger: false };
const noPixels = () => Promise.resolve(null);

const origin = { engine: "v1.4.3", data: [], code: "ab" };
const mark = { rows: "73650271", ordered: null, columns: ["73650272"] };

let notebook: Notebook;

beforeAll(async () => {
  const analysis = await loadAnalysis("attrition");
  const data = await toyEvents(database(), ["create"]);
  const given = { start: "2026-01-12", end: "2026-01-19", asOf: "2026-02-06", period: "week" };
  const request = { data, params: readParams(analysis.params, given).values };
  const ran = await runAnalysisCell(request, "attrition", (question) =>
    database().query(question, { isOwn: true }),
  );
  const cells: Cell[] = [
    {
      kind: "analysis",
      id: "attrition",
      name: "",
      analysis: "attrition",
      table: data.table,
      params: given,
      foreign: {},
      saved: savedResultOf({ ...ran, origin }, at, language, around.draw),
    },
    table("list", "customer", "VARCHAR", [["ann"], ["bob"]]),
    table("numbers", "n", "BIGINT", [["3"], ["400"], ["50"]]),
    { ...newCell("typescript"), id: "code", saved: { form: "parts", at, parts: [], shown: [] } },
  ];
  const slot = { ...data, fileName: "a.csv", bytes: 1, rowCount: 25, plan: null };
  notebook = { ...newNotebook(), id: "mine", cells, data: [slot] };
});

function table(id: string, name: string, type: string, rows: readonly (readonly string[])[]): Cell {
  const columns = [{ name, type, kind: "text" }];
  return {
    ...newCell("sql"),
    id,
    saved: { form: "table", at, columns, rows, rowCount: rows.length, carries: { ...origin, mark } },
  };
}

describe("what leaves", () => {
  test("no number of few customers, no customer and nothing unchecked is in the file; the notebook stays as it is", async () => {
    const before = structuredClone(notebook);
    const shared = sharedNotebook(notebook, wish, around);
    expect(shared.cells.map(({ refused, isPlain }) => [refused, isPlain])).toEqual([
      [null, true],
      ["customers", false],
      [null, false],
      ["unchecked", false],
    ]);
    const text = await sharedFile(shared, noPixels);
    expect(schemaErrors(text)).toEqual([]);
    expect(text).not.toMatch(/ann|bob/);
    const [attrition, list, numbers, code] = (JSON.parse(text) as { cells: { outputs: object[] }[] }).cells;
    expect([list!.outputs, code!.outputs]).toEqual([[], []]);
    const told = JSON.stringify(attrition!.outputs);
    expect(told).not.toContain("vnd.ebb");
    // Of what the rest is may be known; a mark of the whole result would let every small number be tried.
    const [first] = attrition!.outputs as { metadata: { ebb: { receipt: Receipt } } }[];
    expect(first!.metadata.ebb.receipt).toMatchObject({ engine: "v1.4.3", result: null });
    const withMark = (notebook.cells[2]!.saved as { carries: { mark: TableMark } }).carries.mark.rows;
    expect(text).not.toContain(withMark);
    expect(told).toContain("<td>few</td>");
    expect(told).not.toMatch(/<td>[1-9]<\/td>|\b[1-9] of \d/);
    expect(JSON.stringify(numbers!.outputs)).toMatch(/"few".*"400".*"withheld"/);
    expect(notebook).toEqual(before);
    const read = readNotebook(text).notebook;
    expect(read.id).not.toBe("mine");
    expect(read.cells[0]!.saved?.form).toBe("foreign");
  });

  test("the author's word goes: a cell as it is, a cell without its result, everything, or code only", () => {
    const forms = (change: Partial<ShareWish>) =>
      sharedNotebook(notebook, { ...wish, ...change }, around).notebook.cells.map(
        ({ saved }) => saved?.form ?? null,
      );
    expect(forms({ whole: new Set(["list", "code"]) })).toEqual(["analysis", "table", "table", "parts"]);
    expect(forms({ without: new Set(["attrition"]) })).toEqual([null, null, "table", null]);
    expect(forms({ results: false })).toEqual([null, null, null, null]);
    const all = sharedNotebook(notebook, { ...wish, k: null }, around);
    expect(all.notebook.cells).toEqual(notebook.cells);
    expect(all.cells[0]!.report?.verdict.number).toBeDefined();
  });
});
