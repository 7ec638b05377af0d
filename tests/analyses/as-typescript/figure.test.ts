import { describe, expect, test } from "vitest";
import { languageOf, runAnalysis, type ReportTable } from "../../../src/analyses";
import { readSandboxTable } from "../../../src/engine/sandbox/runtime/table";
import type { Database } from "../../../src/engine";
import { isShared } from "../../reference/shared-data";
import { openedDatabase } from "../opened-database";
import {
  accountsAndUsers,
  bestAndLost,
  cdnow,
  divided,
  examples,
  tested,
  tinyWorked,
  totals,
  type Case,
} from "./cases";
import { difference, drawnByCell, drawnByReport } from "./run-cell";

const database = openedDatabase();
const relation = "opened";
// Each source is a dozen analyses in two languages.
const patience = 120_000;

const sources: readonly (readonly [string, (database: Database) => Promise<Case[]>, boolean])[] = [
  ["totals", () => Promise.resolve(totals()), true],
  ["tiny-worked", tinyWorked, isShared("data/tiny-worked")],
  ["cdnow", cdnow, isShared("data/cdnow-sample")],
  ["accounts and their users", accountsAndUsers, true],
  ["customers divided", divided, true],
  ["outcomes of a test", tested, true],
  ["the best and those who left", bestAndLost, true],
  ["the examples", examples, true],
];

describe.each(sources)("the two cells of %s", (_, casesOf, isThere) => {
  test.skipIf(!isThere)(
    "draw the figure and hold the numbers of the analysis",
    async () => {
      const compared: string[] = [];
      for (const one of await casesOf(database())) compared.push(...(await compare(one)));
      expect(compared.length).toBeGreaterThan(0);
      expect(compared.filter((said) => !said.endsWith(": same"))).toEqual([]);
    },
    patience,
  );
});

test("the comparison sees what is moved, said otherwise or missing, and nothing else", () => {
  const svg = '<svg><g><circle cx="10.25"></circle></g><g fill="red"></g><text>a 1</text></svg>';
  expect(difference(svg, svg.replace('<g fill="red"></g>', "").replace("10.25", "10.25000001"))).toBeNull();
  for (const [part, other] of [
    ["10.25", "10.26"],
    ["a 1", "b 1"],
    ["a 1", "a 2"],
    ["<circle", "<rect"],
    ["<text>a 1</text>", ""],
  ] as const)
    expect(difference(svg, svg.replace(part, other)), other).not.toBeNull();
});

async function compare({ title, analysis, request }: Case): Promise<string[]> {
  const { result } = await runAnalysis(analysis, request, (question) =>
    database().query(question, { isOwn: true }),
  );
  const rows = readSandboxTable({
    name: relation,
    key: "",
    ...(await database().arrow(analysis.asSql(request, result))),
  });
  const compared: string[] = [];
  for (const locale of ["en-GB", "ru"]) {
    const language = languageOf(locale);
    const { figures, tables } = analysis.report(result, request, language);
    const source = analysis.asTypescript(request, result, relation, language);
    expect(source !== null, title).toBe(figures.length > 0);
    if (source === null) continue;
    for (const width of [760, 340]) {
      const drawn = await drawnByCell(source, relation, rows, width);
      const found = difference(drawn.svg, drawnByReport(figures[0]!, width));
      compared.push(`${title} ${locale} ${width}: ${found ?? "same"}`);
      expect(drawn.words).toContain(figures[0]!.title);
      expect(drawn.words).toContain(figures[0]!.caption);
      const band = drawn.data.get("areaY") ?? [];
      if (figures[0]!.table === "periods") expectIntervals(band, tables[0]!);
      if (figures[0]!.table === "days")
        expectBand(
          band,
          tables.find(({ id }) => id === "days")!,
        );
    }
    const table = tables.find(({ id }) => id === figures[0]!.table)!;
    if (table.id === "gaps") expectSameCustomers(rows.toArray(), table);
    else if (table.id === "scores") expectScored(rows.toArray(), table);
    else expectNumbers(rows.toArray(), table);
  }
  return compared;
}

function expectNumbers(found: readonly Readonly<Record<string, unknown>>[], { rows }: ReportTable) {
  expect(found).toHaveLength(rows.length);
  found.forEach((row, i) => {
    for (const [column, value] of Object.entries(row)) {
      const cell = rows[i]![column];
      // The table shows nothing for a period that was not observed.
      if (!cell || cell.value === null || column === "state") continue;
      const plain = value instanceof Date ? value.toISOString().slice(0, 10) : value;
      if (typeof plain !== "number" || Number.isInteger(plain))
        expect({ [column]: plain }).toEqual({ [column]: cell.value });
      else expect(Math.abs(plain - Number(cell.value)), column).toBeLessThan(1e-9);
    }
  });
}

/** The table holds bins of what the SQL counts by the day. */
function expectSameCustomers(found: readonly Readonly<Record<string, unknown>>[], { rows }: ReportTable) {
  const sum = (values: readonly unknown[]) => values.reduce((all: number, value) => all + Number(value), 0);
  expect(sum(found.map(({ customers }) => customers))).toBe(sum(rows.map((row) => row.customers!.value)));
}

/** The SQL gives every customer's score; the table counts those whose outcome is known. */
function expectScored(found: readonly Readonly<Record<string, unknown>>[], { rows }: ReportTable) {
  const known = found.filter(({ outcome }) => outcome === "stayed" || outcome === "left");
  const bands = [...new Set(known.map(({ band }) => Number(band)))].sort((a, b) => a - b);
  const counted = bands.map((band) => {
    const those = known.filter((row) => row.band === band);
    return [those.length, those.filter(({ outcome }) => outcome === "stayed").length];
  });
  expect(counted).toEqual(rows.map((row) => [row.customers!.value, row.stayed!.value]));
}

interface Judged {
  readonly opens: Date;
  readonly low: number;
  readonly high: number;
  readonly lowLimit?: number;
  readonly highLimit?: number;
}

/** What the TypeScript cell reckons itself: intervals and limits of each period that is judged. */
function expectIntervals(points: readonly unknown[], { rows, columns }: ReportTable) {
  const isEver = columns.some(({ key }) => key === "ever_interval");
  for (const { opens, low, high, lowLimit, highLimit } of points as readonly Judged[]) {
    const row = rows.find((one) => one.opens?.value === opens.toISOString().slice(0, 10))!;
    const intervals = [row.interval!.value, ...(isEver ? [row.ever_interval!.value] : [])] as [
      number,
      number,
    ][];
    expect(intervals.some((known) => isNear(low, known[0]) && isNear(high, known[1]))).toBe(true);
    const limits = row.limits!.value as [number, number] | null;
    if (limits === null) expect([lowLimit, highLimit]).toEqual([undefined, undefined]);
    else expect(isNear(lowLimit!, limits[0]) && isNear(highLimit!, limits[1])).toBe(true);
  }
}

/** The band around a curve that the TypeScript cell estimates itself; the point where it begins stands in no table. */
function expectBand(points: readonly unknown[], { rows }: ReportTable) {
  const drawn = points.slice(1) as readonly { days: number; low: number; high: number }[];
  for (const { days, low, high } of drawn) {
    const known = rows.find((row) => row.days!.value === days)?.interval!.value as [number, number] | null;
    if (known) expect(isNear(low, known[0]) && isNear(high, known[1])).toBe(true);
  }
  expect(drawn.length).toBeGreaterThan(0);
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-9;
}
