import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { type Database, loadCsv, name, sql, written } from "../../../src/engine";
import { openTestDatabase } from "../open-database";

const folder = fileURLToPath(new URL("../../../../shared/data/awkward/", import.meta.url));
const isHere = existsSync(folder);

interface Expected {
  readonly file: string;
  readonly rows?: number;
  readonly columns?: readonly string[];
  readonly column_count?: number;
  readonly checks?: Record<
    string,
    Partial<Record<"sum" | "missing" | "min" | "max" | "first" | "last", number | string>>
  >;
  readonly column_sums_by_position?: readonly (number | null)[];
  readonly distinct?: Record<string, number>;
  readonly types?: Record<string, string>;
}

const expected: readonly Expected[] = isHere
  ? JSON.parse(readFileSync(`${folder}expected.json`, "utf8")).files
  : [];

/** No CSV, or read otherwise than `expected.json` has it, each for a reason that a test below or its remarks give. */
const apart = new Set([
  "ru_preamble_and_total_row.csv",
  "missing_tokens.csv",
  "ragged_rows.csv",
  "no_header.csv",
  "whitespace_columns.txt",
  "empty.csv",
  "bom_only.csv",
]);
const readable = expected.filter(
  ({ file, rows }) => rows !== undefined && /\.(csv|txt)$/.test(file) && !apart.has(file),
);

describe.skipIf(!isHere)("shared/data/awkward", () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });

  const load = (file: string) =>
    loadCsv(database, new File([readFileSync(folder + file)], file), { table: "t" });
  const one = async (what: string) => (await database.query(written(`select ${what} from t`))).text(0, 0);
  const quoted = (column: string) => name(column).text;

  test.each(readable.map((each) => [each.file, each] as const))("%s", async (file, expectation) => {
    const loaded = await load(file);
    expect(loaded.rowCount).toBe(expectation.rows);
    const names = loaded.columns.map((column) => column.name);
    if (expectation.columns) expect(names).toHaveLength(expectation.columns.length);
    if (expectation.column_count) expect(names).toHaveLength(expectation.column_count);
    const headers = expectation.columns?.map((header, i) => header.trim() || names[i]!) ?? names;
    if (!loaded.renamed.length && expectation.columns) expect(names).toEqual(headers);
    for (const [column, checks] of Object.entries(expectation.checks ?? {})) {
      const value = quoted(column);
      if (checks.sum !== undefined)
        expect(Number(await one(`sum(${value})`))).toBeCloseTo(Number(checks.sum), 6);
      if (checks.missing !== undefined)
        expect(await one(`count(*) - count(${value})`)).toBe(String(checks.missing));
      if (checks.min !== undefined) expect(await one(`min(${value})`)).toBe(checks.min);
      if (checks.max !== undefined) expect(await one(`max(${value})`)).toBe(checks.max);
      if (checks.first !== undefined) expect(await one(`first(${value})`)).toBe(checks.first);
      if (checks.last !== undefined) expect(await one(`last(${value})`)).toBe(checks.last);
    }
    for (const [i, sum] of (expectation.column_sums_by_position ?? []).entries()) {
      if (sum !== null) expect(Number(await one(`sum(${quoted(names[i]!)}::double)`))).toBe(sum);
    }
    for (const [column, count] of Object.entries(expectation.distinct ?? {})) {
      expect(await one(`count(distinct ${quoted(column)})`)).toBe(String(count));
    }
    for (const [column, type] of Object.entries(expectation.types ?? {})) {
      const kind = loaded.columns.find((each) => each.name === column)!.kind;
      expect(kind).toBe(type.startsWith("boolean") ? "text" : type);
    }
  });

  test.each([
    ["empty.csv", "empty-file"],
    ["bom_only.csv", "empty-file"],
    ["events.jsonl", "not-a-table"],
    ["events_array.json", "not-a-table"],
    ["ru_clients.xlsx", "not-a-table"],
    ["xlsx_renamed.csv", "not-a-table"],
    ["html_table_named.xls", "not-a-table"],
    ["whitespace_columns.txt", "not-a-table"],
  ])("%s is refused as %s", async (file, code) => {
    await expect(load(file)).rejects.toMatchObject({ code, message: expect.stringContaining(file) });
  });

  test("ragged_rows.csv: odd rows are counted with their lines, blank ones are nobody", async () => {
    const { rowCount, rejected } = await load("ragged_rows.csv");
    expect(rowCount).toBe(3);
    expect(rejected.first.map(({ line }) => line)).toEqual([3, 4, 9, 10]);
  });

  test("no_header.csv: the first row is kept", async () => {
    expect(await load("no_header.csv")).toMatchObject({ rowCount: 3, options: { header: false } });
  });

  test("unclosed_quote.csv: line 3 is reported", async () => {
    expect((await load("unclosed_quote.csv")).rejected).toMatchObject({ count: 1, first: [{ line: 3 }] });
  });

  test("missing_tokens.csv: a column with unknown words stays text, none of them is 0", async () => {
    const { columns, rowCount } = await load("missing_tokens.csv");
    expect(rowCount).toBe(10);
    expect(columns.map(({ type }) => type)).toEqual(["VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR"]);
  });

  test("ru_preamble_and_total_row.csv: the titles are skipped; the total row is still a row", async () => {
    expect(await load("ru_preamble_and_total_row.csv")).toMatchObject({
      rowCount: 301,
      options: { skip: 3 },
    });
  });

  test("dates_ambiguous.csv: what can be read both ways stays text", async () => {
    expect((await load("dates_ambiguous.csv")).columns[1]!.type).toBe("VARCHAR");
  });

  test("dates with slashes: the column decides, not the cell", async () => {
    for (const file of ["dates_dmy_slash.csv", "dates_mdy_slash.csv"]) {
      await load(file);
      const months = await database.query(
        sql`select month("date") as m, count(*) as n from t group by m order by m`,
      );
      expect(months.values("n")).toEqual([11, 9, 11, 10, 10, 9]);
    }
  });

  test("timezone_month_boundary.csv: stamps with an offset become UTC", async () => {
    await load("timezone_month_boundary.csv");
    const months = await database.query(
      sql`select strftime("timestamp", '%Y-%m') as m, sum(amount) as amount from t group by m order by m`,
    );
    expect(months.rows()).toEqual([
      { m: "2024-01", amount: 10 },
      { m: "2024-02", amount: 5 },
    ]);
  });

  test("numbers_many_formats.csv: each column has one reading, or stays text", async () => {
    await load("numbers_many_formats.csv");
    for (const column of ["plain", "thousand_space", "thousand_comma_quoted", "euro"]) {
      expect((await database.query(sql`select ${name(column)} as x from t`)).values("x")).toEqual([
        1234.5, 2000000, 0.001,
      ]);
    }
    expect(await one("typeof(percent) || typeof(negative) || typeof(paren) || typeof(currency)")).toBe(
      "VARCHAR".repeat(4),
    );
  });

  test("quoted_newlines.csv and stray_quotes.csv: every sign arrives", async () => {
    const { file, cells } = expected.find((each) => each.file === "quoted_newlines.csv") as Expected & {
      cells: { row: number; column: string; value: string }[];
    };
    await load(file);
    const table = await database.query(sql`from t`);
    for (const { row, column, value } of cells) expect(table.value(row - 1, column)).toBe(value);
    await load("stray_quotes.csv");
    expect((await database.query(sql`select size from t`)).values("size")).toEqual([
      '5" disk',
      '3.5" floppy',
      '7" record',
    ]);
  });
});
