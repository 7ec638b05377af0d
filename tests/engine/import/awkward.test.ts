import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { type Database, name, sql, written } from "../../../src/engine";
import { importFile } from "../../../src/engine/import/import-file";
import type { Known } from "../../../src/engine/import/reader";
import { awkwardFolder, type Check, expectedOfAwkward } from "../../reference/awkward-files";
import { openTestDatabase } from "../open-database";

const folder = awkwardFolder;
const expected = expectedOfAwkward();
const isHere = expected.length > 0;

/** No single table is right; `behaviour` says what will do, and a test of its own below what is done. */
const apart = new Set(["ragged_rows.csv", "empty.csv", "bom_only.csv"]);
const readable = expected.filter(({ file, rows }) => rows !== undefined && !apart.has(file));

describe.skipIf(!isHere)("shared/data/awkward", () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });

  const load = (file: string, known?: Known) =>
    importFile(database, new File([readFileSync(folder + file)], file), { table: "t", known });
  const one = async (what: string) => (await database.query(written(`select ${what} from t`))).text(0, 0);
  const quoted = (column: string) => name(column).text;

  async function holds(column: string, checks: Check): Promise<void> {
    const value = quoted(column);
    if (checks.sum !== undefined)
      expect(Number(await one(`sum(${value})`))).toBeCloseTo(Number(checks.sum), 6);
    if (checks.missing !== undefined)
      expect(await one(`count(*) - count(${value})`)).toBe(String(checks.missing));
    if (checks.yes !== undefined) expect(await one(`count(*) filter (${value})`)).toBe(String(checks.yes));
    for (const key of ["min", "max", "first", "last"] as const) {
      if (checks[key] !== undefined) expect(await one(`${key}(${value})`)).toBe(checks[key]);
    }
  }

  const encodings: Record<string, string> = {
    cp1251: "windows-1251",
    "utf-16-le": "utf-16le",
    "utf-16-be": "utf-16be",
  };
  const delimiters: Record<string, string> = { TAB: "\t", "runs of spaces": "blanks" };

  test.each(readable.map((each) => [each.file, each] as const))(
    "%s",
    async (file, expectation) => {
      const imported = await load(file);
      expect(imported.rowCount).toBe(expectation.rows);
      const { source } = imported.plan;
      if (source.format === "text") {
        if (expectation.encoding) {
          expect(source.encoding).toBe(encodings[expectation.encoding] ?? expectation.encoding);
        }
        if (expectation.delimiter) {
          expect(source.delimiter).toBe(delimiters[expectation.delimiter] ?? expectation.delimiter);
        }
      }
      const names = imported.columns.map((column) => column.name);
      if (expectation.columns?.length) expect(names).toHaveLength(expectation.columns.length);
      if (expectation.column_count) expect(names).toHaveLength(expectation.column_count);
      if (!imported.renamed.length && expectation.columns?.length) expect(names).toEqual(expectation.columns);
      for (const [column, checks] of Object.entries(expectation.checks ?? {})) await holds(column, checks);
      for (const [place, checks] of Object.entries(expectation.checks_by_position ?? {})) {
        await holds(names[Number(place) - 1]!, checks);
      }
      for (const [i, sum] of (expectation.column_sums_by_position ?? []).entries()) {
        if (sum !== null) expect(Number(await one(`sum(${quoted(names[i]!)}::double)`))).toBe(sum);
      }
      for (const [column, count] of Object.entries(expectation.distinct ?? {})) {
        expect(await one(`count(distinct ${quoted(column)})`)).toBe(String(count));
      }
      for (const [column, type] of Object.entries(expectation.types ?? {})) {
        const kind = imported.columns.find((each) => each.name === column)!.kind;
        expect(kind).toBe(type.replace(/ .*/, ""));
      }
      for (const [column, values] of Object.entries(expectation.truth ?? {})) {
        if (typeof values === "string") continue;
        expect((await database.query(sql`select ${name(column)} as x from t`)).values("x")).toEqual(values);
      }
      for (const { row, column, value } of expectation.cells ?? []) {
        expect((await database.query(sql`from t`)).value(row - 1, column)).toBe(value);
      }
      // DuckDB takes its time over a statement of two thousand columns.
    },
    180_000,
  );

  test("ragged_rows.csv: odd rows are kept apart with line and reason, blank ones are nobody", async () => {
    const { rowCount, unread } = await load("ragged_rows.csv");
    expect([rowCount, unread.rows, unread.cells]).toEqual([3, 4, 0]);
    expect(unread.first.map(({ line }) => line)).toEqual([3, 4, 9, 10]);
    const kept = await database.query(sql`from ${name(...unread.table!)}`);
    expect(kept.rowCount).toBe(4);
    expect(kept.value(0, "text")).toBe("c2,2024-01-06,20,extra,more");
  });

  test("unclosed_quote.csv: line 3 is reported", async () => {
    expect((await load("unclosed_quote.csv")).unread).toMatchObject({ rows: 1, first: [{ line: 3 }] });
  });

  test("dates_mixed_formats.csv: what has one meaning is read, what has none is listed with its row", async () => {
    const { unread, notes } = await load("dates_mixed_formats.csv");
    expect(notes).toContainEqual({ note: "mixed-dates", column: "date" });
    const dates = await database.query(
      sql`select id, strftime("date", '%Y-%m-%d') as day from t where "date" is not null`,
    );
    expect(new Set(dates.values("day"))).toEqual(new Set(["2024-03-15", "2024-03-14"]));
    expect(dates.rowCount + unread.cells).toBe(13);
    expect(unread.first.map(({ row, text }) => [row, text])).toContainEqual([13, "31.02.2024"]);
  });

  test("missing_tokens.csv: what stands for missing is listed with counts", async () => {
    const { missing, unread } = await load("missing_tokens.csv");
    expect(
      missing.filter(({ column }) => column === "amount").map(({ token, count }) => [token, count]),
    ).toEqual(["#n/a", "-", ".", "n/a", "na", "nan", "null"].map((token) => [token, 1]));
    expect(unread.cells).toBe(0);
  });

  test("booleans.csv: words for yes and no in any mixture", async () => {
    await load("booleans.csv");
    const { true_counts: counts } = expected.find(({ file }) => file === "booleans.csv")!;
    for (const [column, count] of Object.entries(counts!)) {
      expect(await one(`count(*) filter (${quoted(column)}::boolean)`)).toBe(String(count));
      expect(await one(`count(*) - count(${quoted(column)})`)).toBe("1");
    }
  });

  test("ru_preamble_and_total_row.csv: the total is listed, not counted", async () => {
    const { unread, plan } = await load("ru_preamble_and_total_row.csv");
    expect(plan.source).toMatchObject({ skip: 3 });
    expect(unread).toMatchObject({ rows: 1, first: [{ line: 305, reason: "row of totals" }] });
  });

  test("dates_ambiguous.csv: it is asked which comes first, and either answer is obeyed", async () => {
    const { notes, plan } = await load("dates_ambiguous.csv");
    expect(notes).toContainEqual(expect.objectContaining({ note: "date-order", column: "date" }));
    for (const [format, max] of [
      ["%d/%m/%Y", "2024-10-06"],
      ["%m/%d/%Y", "2024-06-10"],
    ]) {
      const columns = plan.columns.map((column) =>
        column.name === "date"
          ? { ...column, reading: { form: "date", formats: [format!] } as const }
          : column,
      );
      await load("dates_ambiguous.csv", { plan: { ...plan, columns }, isExact: true });
      expect(await one(`max("date")`)).toBe(max);
    }
  });

  test("timezone_month_boundary.csv: months in the zone that is said", async () => {
    const months = async () =>
      (
        await database.query(
          sql`select strftime("timestamp", '%Y-%m') as m, sum(amount) as n from t group by m order by m`,
        )
      )
        .rows()
        .map(({ m, n }) => [m, Number(n)]);
    const { plan } = await load("timezone_month_boundary.csv");
    expect(await months()).toEqual([
      ["2024-01", 10],
      ["2024-02", 5],
    ]);
    await load("timezone_month_boundary.csv", { plan: { ...plan, zone: "Europe/Moscow" }, isExact: true });
    expect(await months()).toEqual([
      ["2024-01", 3],
      ["2024-02", 7],
      ["2024-03", 5],
    ]);
  });

  test("files that are not what they are called, and packed ones", async () => {
    expect((await load("xlsx_renamed.csv")).rowCount).toBe(300);
    expect((await load("telco_head.csv.gz")).columns.length).toBeGreaterThan(10);
  });

  test.each([
    ["empty.csv", "empty-file"],
    ["bom_only.csv", "empty-file"],
    ["html_table_named.xls", "not-a-table"],
  ])("%s is refused as %s", async (file, code) => {
    await expect(load(file)).rejects.toMatchObject({ code, message: expect.stringContaining(file) });
  });
});
