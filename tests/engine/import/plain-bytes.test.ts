import { tableFromIPC } from "apache-arrow";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cellPlaces, emptyRoom } from "../../../src/engine/import/read/plain/cells";
import { numberOf } from "../../../src/engine/import/read/plain/numbers";
import { plainColumns } from "../../../src/engine/import/read/plain/plain-columns";
import { plainRows } from "../../../src/engine/import/read/plain/plain-rows";
import { isWellFormed } from "../../../src/engine/import/read/plain/well-formed";
import { scanRecords } from "../../../src/engine/import/read/record-ends";
import { plainMarks, type Reading } from "../../../src/engine/import/reading";

const dialect = { delimiter: ",", quote: '"' };

test("where a text is cut does not depend on the way it is read", () => {
  const sign = fc.constantFrom("a", "é", '"', '""', ",", "\n", "\r\n", "\r", " ", '",', '"\n');
  const texts = fc.string({ unit: sign, maxLength: 60 });
  let plain = 0;
  fc.assert(
    fc.property(texts, fc.boolean(), fc.integer({ min: 1, max: 3 }), (text, isLast, width) => {
      const bytes = new TextEncoder().encode(text);
      const found = cellPlaces(bytes, { ...dialect, width, header: false, isLast }, emptyRoom());
      if (!found) return;
      plain++;
      const { end, lines } = scanRecords(bytes, dialect, isLast);
      expect(found).toMatchObject({ end, lines });
    }),
    { numRuns: 5000 },
  );
  expect(plain).toBeGreaterThan(300);
});

test("what is well-formed UTF-8 is what the platform takes for it", () => {
  const sign = fc.constantFrom(
    [0x41],
    [0xd0, 0xb0],
    [0xc2, 0x80],
    [0xdf, 0xbf],
    [0xc1, 0xbf],
    [0xe2, 0x82, 0xac],
  );
  const byte = fc.oneof(
    fc.constantFrom(0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xed, 0xef),
    fc.constantFrom(0xf0, 0xf3, 0xf4, 0xf5, 0xff),
  );
  const usual = fc.array(sign, { maxLength: 8 });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 8 }),
      fc.array(byte, { maxLength: 6 }),
      usual,
      (any, edges, signs) => {
        for (const bytes of [any, Uint8Array.from(edges), Uint8Array.from([...signs.flat(), ...edges])]) {
          let isRight = true;
          try {
            decoder.decode(bytes);
          } catch {
            isRight = false;
          }
          expect(isWellFormed(bytes)).toBe(isRight);
        }
      },
    ),
    { numRuns: 3000 },
  );
});

test("a number is the double that is nearest to its digits", () => {
  const parse = numberOf(".", true);
  const values = new Float64Array(1);
  const read = (text: string) =>
    parse(new TextEncoder().encode(text), 0, text.length, values, 0) ? values[0] : NaN;
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.nat(20), (digits, point) => {
      const text = digits.toString().padStart(22, "0").replace(/0*-/, "-");
      const decimal = `${text.slice(0, -point || undefined)}${point ? `.${text.slice(-point)}` : ""}`;
      for (const one of [
        digits.toString(),
        decimal.replace(/^(-?)0+(?=\d)/, "$1").replace(/^(-?)\./, "$10."),
      ])
        expect(read(one)).toBe(Number(one));
    }),
    { numRuns: 2000 },
  );
});

test("parts one after another share their room, and none shows what was in it", () => {
  const forms: readonly Reading[] = [
    { form: "text" },
    { form: "whole", marks: plainMarks },
    { form: "number", marks: plainMarks },
    { form: "date" },
    { form: "timestamp" },
    { form: "boolean", yes: ["yes"], no: ["no"] },
  ];
  const columns = plainColumns({
    version: 1,
    source: { ...dialect, format: "text", encoding: "utf-8", header: false, skip: 0, dropTotals: false },
    ...{ entry: null, zone: "UTC", missing: [] },
    columns: forms.map((reading, i) => ({
      header: `c${i}`,
      name: `c${i}`,
      reading,
      isKept: true,
      isChosen: false,
    })),
  })!;
  const row = fc.record({
    c0: fc.option(fc.string({ unit: fc.constantFrom("a", "я", '"', ","), minLength: 1, maxLength: 5 })),
    c1: fc.option(fc.integer()),
    c2: fc.option(fc.integer({ min: -1000, max: 1000 }).map((n) => n / 8 || 0)),
    c3: fc.option(fc.constantFrom("2024-02-29", "1969-12-31")),
    c4: fc.option(fc.constantFrom("2024-02-29 10:00:00", "1969-12-31 23:59:59.5")),
    c5: fc.option(fc.boolean()),
  });
  const room = emptyRoom();
  fc.assert(
    fc.property(
      fc.array(fc.array(row, { minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 4 }),
      (parts) => {
        const read = parts.map((rows) => {
          const lines = rows.map(({ c0, c5, ...rest }) => {
            const text = c0 === null ? "" : `"${c0.replaceAll('"', '""')}"`;
            return [
              text,
              ...Object.values(rest).map((value) => value ?? ""),
              c5 === null ? "" : c5 ? "yes" : "no",
            ];
          });
          const text = lines.map((cells) => `${cells.join(",")}\n`).join("");
          return plainRows(
            new TextEncoder().encode(text),
            { ...dialect, header: false, isLast: true },
            columns,
            room,
          )!;
        });
        const moment = (text: string | null) =>
          text === null ? null : Date.parse(`${text.replace(" ", "T")}Z`);
        parts.forEach((rows, i) => {
          const isSomebody = (one: (typeof rows)[number]) =>
            Object.values(one).some((value) => value !== null);
          const wanted = rows.filter(isSomebody).map(({ c1, c3, c4, ...one }) => ({
            ...one,
            ...{ c1: c1 === null ? null : BigInt(c1), c3: moment(c3 && `${c3} 00:00:00`), c4: moment(c4) },
          }));
          const table = tableFromIPC(read[i]!.content);
          expect(table.toArray().map((one: { toJSON(): object }) => one.toJSON())).toEqual(wanted);
        });
      },
    ),
  );
});
