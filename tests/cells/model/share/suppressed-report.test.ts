import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Report, ReportTable } from "../../../../src/analyses";
import { suppressedReport, textTells } from "../../../../src/cells/model/share";
import { toldOfFew } from "./told-of-few";
import { words } from "./words";

const k = 10;

function tableOf(counts: readonly (readonly number[])[], id = "t"): ReportTable {
  const keys = (counts[0] ?? []).map((_, i) => `c${i}`);
  return {
    id,
    title: "Segments",
    columns: [
      { key: "name", label: "Segment", align: "left" },
      ...keys.map((key) => ({ key, label: key, align: "right" as const })),
    ],
    rows: counts.map((row, i) => ({
      name: { text: `segment-${i}`, value: `segment-${i}` },
      ...Object.fromEntries(row.map((value, j) => [keys[j], { text: String(value), value }])),
    })),
  };
}

function reportOf(tables: readonly ReportTable[], more: Partial<Report> = {}): Report {
  return {
    verdict: { level: "certain", sentence: "It holds." },
    findings: [],
    caveats: [],
    figures: [],
    tables,
    definition: "Within 7 days.",
    method: { formula: [], notes: [], sources: ["Wilson 1927"] },
    ...more,
  };
}

const figure = {
  id: "f",
  title: "Bars",
  caption: "",
  alternative: "",
  table: "t",
  plot: () => ({}),
};

