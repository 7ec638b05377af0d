import { beforeAll, describe, expect, test } from "vitest";
import { loadTexts, textsOf } from "../../../../src/cells/view/texts";
import { filterWords, pieceWords, spanWords } from "../../../../src/cells/view/explorer/piece-words";
import { toggled } from "../../../../src/cells/view/explorer/pieces";
import type { Column, Piece } from "../../../../src/engine";

const range = (from: string, to: string, withTo: boolean): Piece => ({ form: "range", from, to, withTo });
const day: Column = { name: "day", type: "DATE", kind: "date" };
const at: Column = { name: "at", type: "TIMESTAMP", kind: "timestamp" };
const seats: Column = { name: "seats", type: "BIGINT", kind: "integer" };
const price: Column = { name: "price", type: "DECIMAL(9,2)", kind: "decimal" };
const said = (column: Column, piece: Piece, locale: "en" | "ru" = "en") =>
  pieceWords(textsOf(locale), locale, column, piece).replace(/[\u00a0\u202f\u2009]/g, " ");

beforeAll(() => loadTexts("ru"));

describe("a part of a column in the reader's words", () => {
  test("whole months, years and days are called by their names", () => {
    expect(said(day, range("2024-02-01", "2024-02-29", true))).toBe("Feb 2024");
    expect(said(day, range("2024-01-01", "2024-03-31", true))).toBe("Jan – Mar 2024");
    expect(said(day, range("2023-01-01", "2023-12-31", true))).toBe("2023");
    expect(said(day, range("2024-02-05", "2024-02-05", true))).toBe("Feb 5, 2024");
    expect(said(at, range("2024-02-01 00:00:00", "2024-03-01 00:00:00", false))).toBe("Feb 2024");
    expect(said(at, range("2024-02-01 10:00:00", "2024-02-01 11:00:00", false))).toBe(
      "Feb 1, 2024, 10:00 AM to below Feb 1, 2024, 11:00 AM",
    );
  });

  test("numbers are written as the reader writes them, and lose no digit", () => {
    expect(said(seats, range("1000", "1999", true))).toBe("1,000 to 1,999");
    expect(said(seats, range("9007199254740993", "9007199254740993", true))).toBe("9,007,199,254,740,993");
    expect(said(price, range("-10.00", "1234.50", false))).toBe("-10 to below 1,234.5");
    expect(said(seats, range("1000", "1999", true), "ru")).toBe("от 1 000 до 1 999");
  });

  test("blanks and empty texts are seen", () => {
    const plan: Column = { name: "plan", type: "VARCHAR", kind: "text" };
    expect(said(plan, { form: "value", value: "  " })).toBe("␣␣");
    expect(said(plan, { form: "value", value: "a  b" })).toBe("a b");
    expect(spanWords(textsOf("en"), "en", plan, "", "Ω")).toBe("empty text to Ω");
    expect(spanWords(textsOf("en"), "en", seats, "1000", "2000000")).toBe("1,000 to 2,000,000");
    expect(spanWords(textsOf("en"), "en", seats, "7", "7")).toBe("7");
    expect(spanWords(textsOf("ru"), "ru", day, "2024-01-01", "2024-10-06").replace(/\s/g, " ")).toBe(
      "от 1 янв. 2024 г. до 6 окт. 2024 г.",
    );
  });

  test("days before our era stay as they are written", () => {
    expect(said(day, range("0044-03-15 (BC)", "0044-03-15 (BC)", true))).toBe("0044-03-15 (BC)");
  });

  test("a chip joins what touches, and names the rest", () => {
    const pieces = [range("0", "4", true), range("5", "9", true), { form: "missing" } as const];
    expect(filterWords(textsOf("en"), "en", { column: seats, pieces })).toBe("seats: 0 to 9 or missing");
  });
});

test("a click keeps only this, another takes it off; with a key held it is added or taken away", () => {
  const [a, b]: Piece[] = [
    { form: "value", value: "a" },
    { form: "value", value: "b" },
  ] as const;
  expect(toggled([], a!, false)).toEqual([a]);
  expect(toggled([a!], b!, false)).toEqual([b]);
  expect(toggled([b!], b!, false)).toEqual([]);
  expect(toggled([a!], b!, true)).toEqual([a, b]);
  expect(toggled([a!, b!], a!, true)).toEqual([b]);
});
