import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plainLiteral, written, type Database, type PlainValue } from "../../../src/engine";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

const read = async (value: PlainValue, around = (text: string) => text) =>
  (await database.query(written(`select ${around(plainLiteral(value))} as v`))).text(0, "v");

test.each<[PlainValue, string | null]>([
  [null, null],
  [true, "true"],
  [1.5, "1.5"],
  [-2, "-2"],
  [12345678901234567890n, "12345678901234567890"],
  ["it's", "it's"],
  ["'; drop table x; --", "'; drop table x; --"],
  [{ date: Date.UTC(2024, 1, 29), isDay: true }, "2024-02-29"],
  [{ date: Date.UTC(2024, 1, 29, 12, 30), isDay: false }, "2024-02-29 12:30:00"],
])("%o is itself in DuckDB", async (value, text) => {
  expect(await read(value)).toBe(text);
});

test("NaN and infinity are DuckDB's", async () => {
  expect(await read(NaN)).toBe("nan");
  expect(await read(-Infinity)).toBe("-inf");
});

test("a minus before a negative number is no comment", async () => {
  expect(await read(-5, (text) => `1 -${text}`)).toBe("6");
  expect(await read(-5n, (text) => `1 -${text}`)).toBe("6");
});

test("lists stand inside in (…); an empty one finds nothing", async () => {
  expect(await read(["a", "b"], (text) => `'b' in (${text})`)).toBe("true");
  expect(await read([], (text) => `coalesce('b' in (${text}), false)`)).toBe("false");
});

test("a name is quoted", () => {
  expect(plainLiteral({ identifier: 'odd "name' })).toBe('"odd ""name"');
});

test("any text comes back as it was", async () => {
  const texts = fc.string({ unit: "grapheme", maxLength: 20 }).filter((text) => !text.includes("\0"));
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      expect(await read(text)).toBe(text);
    }),
    { numRuns: 100 },
  );
});