describe("small groups", () => {
  test("no count of 1 to k - 1 stays in any table, and none is told by the rows that are left and a total", () => {
    const counts = fc.array(fc.array(fc.nat(60), { minLength: 2, maxLength: 2 }), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 30 }), (rows, least) => {
        const { report } = suppressedReport(reportOf([tableOf(rows)]), least, words);
        const shown = report.tables[0]!.rows.map((row) => [row.c0!.value, row.c1!.value]);
        for (const [column] of [0, 1].entries()) {
          const left = shown.map((row) => row[column]);
          for (const value of left)
            if (typeof value === "number") expect(value === 0 || value >= least).toBe(true);
          // Who knows the total takes what is shown from it.
          const rest = rows.reduce((sum, row, i) => (left[i] === null ? sum + row[column]! : sum), 0);
          const isAll = left.every((value) => value === null);
          if (!isAll && left.includes(null)) {
            expect(rest === 0 || rest >= least).toBe(true);
            expect(left.filter((value) => value === null).length).toBeGreaterThan(1);
          }
        }
        const text = JSON.stringify(report.tables[0]!.rows.map(({ c0, c1 }) => [c0!.text, c1!.text]));
        for (const [number] of text.matchAll(/\d+/g))
          expect(Number(number) === 0 || Number(number) >= least).toBe(true);
      }),
    );
  });

  test("one small row of several takes the next smallest along; what is large stays", () => {
    const { report, withheld } = suppressedReport(
      reportOf([tableOf([[3], [200], [40], [243]])], { figures: [figure] }),
      k,
      words,
    );
    expect(report.tables[0]!.rows.map(({ c0 }) => c0!.text)).toEqual(["few", "200", "withheld", "243"]);
    expect(report.figures).toEqual([]);
    expect(withheld).toEqual([
      { what: "rows", where: "Segments", count: 2 },
      { what: "figure", where: "Bars", count: 1 },
    ]);
  });

  test.each([
    ["a difference of two counts", [50, 47]],
    ["a share of a base beside it", [50, 0.06]],
    ["the rest of a share", [50, 0.94]],
  ])("%s tells", (_, row) => {
    const { report } = suppressedReport(reportOf([tableOf([row, [500, 0.3], [400, 0.25]])]), k, words);
    expect(report.tables[0]!.rows[0]!.c1!.text).toBe("withheld");
    expect(report.tables[0]!.rows[1]!.c1!.text).toBe("0.3");
  });

  test("a share of all is no count of one", () => {
    const [row, ...others] = tableOf([[500], [400]]).rows;
    const table = {
      ...tableOf([[500], [400]]),
      rows: [{ ...row!, c0: { text: "100%", value: 1 } }, ...others],
    };
    expect(suppressedReport(reportOf([table]), k, words).withheld).toEqual([]);
  });

  test("a small finding takes the verdict, the formula and all findings along; the definition stays", () => {
    const share = {
      id: "a",
      label: "Attrition",
      value: 0.06,
      text: "6 %",
      n: 50,
      interval: null,
      noInterval: "",
    };
    const { report } = suppressedReport(
      reportOf([tableOf([[50], [90]])], {
        findings: [share],
        verdict: {
          level: "certain",
          sentence: "6 % left",
          number: { value: "6 %", interval: null, base: "of 50" },
        },
        caveats: [{ id: "c", level: "note", text: "Only 3 customers came back" }],
        method: { formula: ["3 / 50 = 6 %"], notes: [], sources: [] },
      }),
      k,
      words,
    );
    expect(report.verdict).toEqual({ level: "certain", sentence: "left out" });
    expect(report.findings).toEqual([]);
    expect(report.caveats[0]!.text).toBe("left out");
    expect(report.method.formula).toEqual(["withheld"]);
    expect(report.definition).toBe("Within 7 days.");
  });

  test("a sentence that repeats a hidden number is left out too", () => {
    const caveats = [
      { id: "a", level: "note" as const, text: "The segment of 40 is odd" },
      { id: "b", level: "note" as const, text: "The segment of 1,400 is not" },
    ];
    const { report } = suppressedReport(reportOf([tableOf([[3], [200], [40]])], { caveats }), k, words);
    expect(report.caveats.map(({ text }) => text)).toEqual(["left out", "The segment of 1,400 is not"]);
  });

  const units = [
    "customers",
    "customers-nested",
    "share",
    "events",
    "money",
    "time",
    "number",
    "place",
  ] as const;

  test("whatever the columns count, nothing leads to a small group, and what counts nobody is left in the rows that stay", () => {
    const value = fc.oneof(fc.nat(40), fc.integer({ min: 0, max: 4000 }));
    const tables = fc.array(fc.constantFrom(...units), { minLength: 1, maxLength: 5 }).chain((made) =>
      fc.record({
        made: fc.constant(made),
        rows: fc.array(fc.array(value, { minLength: made.length, maxLength: made.length }), {
          minLength: 1,
          maxLength: 7,
        }),
      }),
    );
    fc.assert(
      fc.property(tables, fc.integer({ min: 2, max: 30 }), ({ made, rows }, least) => {
        const table = tableOf(
          rows.map((row) => row.map((n, i) => (made[i] === "share" ? n / (Math.max(...row) + 1) : n))),
        );
        const columns = table.columns.map((column, i) =>
          i === 0 ? column : { ...column, unit: made[i - 1]! },
        );
        const whole = reportOf([{ ...table, columns }]);
        expect(toldOfFew(whole, least)).toEqual([]);
        const [shared] = suppressedReport(whole, least, words).report.tables;
        shared!.rows.forEach((row, i) =>
          columns.forEach(({ key, unit }) => {
            if (unit === "place") expect(row[key]).toEqual(table.rows[i]![key]);
          }),
        );
      }),
    );
  });

  test("days, tests and money are no customers; what is left from row to row is", () => {
    const table = tableOf([
      [7, 0.04, 300, 3],
      [14, 0.003, 280, 5],
      [21, 0.9, 250, 9],
    ]);
    const of = (last: "customers-nested" | "customers" | "number") => ({
      ...table,
      columns: table.columns.map((column, i) => ({
        ...column,
        ...(i > 0 && { unit: (["place", "number", last, "money"] as const)[i - 1]! }),
      })),
    });
    expect(suppressedReport(reportOf([of("customers")]), k, words).withheld).toEqual([]);
    expect(suppressedReport(reportOf([of("customers-nested")]), k, words).withheld).toEqual([]);
    const { report, withheld } = suppressedReport(reportOf([of("customers-nested")]), 25, words);
    expect(withheld).toEqual([{ what: "columns", where: "Segments", count: 1 }]);
    expect(report.tables[0]!.rows.map(({ c0, c1, c2 }) => [c0!.text, c1!.text, c2!.text])).toEqual([
      ["7", "0.04", "withheld"],
      ["14", "0.003", "withheld"],
      ["21", "0.9", "withheld"],
    ]);
    expect(suppressedReport(reportOf([table]), k, words).withheld).not.toEqual([]);
  });

  test("few orders are of few customers, and a total of orders gives away what is left out of them", () => {
    const table = tableOf([[3], [200], [40], [243]]);
    const columns = table.columns.map((column) => ({ ...column, unit: "events" as const }));
    const { report } = suppressedReport(reportOf([{ ...table, columns }]), k, words);
    expect(report.tables[0]!.rows.map(({ c0 }) => c0!.text)).toEqual(["few", "200", "withheld", "243"]);
    const close = { ...tableOf([[203, 200]]), columns: columns.concat({ ...columns[1]!, key: "c1" }) };
    expect(suppressedReport(reportOf([close]), k, words).withheld).toEqual([]);
  });

  test("a report of large groups stays the very same tables, texts and figures", () => {
    const whole = reportOf([tableOf([[300], [200]])], { figures: [figure] });
    const { report, withheld } = suppressedReport(whole, k, words);
    expect(withheld).toEqual([]);
    expect(report).toEqual(whole);
  });

  test("rows that name customers are left out however many there are", () => {
    const table = tableOf([[500], [900]]);
    const named = { ...table, columns: [{ ...table.columns[0]!, key: "logo" }, ...table.columns.slice(1)] };
    const { report, withheld } = suppressedReport(reportOf([named]), k, words);
    expect(report.tables[0]!.rows).toEqual([]);
    expect(withheld).toEqual([{ what: "customers", where: "Segments", count: 2 }]);
  });
});

test.each([
  ["3 customers left", true],
  ["9 of 1,204", true],
  ["(4)", true],
  ["10 customers left", false],
  ["1 204 and 1,204 and 2\u202f300", false],
  ["on 2024-03-05 at 4:30, 3.5 %, 95 %, 5%", false],
  ["within 7 days of month 3", false],
  ["v3 of Q1", false],
  ["5–9 customers", true],
])("textTells %s: %s", (text, expected) => {
  expect(textTells(text, k, words)).toBe(expected);
});
