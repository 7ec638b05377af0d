import { beforeAll, describe, expect, test } from "vitest";
import { type Database, importFile, type ImportPlan, sql, typeOf } from "../../../src/engine";
import { plainMarks } from "../../../src/engine/import/reading";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

const load = (content: string, plan?: ImportPlan) =>
  importFile(database, new File([content], "t.csv"), { table: "t", known: { plan, isExact: true } });
const typesOf = async (content: string) =>
  Object.fromEntries((await load(content)).columns.map((column) => [column.name, column.type]));
const texts = async () => {
  const table = await database.query(sql`from t`);
  return Array.from({ length: table.rowCount }, (_, row) => table.columns.map((_, i) => table.text(row, i)));
};

describe("types", () => {
  test.each([
    ["whole numbers", "n\n1\n-2\n", "BIGINT"],
    ["numbers", "n\n1\n2.5\n1e-3\n", "DOUBLE"],
    ["true and false", "b\nTRUE\nfalse\n", "BOOLEAN"],
    ["ISO dates", "d\n2024-01-31\n", "DATE"],
    ["ISO times", "t\n2024-01-31T10:00:00\n2024-02-01\n", "TIMESTAMP"],
    ["an impossible date", "d\n2024-01-31\n2024-02-30\n", "VARCHAR"],
    ["leading zeros", "x\n007\n8\n", "VARCHAR"],
    ["more digits than a double holds", "x\n9007199254740993\n1\n", "VARCHAR"],
    ["1E5 among digits", "x\n1E5\n100000\n", "VARCHAR"],
    ["a telephone", "x\n+79161234567\n", "VARCHAR"],
    ["an id", "customer_id\n1\n2\n", "VARCHAR"],
    ["a Russian id", "Код клиента\n1\n2\n", "VARCHAR"],
    ["an empty column", "note,n\n,1\n,2\n", "VARCHAR"],
    ["an empty column for times", "end,n\n,1\n,2\n", "DATE"],
    ["compact dates", "date\n20240131\n20240201\n", "DATE"],
  ])("%s", async (_, content, type) => {
    expect(Object.values(await typesOf(content))[0]).toBe(type);
  });

  test.each([
    ["1234,5;1 234,5;1 234 567,25", ["1234.5", "1234.5", "1234567.25"]],
    ["0,125;12,5", ["0.125", "12.5"]],
    ["1.234,50;2.000.000,00;0,001", ["1234.5", "2000000.0", "0.001"]],
    ["1,234.5;2,000,000;0.001", ["1234.5", "2000000.0", "0.001"]],
    ["1 234;5", ["1234", "5"]],
    ["1,234;5,678", ["1,234", "5,678"]],
    ["12,5%;3%", ["0.125", "0.03"]],
    ["$1,234.50;-$0.99;$-3;($12.00);7", ["1234.5", "-0.99", "-3.0", "-12.0", "7.0"]],
    ["1 234,50 ₽;-5,00 ₽", ["1234.5", "-5.0"]],
    ["1.234,50 €;2 €", ["1234.5", "2.0"]],
    ["€ 12.50;€3.00", ["12.5", "3.0"]],
    ["USD 12.50;USD 1,000.00", ["12.5", "1000.0"]],
    ["12.50 USD;0 USD", ["12.5", "0.0"]],
    ["1 200 руб.;15 руб.", ["1200", "15"]],
    ["$1,234;$999", ["1234", "999"]],
    ["1.234 €;56 €", ["1234", "56"]],
    ["US$5;US$6", ["5", "6"]],
    ["99999999999999999.99 EUR;1.00 EUR", ["99999999999999999.99", "1.00"]],
    // Of several currencies there is no sum, and a code is no amount.
    ["$5;€5", ["$5", "€5"]],
    ["1.00 USD;1.00 EUR", ["1.00 USD", "1.00 EUR"]],
    ["$007;$1", ["$007", "$1"]],
    ["ABC 12;ABC 13", ["ABC 12", "ABC 13"]],
    ["USD12;USD13", ["USD12", "USD13"]],
    ["KWD 1,234;KWD 5,678", ["KWD 1,234", "KWD 5,678"]],
  ])("numbers written as %s", async (cells, values) => {
    await load(
      `x;y\n${cells
        .split(";")
        .map((cell) => `${cell};a\n`)
        .join("")}`,
    );
    expect((await texts()).map(([x]) => x)).toEqual(values);
  });

  test.each([
    ["31.01.2024;01.02.2024", ["2024-01-31", "2024-02-01"]],
    ["01.02.2024 9:05;02.02.2024 10:00", ["2024-02-01 09:05:00", "2024-02-02 10:00:00"]],
    ["01.02.2024 00:00:01", ["2024-02-01 00:00:01"]],
    ["13/01/2024;02/01/2024", ["2024-01-13", "2024-01-02"]],
    ["1/13/24;1/2/24", ["2024-01-13", "2024-01-02"]],
    ["1/13/2024 1:05 PM;1/2/2024 12:00 AM", ["2024-01-13 13:05:00", "2024-01-02 00:00:00"]],
    ["2024/01/13", ["2024-01-13"]],
    ["01/02/2024;03/04/2024", ["01/02/2024", "03/04/2024"]],
    ["31.02.2024;01.02.2024", ["31.02.2024", "01.02.2024"]],
    ["13/01/2024;01/13/2024", ["13/01/2024", "01/13/2024"]],
    ["2024-01-31T22:30:00Z;2024-02-01T01:30:00+03:00", ["2024-01-31 22:30:00", "2024-01-31 22:30:00"]],
    ["2024-02-01 01:30:00.5+0530", ["2024-01-31 20:00:00.5"]],
  ])("moments written as %s", async (cells, values) => {
    await load(
      `x\ty\n${cells
        .split(";")
        .map((cell) => `${cell}\ta\n`)
        .join("")}`,
    );
    expect((await texts()).map(([x]) => x)).toEqual(values);
  });

  test("a column with a day above 12 settles the order for its neighbour", async () => {
    await load("a,b\n01/02/2024,13/02/2024\n03/04/2024,05/06/2024\n");
    expect((await texts())[0]).toEqual(["2024-02-01", "2024-02-13"]);
  });

  test("the plan comes back as it was used, and leads to the same table again", async () => {
    const content = "sep=;\nкод;дата;сумма\n1;31.01.2024;1 234,5\n";
    const { plan } = await load(content);
    expect(plan).toMatchObject({
      source: { format: "text", delimiter: ";", quote: '"', header: true, skip: 1, encoding: "utf-8" },
      columns: [
        { name: "код", reading: { form: "text" } },
        { name: "дата", reading: { form: "date", formats: ["%d.%m.%Y"] } },
        { name: "сумма", reading: { form: "number", marks: { decimal: ",", thousands: " " } } },
      ],
    });
    expect(plan.columns.map(({ reading }) => typeOf(reading))).toEqual(["VARCHAR", "DATE", "DOUBLE"]);
    const first = await texts();
    expect((await load(content, plan)).plan).toEqual(plan);
    expect(await texts()).toEqual(first);
  });

  test("a person may choose another type", async () => {
    const content = "id,n\n1,2\n";
    const { plan } = await load(content);
    const [id, n] = plan.columns;
    const columns = [
      { ...id!, reading: { form: "whole", marks: plainMarks } as const },
      { ...n!, reading: { form: "text" } as const },
    ];
    await load(content, { ...plan, columns });
    expect((await database.describe(sql`from t`)).map(({ type }) => type)).toEqual(["BIGINT", "VARCHAR"]);
  });
});

