import fc from "fast-check";
import { expect, test } from "vitest";
import { guessEncoding } from "../../../src/engine/import/sniff/guess-encoding";

const words =
  "\u043a\u043b\u0438\u0435\u043d\u0442 \u0434\u0430\u0442\u0430 \u0421\u0443\u043c\u043c\u0430 \u041c\u043e\u0441\u043a\u0432\u0430 \u0434\u043e\u0433\u043e\u0432\u043e\u0440 \u041f\u043e\u043c\u0435\u0441\u044f\u0447\u043d\u043e \u0418\u0432\u0430\u043d\u043e\u0432 \u041d\u0435\u0442 \u041f\u043b\u0430\u0442\u0451\u0436 \u0443\u0448\u0451\u043b \u0442\u0430\u0440\u0438\u0444 \u041f\u0435\u0442\u0435\u0440\u0431\u0443\u0440\u0433".split(
    " ",
  );

/** What an encoding makes of a text, by asking its decoder what each byte means. */
function encoded(text: string, encoding: string): Uint8Array {
  const bytes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++)
    bytes.set(new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from([...text], (sign) => bytes.get(sign) ?? 0x3f);
}

test.each(["windows-1251", "koi8-r", "ibm866"])("Russian words in %s", (encoding) => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 5, maxLength: 30 }), (some) => {
      const text = `id;name\r\n${some.map((word, i) => `${i};${word}\r\n`).join("")}`;
      expect(guessEncoding(encoded(text, encoding)).encoding).toBe(encoding);
    }),
  );
});

test("Western words are windows-1252, and few of them leave a doubt", () => {
  const few = guessEncoding(encoded("name,n\nJos\u00e9,1\nZo\u00eb,2\n", "windows-1252"));
  expect(few).toEqual({ encoding: "windows-1252", isSure: false });
  const text = "M\u00fcller,K\u00f6ln\nGar\u00e7on,N\u00eemes\nPe\u00f1a,M\u00e1laga\n".repeat(5);
  expect(guessEncoding(encoded(text, "windows-1252"))).toEqual({ encoding: "windows-1252", isSure: true });
});

test.each([
  ["utf-16le", false],
  ["utf-16be", true],
] as const)("%s without its mark", (encoding, isBig) => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...words, "plan", "free"), { minLength: 3, maxLength: 30 }),
      (some) => {
        const text = `id;name\r\n${some.map((word, i) => `${i};${word}\r\n`).join("")}`;
        const view = new DataView(new ArrayBuffer(text.length * 2));
        for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), !isBig);
        expect(guessEncoding(new Uint8Array(view.buffer)).encoding).toBe(encoding);
      },
    ),
  );
});
