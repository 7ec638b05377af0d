import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { tableFromArrays, tableToIPC } from "apache-arrow";
import { initSync, Table, writeParquet } from "parquet-wasm/esm";
import { packedWithLz4 } from "../engine/import/packed-feather";
import { severalTables } from "../engine/import/stored-databases";
import { zipOf } from "../engine/import/written-zip";

const rows = "client;day\nann;2024-01-02\nbob;2024-02-03\n";
const bytes = (text: string, from: BufferEncoding = "utf8") => new Uint8Array(Buffer.from(text, from));

/** A small file of each format that the page reads, by the name of the table that it makes. */
export async function everyFormat(): Promise<readonly { name: string; bytes: Uint8Array }[]> {
  const program = createRequire(import.meta.url).resolve("parquet-wasm/esm/parquet_wasm_bg.wasm");
  initSync({ module: readFileSync(program) });
  const stream = tableToIPC(tableFromArrays({ client: ["ann", "bob"], n: [1, 2] }), "stream");
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const workbook = await zipOf({
    "xl/workbook.xml": `<workbook ${main}><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/a.xml"/></Relationships>`,
    "xl/worksheets/a.xml": `<worksheet ${main}><sheetData><row r="1">${cell("client")}</row><row r="2">${cell("ann")}</row></sheetData></worksheet>`,
  });
  return [
    { name: "plain.csv", bytes: bytes(rows) },
    { name: "tabs.tsv", bytes: bytes(rows.replaceAll(";", "\t")) },
    { name: "wide.txt", bytes: bytes(`\ufeff${rows}`, "utf16le") },
    { name: "packed.csv.gz", bytes: new Uint8Array(gzipSync(rows)) },
    { name: "archive.zip", bytes: await zipOf({ "inside.csv": rows }) },
    { name: "values.json", bytes: bytes('[{"client": "ann"}, {"client": "bob"}]') },
    { name: "lines.ndjson", bytes: bytes('{"client": "ann"}\n{"client": "bob"}\n') },
    { name: "columns.parquet", bytes: writeParquet(Table.fromIPCStream(stream)).slice() },
    { name: "stream.arrow", bytes: stream },
    { name: "frames.feather", bytes: packedWithLz4 },
    { name: "book.xlsx", bytes: workbook },
    { name: "shop.duckdb", bytes: severalTables },
  ];
}