describe("beyond the sample", () => {
  // Longer than the first megabyte, which decides the types.
  const long = (header: string, row: string, end: string) =>
    `${header}\n${`${row}\n`.repeat(2_000_000 / row.length)}${end}\n`;

  test.each([
    ["5", "1.5", "DOUBLE", "1.5"],
    ["5", "unknown", "VARCHAR", "unknown"],
    ["5", "9007199254740993", "VARCHAR", "9007199254740993"],
    ["1.5", "n/a", "DOUBLE", null],
    ["1.5", "none known", "VARCHAR", "none known"],
    ["2024-01-01", "2024-01-01 10:00:00", "TIMESTAMP", "2024-01-01 10:00:00"],
    ["2024-01-01", "soon", "VARCHAR", "soon"],
    ["2024-01-01 10:00:00", "2024-01-01T10:00:00+03:00", "TIMESTAMP", "2024-01-01 07:00:00"],
    ["true", "maybe", "VARCHAR", "maybe"],
  ])("%s and then %s", async (usual, odd, type, text) => {
    const { rowCount, unread } = await load(long("x,y", `${usual},${"a".repeat(60)}`, `${odd},b`));
    const last = await database.query(sql`select x from t where y = 'b'`);
    expect([last.columns[0]!.type, last.text(0, 0), unread.rows + unread.cells]).toEqual([type, text, 0]);
    expect(rowCount).toBeGreaterThan(20_000);
  });
});
