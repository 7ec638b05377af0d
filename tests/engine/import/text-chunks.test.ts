import fc from "fast-check";
import { expect, test } from "vitest";
import { byteWindows, leastOf } from "../../../src/engine/import/read/byte-windows";
import { endOfSigns, linesBefore, scanRecords } from "../../../src/engine/import/read/record-ends";
import { openSource } from "../../../src/engine/import/read/source";
import { utf8Chunks } from "../../../src/engine/import/read/text-chunks";
import { transcoder } from "../../../src/engine/import/read/transcode";

/** Bytes of a window. */
const most = 4096;

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

const cell = fc
  .string({ unit: fc.constantFrom("a", "é", '"', ",", ";", "\n", "\r", " "), maxLength: 6 })
  .map((text) => (/[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text));
const lineEnd = fc.constantFrom("\n", "\r\n", "\r");

test("wherever a text is cut, it is cut where the last whole record ends", () => {
  const text = fc.tuple(fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), lineEnd);
  fc.assert(
    fc.property(text, fc.constantFrom(",", ";;"), fc.nat(), ([records, end], delimiter, where) => {
      const lines = records.map((cells) => bytesOf(cells.join(delimiter) + end));
      const whole = bytesOf(lines.map(textOf).join(""));
      const cut = whole.length ? where % (whole.length + 1) : 0;
      const ends = lines.reduce<number[]>((all, line) => [...all, all.at(-1)! + line.length], [0]);
      // A `\r` at the very end may be half of an end of line.
      const wanted = ends.filter((at) => at < cut || (at === cut && end !== "\r")).at(-1) ?? 0;
      const found = scanRecords(whole.subarray(0, cut), { delimiter, quote: '"' }, false);
      expect(found.end).toBe(wanted);
      const front = textOf(whole.subarray(0, wanted));
      expect(found.lines).toBe(front.match(/\r\n|\r|\n/g)?.length ?? 0);
      expect(found.lines - found.innerLines).toBe(ends.indexOf(wanted));
      expect(linesBefore(whole, wanted)).toBe(found.lines);
    }),
  );
});

test("a text without quotes is read four bytes at a time, with the same outcome at any length", () => {
  const plain = fc.string({ unit: fc.constantFrom("a", "é", ",", "\n", "\u000b"), maxLength: 40 });
  fc.assert(
    fc.property(plain, (text) => {
      const bytes = bytesOf(text);
      const found = scanRecords(bytes, { delimiter: ",", quote: '"' }, false);
      const end = text.lastIndexOf("\n") + 1;
      expect(found).toEqual({
        end: bytesOf(text.slice(0, end)).length,
        lines: text.split("\n").length - 1,
        innerLines: 0,
        returns: [],
      });
      // One that begins elsewhere in its buffer goes the other way.
      const moved = Uint8Array.of(0, ...bytes).subarray(1);
      expect(scanRecords(moved, { delimiter: ",", quote: '"' }, false)).toMatchObject({
        end: found.end,
        lines: found.lines,
      });
    }),
  );
});

test("a quote inside a cell opens nothing", () => {
  const scan = (text: string) => scanRecords(bytesOf(text), { delimiter: ",", quote: '"' }, false);
  expect(scan('5" pipe,x\n6" pipe,y\nz').end).toBe('5" pipe,x\n6" pipe,y\n'.length);
  expect(scan('a,"open\nand on\n').end).toBe(0);
  expect(endOfSigns(bytesOf("aé").subarray(0, 2))).toBe(1);
});

test.each([
  "windows-1251",
  "windows-1252",
  "koi8-r",
  "iso-8859-2",
  "windows-874",
  "utf-16le",
  "shift_jis",
  "gbk",
])("%s becomes UTF-8 as the browser's decoder has it, in whatever pieces", (encoding) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), (bytes, where) => {
      const into = transcoder(encoding);
      const at = bytes.length ? where % bytes.length : 0;
      const pieces = [bytes.subarray(0, at), bytes.subarray(at)].map((piece, i) =>
        into.next(piece, i === 1).slice(),
      );
      const wanted = new TextDecoder(encoding).decode(bytes);
      expect(pieces.map(textOf).join("")).toBe(wanted);
      expect(into.replacedSigns).toBe(wanted.split("\ufffd").length - 1);
    }),
    { numRuns: 50 },
  );
});

/** A source whose stream breaks every so many bytes. */
async function broken(bytes: Uint8Array<ArrayBuffer>, every: number) {
  const source = await openSource(new File([bytes], "t.csv"), null);
  const stream = () =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += every) controller.enqueue(bytes.subarray(at, at + every));
        controller.close();
      },
    });
  return { ...source, blob: null, stream };
}

test("a file has the same windows however its stream breaks, and no small one at its end", async () => {
  const bytes = new Uint8Array(2 * most + leastOf(most) - 1).fill(97);
  const sizes = async (every: number) => {
    const found: number[] = [];
    for await (const { bytes: one } of byteWindows(await broken(bytes, every), most)) found.push(one.length);
    return found;
  };
  expect(await sizes(most)).toEqual([most, most + leastOf(most) - 1]);
  expect(await sizes(37)).toEqual([most, most + leastOf(most) - 1]);
});

test("a long file comes in whole records, as it lies and from another encoding, without its byte order mark", async () => {
  const line = `${"я".repeat(100)};"a\nb"\n`;
  const text = line.repeat(Math.ceil((most * 5.5) / line.length));
  const file = new File(["\ufeff", text], "t.csv");
  const plan = { encoding: "utf-8", delimiter: ";", quote: '"' };
  const source = await openSource(file, null);
  for (const one of [source, { ...source, blob: null }]) {
    let [read, lines] = ["", 0];
    for await (const chunk of utf8Chunks(one, plan, most)) {
      const piece = textOf(chunk.bytes);
      expect(piece.endsWith('b"\n')).toBe(true);
      [read, lines] = [read + piece, lines + chunk.lines];
    }
    expect(read === text).toBe(true);
    expect(lines).toBe(text.split("\n").length - 1);
  }
});

test("a record without an end, and a quote that is never closed, come through", async () => {
  for (const [text, quote] of [
    ["é".repeat(3 * most + 1), ""],
    [`"${"a".repeat(5.5 * most)}`, '"'],
  ] as const) {
    const source = await openSource(new File([text], "t.csv"), null);
    let read = 0;
    for await (const { bytes } of utf8Chunks(source, { encoding: "utf-8", delimiter: ",", quote }, most)) {
      expect(textOf(bytes)).not.toContain("\ufffd");
      read += bytes.length;
    }
    expect(read).toBe(bytesOf(text).length);
  }
});
