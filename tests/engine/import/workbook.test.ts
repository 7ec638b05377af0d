import { beforeAll, expect, test } from "vitest";
import { type Database, sql } from "../../../src/engine";
import { importFile, type ImportOptions } from "../../../src/engine/import/import-file";
import { openTestDatabase } from "../open-database";
import { zipOf } from "./written-zip";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Two sheets; style 1 is a day, 2 a day with time, 3 a format of the person's own, 4 a count of hours. */
function workbook(rows: string, is1904 = false): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = (data: string) =>
    `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`;
  return zipOf({
    "xl/workbook.xml": `<workbook xmlns="${main}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>
      <sheet name="Notes" sheetId="1" state="hidden" r:id="rId1"/><sheet name="A &amp; B" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId2" Target="worksheets/second.xml"/>
      <Relationship Id="rId1" Target="/xl/worksheets/first.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-419]d\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst><si><t>code</t></si><si><r><t>sta</t></r><r><rPr/><t>rt</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh></si><si><t xml:space="preserve"> a &lt;b&gt;_x000D_ </t></si></sst>`,
    "xl/worksheets/first.xml": sheet(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row><row r="2"><c r="A2"><v>5</v></c></row>',
    ),
    "xl/worksheets/second.xml": sheet(rows),
  });
}

const load = (content: BlobPart, known?: ImportOptions["known"]) =>
  importFile(database, new File([content], "t.xlsx"), { table: "t", known });
const texts = async () => {
  const table = await database.query(sql`from t`);
  return Array.from({ length: table.rowCount }, (_, row) => table.columns.map((_, i) => table.text(row, i)));
};

const head =
  '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="inlineStr"><is><t>at</t></is></c><c r="D3" t="str"><v>sum</v></c><c r="E3" t="inlineStr"><is><t>own</t></is></c></row>';

test("days, times, formulas, errors and texts of digits, under a header that stands lower", async () => {
  const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>Report</t></is></c></row>${head}
    <row r="4"><c r="A4" t="inlineStr"><is><t>12</t></is></c><c r="B4" s="1"><v>45322</v></c><c r="C4" s="2"><v>45322.5</v></c><c r="D4"><f>1+1</f><v>0.30000000000000004</v></c><c r="E4" s="3"><v>1</v></c></row>
    <row r="5"/><row r="6"><c r="A6" t="inlineStr"><is><t>34</t></is></c><c r="B6" s="1"><v>45323</v></c><c r="D6" t="e"><v>#N/A</v></c><c r="E6" s="3"><v>60</v></c></row>`;
  const { plan, columns, missing } = await load(await workbook(rows));
  expect(plan.source).toMatchObject({ sheet: "A & B", skip: 2, header: true });
  expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
    "code VARCHAR",
    "start DATE",
    "at TIMESTAMP",
    "sum DOUBLE",
    "own DATE",
  ]);
  expect(await texts()).toEqual([
    ["12", "2024-01-31", "2024-01-31 12:00:00", "0.30000000000000004", "1900-01-01"],
    ["34", "2024-02-01", null, null, "1900-02-28"],
  ]);
  expect(missing).toEqual([{ column: "sum", token: "#n/a", count: 1 }]);
});

test("workbooks that count from 1904, other sheets, and texts with signs that XML does not have", async () => {
  const rows = `${head}<row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4" s="1"><v>0</v></c><c r="D4" s="4"><v>1.5</v></c></row>`;
  const file = await workbook(rows, true);
  await load(file);
  expect(await texts()).toEqual([[" a <b>\r ", "1904-01-01", null, "1.5", null]]);
  const { plan, rowCount } = await load(file, { source: { sheet: "Notes" } });
  expect([plan.source, rowCount]).toEqual([expect.objectContaining({ sheet: "Notes" }), 1]);
});

test("a total below an empty row is left out, and a customer called like one is not", async () => {
  const named = (row: number, name: string, n: number) =>
    `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>${name}</t></is></c><c r="B${row}"><v>${n}</v></c></row>`;
  const header =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>n</t></is></c></row>';
  const rows = [header, named(2, "Acme", 1), named(3, "Total Wine", 2)];
  const { unread } = await load(await workbook([...rows, named(5, "Total", 3)].join("")));
  expect(await texts()).toEqual([
    ["Acme", "1"],
    ["Total Wine", "2"],
  ]);
  expect(unread.first).toMatchObject([{ line: 5, reason: "row of totals" }]);
  await load(await workbook([...rows, named(4, "Total", 3)].join("")));
  expect(await texts()).toHaveLength(3);
});

test("an error is missing in a column of texts too, known by that name or not, and keeps texts of digits what they are", async () => {
  const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const error = (place: string, value: string) => `<c r="${place}" t="e"><v>${value}</v></c>`;
  const rows = [
    text("A1", "plan") + text("B1", "code") + text("C1", "n"),
    `${text("A2", "gold") + text("B2", "007")}<c r="C2"><v>1</v></c>`,
    error("A3", "#N/A") + error("B3", "#REF!") + error("C3", "#DIV/0!"),
    `${text("A4", "#N/A") + text("B4", "8")}<c r="C4"><v>2</v></c>`,
    error("A5", "#SPILL!") + text("B5", "9") + error("C5", "#SPILL!"),
  ];
  const { columns, missing, unread } = await load(
    await workbook(rows.map((cells, i) => `<row r="${i + 1}">${cells}</row>`).join("")),
  );
  expect(columns.map(({ type }) => type)).toEqual(["VARCHAR", "VARCHAR", "BIGINT"]);
  expect(await texts()).toEqual([
    ["gold", "007", "1"],
    [null, null, null],
    // Somebody wrote it so.
    ["#N/A", "8", "2"],
    [null, "9", null],
  ]);
  expect(missing).toEqual([{ column: "n", token: "#div/0!", count: 1 }]);
  expect(unread).toMatchObject({ rows: 0, cells: 0 });
});

test("with no sheet chosen the first one with cells that is not hidden is read; a chosen one is the one", async () => {
  const filled =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row><row r="2"><c r="A2"><v>7</v></c></row>';
  const one = await workbookOf(["", '<row r="1"/>', filled, filled]);
  expect((await load(one)).plan.source).toMatchObject({ sheet: "S3" });
  expect(await texts()).toEqual([["7"]]);
  const chosen = load(one, { source: { sheet: "S2" } });
  await expect(chosen).rejects.toMatchObject({ code: "empty-file", message: "empty sheet: S2" });
  const none = load(await workbookOf(["", ""]));
  await expect(none).rejects.toMatchObject({ code: "empty-file", message: "empty sheet: S1" });
});

/** Sheets S1, S2 and so on. */
function workbookOf(sheets: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const all = sheets.map((_, i) => `<sheet name="S${i + 1}" sheetId="${i + 1}" r:id="r${i + 1}"/>`).join("");
  const data = sheets.map((rows, i) => [
    `xl/worksheets/sheet${i + 1}.xml`,
    `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  ]);
  return zipOf({
    "xl/workbook.xml": `<workbook><sheets>${all}</sheets></workbook>`,
    ...(Object.fromEntries(data) as Record<string, string>),
  });
}
