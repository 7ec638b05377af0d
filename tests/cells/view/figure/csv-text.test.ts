import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allRows } from "../../../../src/cells/view/customers/all-rows";
import { csvText, fileNameOf } from "../../../../src/cells/view/figure/csv-text";

describe("CSV", () => {
  test("has a byte order mark, CRLF, and quotes where they are needed", () => {
    expect(
      csvText(
        ["id", "said"],
        [
          ["007", 'a "b", c'],
          ["1\n2", null],
          ["", "=1+1"],
        ],
      ),
    ).toBe('\ufeffid,said\r\n007,"a ""b"", c"\r\n"1\n2",\r\n"",=1+1\r\n');
  });

  test("read again gives every text as it was, and NULL as nothing", () => {
    const texts = fc.option(fc.string({ unit: fc.constantFrom("a", '"', ",", "\r", "\n", " ", "=", "ж") }));
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, texts), { maxLength: 8 }), (rows) => {
        expect(read(csvText(["x", "y"], rows))).toEqual([["x", "y"], ...rows]);
      }),
    );
  });

  test("a file's name is one that every system takes", () => {
    expect(fileNameOf("attrition", "Lost, Jan 1 – Feb 1: a/b?")).toBe("attrition-Lost,-Jan-1-–-Feb-1-a-b");
  });
});

test("all rows come window by window; a window without rows is an error, not a shorter file", async () => {
  const rows = Array.from({ length: 45_000 }, (_, i) => [String(i)]);
  const load = (offset: number, limit: number) => Promise.resolve(rows.slice(offset, offset + limit));
  expect(await allRows(rows.length, load)).toEqual(rows);
  await expect(allRows(rows.length + 1, load)).rejects.toThrow("rows missing: 1 of 45001");
});

/** RFC 4180, told apart: a quoted empty field is an empty text, an unquoted one is nothing. */
function read(text: string): (string | null)[][] {
  const found: (string | null)[][] = [];
  let row: (string | null)[] = [];
  for (const [, quoted, plain, end] of text
    .slice(1)
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy)) {
    row.push(quoted !== undefined ? quoted.replaceAll('""', '"') : plain || null);
    if (end === ",") continue;
    found.push(row);
    row = [];
  }
  return found;
}
