// @vitest-environment jsdom
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  frameWithin,
  isSingleFile,
  partsIn,
  programIn,
  readSingleFile,
  writeSingleFile,
  type SingleFile,
} from "../../../../src/cells/model/single-file";

const frame = readFileSync(`${process.cwd()}/public/sandbox.html`, "utf8");
const file: SingleFile = {
  program: {
    start: `"use strict";void 0;`,
    frame: frameWithin(frame),
    manifest: `{"entry":"assets/a.js"}`,
    files: [{ name: "assets/a.js", packed: "AAAA" }],
  },
  notebook: `{"cells":[]}`,
  data: [{ table: "orders", name: "orders.parquet", packed: "QUFB" }],
  title: "March",
  language: "en",
  words: { opening: "Opening…", failed: "No" },
};
const html = (change: Partial<SingleFile> = {}): string => writeSingleFile({ ...file, ...change }).join("");
const documentOf = (text: string): Document => new DOMParser().parseFromString(text, "text/html");
const policyIn = (text: string): string =>
  /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)![1]!;
const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("one page with program, notebook and data", () => {
  const hostile = [
    "</script>",
    "</ScRiPt/>",
    "<!--<script",
    "<!--<script>",
    "]]>--><svg onload=alert(1)>",
    "\u2028\u2029\0\r\n",
    "\ud800 and \udfff",
    "😀",
    `\\u003c"`,
  ];
  test.each(hostile)("a notebook with %j comes back as it was", (text) => {
    const notebook = JSON.stringify({ cells: [text], [text]: 1 });
    const page = html({ notebook, title: text });
    const back = readSingleFile(new TextDecoder().decode(new TextEncoder().encode(page)));
    expect(JSON.parse(back.notebook)).toEqual(JSON.parse(notebook));
    expect(back.data).toEqual(file.data);
    expect(documentOf(page).querySelectorAll("script, svg, iframe").length).toBe(7);
  });

  test("so does any text, and what stands after it", () => {
    const pieces = fc.constantFrom(...hostile, "<", "script", "/", "--", ">", " ", "a");
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: "binary" })), { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        const page = documentOf(html({ notebook: JSON.stringify([text]), title: text }));
        expect(JSON.parse(partsIn(page).notebook)).toEqual([text]);
        expect(programIn(page)).toEqual(file.program);
      }),
      { numRuns: 25 },
    );
  });

  test("the program comes back whole, so that a page writes itself anew", () => {
    const page = html();
    const again = writeSingleFile({ ...file, program: programIn(documentOf(page)) }).join("");
    expect(again).toBe(page);
  });

  test("all but its start is of types that no browser runs", () => {
    const scripts = [...documentOf(html()).querySelectorAll("script")];
    expect(scripts.map(({ type }) => type)).toEqual([
      "application/x-ipynb+json",
      "application/vnd.ebb.packed",
      "application/vnd.ebb+json",
      "application/vnd.ebb+json",
      "application/vnd.ebb+json",
      "application/vnd.ebb.packed",
      "",
    ]);
  });

  test("its policy lets two scripts begin, and asks nobody for anything", () => {
    const page = html();
    const inline = /<script>([^]*?)<\/script>/.exec(frame)![1]!;
    expect(policyIn(page).split("; ")).toEqual([
      "default-src 'none'",
      `script-src ${hash(file.program.start)} ${hash(inline)} blob: 'wasm-unsafe-eval'`,
      "style-src 'unsafe-inline'",
      "img-src data: blob:",
      "font-src data: blob:",
      "worker-src blob:",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("<style"));
    expect(page).not.toMatch(/\s(src|href)=/);
  });

  test("the frame's own policy differs from that of the page's in one word", () => {
    const own = policyIn(file.program.frame.replaceAll(/\s+/g, " "));
    expect(own).toBe(policyIn(frame.replaceAll(/\s+/g, " ")).replace("'unsafe-eval'", "blob:"));
    expect(() => frameWithin(file.program.frame)).toThrow("another one");
  });

  test("what could end a block is refused rather than written", () => {
    expect(() => html({ program: { ...file.program, start: "'</script>'" } })).toThrow();
    expect(() => html({ data: [{ ...file.data[0]!, packed: "</script>" }] })).toThrow("not base64");
  });
});

describe("reading what others wrote", () => {
  test("a page without a notebook is said to be none", () => {
    expect(isSingleFile("<!doctype html><p>hello")).toBe(false);
    expect(() => readSingleFile("<!doctype html><p>hello")).toThrow("not a notebook");
  });

  test("parts that are cut, doubled or unknown cost no more than themselves", () => {
    const page = html();
    fc.assert(
      fc.property(fc.nat(page.length), fc.nat(40), fc.string({ unit: "binary" }), (at, length, put) => {
        const broken = page.slice(0, at) + put + page.slice(at + length);
        const said = saidOf(broken);
        expect(["string", "not a notebook: html"]).toContain(said);
      }),
      { numRuns: 60 },
    );
  });
});

/** What is read holds texts and nothing else. */
function saidOf(page: string): string {
  try {
    const { notebook, data } = readSingleFile(page);
    const values = [notebook, ...data.flatMap((one) => Object.values(one) as unknown[])];
    return [...new Set(values.map((value) => typeof value))].join();
  } catch (error) {
    return (error as Error).message;
  }
}
