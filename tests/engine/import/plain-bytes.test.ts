import fc from "fast-check";
import { expect, test } from "vitest";
import { cellPlaces, emptyRoom } from "../../../src/engine/import/read/plain/cells";
import { numberOf } from "../../../src/engine/import/read/plain/numbers";
import { isWellFormed } from "../../../src/engine/import/read/plain/well-formed";
import { scanRecords } from "../../../src/engine/import/read/record-ends";

test("where a text is cut does not depend on the way it is read", () => {
  const sign = fc.constantFrom("a", "é", '"', '""', ",", "\n", "\r\n", "\r", " ", '",', '"\n');
  const texts = fc.string({ unit: sign, maxLength: 60 });
  let plain = 0;
  fc.assert(
    fc.property(texts, fc.boolean(), fc.integer({ min: 1, max: 3 }), (text, isLast, width) => {
      const bytes = new TextEncoder().encode(text);
      const dialect = { delimiter: ",", quote: '"' };
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
  const byte = fc.oneof(
    fc.constantFrom(0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xed, 0xef),
    fc.constantFrom(0xf0, 0xf3, 0xf4, 0xf5, 0xff),
  );
  const decoder = new TextDecoder("utf-8", { fatal: true });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 8 }), fc.array(byte, { maxLength: 6 }), (any, edges) => {
      for (const bytes of [any, Uint8Array.from(edges)]) {
        let isRight = true;
        try {
          decoder.decode(bytes);
        } catch {
          isRight = false;
        }
        expect(isWellFormed(bytes)).toBe(isRight);
      }
    }),
    { numRuns: 3000 },
  );
});

test("a number is the double that is nearest to its digits", () => {
  const parse = numberOf(".", true);
  const read = (text: string) => parse(new TextEncoder().encode(text), 0, text.length);
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
