// Data in and out: each step by Ebb in Chromium and, where there is one, the same by native DuckDB with one thread.
import { createReadStream, createWriteStream, existsSync, renameSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { chromium as playwright } from "playwright-core";
import { quietly } from "../tools/chromium.mjs";
import { serve } from "../tools/serve.mjs";
import { openNative } from "./in-process.mjs";
import { median } from "./median.mjs";

/** Lines {title, ms, other, otherMs, ratio, wanted}: `wanted` is a ratio where there is another, milliseconds where there is none. */
export async function measureData({ chromium, pageFolder, here, csv, rows, rounds }) {
  const files = await formatsOf(csv);
  const native = await openNative(here, "1");
  const { url, close } = await serve(pageFolder);
  const browser = await playwright.launch({ executablePath: chromium, args: quietly });
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(`  page: ${error.message}`));
    await page.goto(new URL("data.html", url).href);
    await page.waitForFunction(() => "openDataBench" in window);
    await page.setInputFiles("input", Object.values(files));
    await page.evaluate(() => window.openDataBench());
    const ebb = (step, given) => page.evaluate(([what, one]) => window.dataBench[what](one), [step, given]);
    const load = (file) => () => ebb("load", basename(file));
    const asked = (message) => async () => (await native.ask(message)).ms;
    const statement = (text) => asked({ ask: [text] });
    const parquet = `create or replace table events as from read_parquet('${files.parquet}')`;
    const out = (format) =>
      statement(`copy events to '${join(dirname(csv), `written.${format}`)}' (format ${format})`);
    const steps = [
      ["UTF-8 CSV until ready", load(files.utf8), "native", asked({ load: files.utf8 }), 1.25],
      ["windows-1251 CSV until ready", load(files.cp1251), "the same in UTF-8", load(files.utf8), 2],
      ["Parquet until ready", load(files.parquet), "native", statement(parquet), 3],
      ["profile of 10 columns", () => ebb("profile"), "", null, 2000],
      ["a jump deep into the rows", () => ebb("jump", Math.floor(rows * 0.9)), "", null, 100],
      ["the same, sorted by a number", () => ebb("jumpSorted", "amount"), "", null, 100],
      ["the same, sorted by a text", () => ebb("jumpSorted", "customer"), "", null, 100],
      ["CSV out", () => ebb("write", "csv"), "native COPY", out("csv"), null],
      ["Parquet out", () => ebb("write", "parquet"), "native COPY", out("parquet"), null],
    ];
    const lines = [];
    for (const [title, ours, other, theirs, wanted] of steps) {
      const [own, others] = [[], []];
      for (let round = 0; round < rounds; round++) {
        own.push(await ours());
        if (theirs) others.push(await theirs());
      }
      const ratio = theirs && median(own.map((ms, i) => ms / others[i]));
      lines.push({ title, ms: median(own), other, otherMs: theirs && median(others), ratio, wanted });
    }
    return { lines, megabytes: statSync(files.utf8).size / 1e6 };
  } finally {
    native.close();
    await browser.close();
    await close();
  }
}

/** The event log with words in Cyrillic in place of its events, as CSV in two encodings and as Parquet; made once. */
async function formatsOf(csv) {
  const [utf8, cp1251, parquet] = ["utf8.csv", "cp1251.csv", "parquet"].map((end) =>
    csv.replace(/csv$/, end),
  );
  if (!existsSync(utf8) || !existsSync(parquet)) {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const letters = Array.from({ length: 15 }, (_, i) => String.fromCharCode(0x430 + i)).join("");
    const words = `translate(event, 'abdegilmnoprstu', '${letters}')`;
    const from = `select customer, time, ${words} as event, amount from read_csv('${csv}')`;
    await connection.run(`copy (${from}) to '${utf8}.part' (format csv, header)`);
    await connection.run(`copy (${from}) to '${parquet}.part' (format parquet)`);
    connection.closeSync();
    renameSync(`${utf8}.part`, utf8);
    renameSync(`${parquet}.part`, parquet);
  }
  if (!existsSync(cp1251)) {
    const decoder = new TextDecoder();
    const encode = new Transform({
      transform(bytes, _, done) {
        done(null, encoded(decoder.decode(bytes, { stream: true })));
      },
    });
    await pipeline(createReadStream(utf8), encode, createWriteStream(`${cp1251}.part`));
    renameSync(`${cp1251}.part`, cp1251);
  }
  return { utf8, cp1251, parquet };
}

/** Windows-1251 has the letters from U+0410 to U+044F in one row from 0xC0. */
function encoded(text) {
  const bytes = Buffer.alloc(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes[i] = code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  }
  return bytes;
}
