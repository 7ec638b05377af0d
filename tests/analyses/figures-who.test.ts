import { describe, expect, test } from "vitest";
import { languageOf, type AnyAnalysis, type Figure, type Who } from "../../src/analyses";
import { run } from "./ask";
import { everyAnalysis } from "./every-analysis";
import { openedDatabase } from "./opened-database";
import { dataSet, tableFrom } from "./table-from";

const database = openedDatabase();

/** Customers 0 to 59 buy for longer the higher their number; a third come back after a break. */
const lines = Array.from({ length: 60 }, (_, i) =>
  Array.from({ length: 2 + (i % 9) }, (__, m) => {
    const gap = i % 3 === 0 && m > 2 ? 70 : 0;
    const at = new Date(Date.UTC(2024, 0, 1 + (i % 45) + 24 * m + gap)).toISOString().slice(0, 10);
    return `c${i},${at},${i % 4 === 0 ? "big" : "small"}`;
  }),
).flat();

async function log() {
  const columns = await tableFrom(database(), "figures_log", ["customer,day,size", ...lines].join("\n"), {
    customer: "varchar",
    day: "date",
    size: "varchar",
  });
  return dataSet("figures_log", columns, { customer: "customer", time: "day" });
}

/** The data of all marks of a figure, as Plot's pointer would hand them over. */
function dataOf(figure: Figure): unknown[] {
  const { marks = [] } = figure.plot(600);
  return (marks as readonly unknown[]).flat(Infinity).flatMap((mark) => {
    const { data } = (mark ?? {}) as { data?: Iterable<unknown> | null };
    return data ? [...data] : [];
  });
}

function whosOf(figure: Figure): Who[] {
  const found = dataOf(figure).flatMap((datum) => figure.who!(datum) ?? []);
  return [...new Map(found.map((who) => [who.key, who])).values()];
}

const cases: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
  ["attrition-over-time", "lifecycle", {}],
  ["retention-definitions", "definitions", { grain: "month", asOf: "2024-06-01" }],
  [
    "regrettable-attrition",
    "classes",
    { mode: "activity", column: "size", value: "small", start: "2024-04-01", period: "quarter" },
  ],
  ["repeat-purchase", "readings", { recent: 200 }],
  ["repeat-purchase", "curve", {}],
];

describe.each(cases)("%s, %s", (id, wanted, given) => {
  test("every mark that counts customers gives them, as many as the table says, and nothing else does", async () => {
    const analysis: AnyAnalysis = everyAnalysis.find((one) => one.id === id)!;
    const { result, request } = await run(database(), analysis, await log(), given);
    const { figures, tables } = analysis.report(result, request, languageOf("en"));
    const figure = figures.find((one) => one.id === wanted)!;
    const whos = whosOf(figure);
    expect(whos.length).toBeGreaterThan(0);
    for (const { key, label } of whos) {
      expect(label).toMatch(/\S/);
      const shown = tables
        .flatMap(({ rows }) => rows.flatMap((row) => Object.values(row)))
        .find(({ who }) => who?.key === key);
      const { rowCount } = await database().query(analysis.customers!(request, result, key)!);
      expect([key, rowCount]).toEqual([key, shown?.value]);
    }
    for (const other of [null, undefined, 3, "lost", {}, { key: whos[0]!.key }])
      expect(figure.who!(other)).toBeNull();
  });
});
