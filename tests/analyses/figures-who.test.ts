import { describe, expect, test } from "vitest";
import { languageOf, type AnyAnalysis, type DataSet, type Figure, type Who } from "../../src/analyses";
import { run } from "./ask";
import { everyAnalysis } from "./every-analysis";
import { openedDatabase } from "./opened-database";
import { dataSet, tableFrom } from "./table-from";
import { made } from "./user-logo-lead/made";

const database = openedDatabase();

/** Customers 0 to 59 buy for longer the higher their number; a third come back after a break. */
const lines = Array.from({ length: 60 }, (_, i) =>
  Array.from({ length: 2 + (i % 9) }, (__, m) => {
    const gap = i % 3 === 0 && m > 2 ? 70 : 0;
    const at = new Date(Date.UTC(2024, 0, 1 + (i % 45) + 24 * m + gap)).toISOString().slice(0, 10);
    return `c${i},${at},${i % 4 === 0 ? "big" : "small"},${["open", "buy", "share"][(i * m + m) % 3]}`;
  }),
).flat();

/** Yearly or half-yearly contracts of 90 logos, some of them renewed, and why the others left. */
const terms = Array.from({ length: 90 }, (_, i) => {
  const renewals = i % 5;
  return Array.from({ length: 1 + renewals }, (__, m) => {
    const half = 182 + (i % 7) * 3;
    const [from, to] = [m * half, (m + 1) * half].map((days) =>
      new Date(Date.UTC(2023, 0, 1 + (i % 80) + days!)).toISOString().slice(0, 10),
    );
    const isLast = m === renewals;
    return `l${i},${from},${to},${100 + i},${i % 3 ? "small" : "big"},${i % 4 ? "north" : "south"},${renewals < 3 ? "gone" : "there"},${isLast && i % 2 ? ["price", "competitor"][i % 3 === 0 ? 1 : 0] : ""}`;
  });
}).flat();

async function log() {
  const columns = await tableFrom(
    database(),
    "figures_log",
    ["customer,day,size,event", ...lines].join("\n"),
    {
      customer: "varchar",
      day: "date",
      size: "varchar",
      event: "varchar",
    },
  );
  return dataSet("figures_log", columns, { customer: "customer", time: "day" });
}

async function contracts() {
  const header = "logo,start,end,mrr,size,region,status,reason";
  const columns = await tableFrom(database(), "figures_terms", [header, ...terms].join("\n"), {
    logo: "varchar",
    start: "date",
    end: "date",
    mrr: "double",
    size: "varchar",
    region: "varchar",
    status: "varchar",
    reason: "varchar",
  });
  return dataSet("figures_terms", columns, {
    customer: "logo",
    start: "start",
    end: "end",
    mrr: "mrr",
    status: "status",
    reason: "reason",
  });
}

async function logWithEvents() {
  const data = await log();
  return { ...data, roles: { ...data.roles, event: "event" } };
}

type Given = Readonly<Record<string, unknown>>;
type Asked = readonly [data: DataSet, given: Given, beside?: Readonly<Record<string, DataSet>>];

const asked =
  (data: () => Promise<DataSet>) =>
  async (given: Given): Promise<Asked> => [await data(), given];

async function leads(): Promise<Asked> {
  const { data, beside, given } = await made(database(), 80, 0.2);
  return [data, given, beside];
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

const july = { asOf: "2024-07-01" };
const ofLog = asked(log);
const ofTerms = asked(contracts);

const cases: readonly (readonly [string, string, Given, (given: Given) => Promise<Asked>])[] = [
  ["attrition-over-time", "lifecycle", {}, ofLog],
  ["retention-definitions", "definitions", { grain: "month", asOf: "2024-06-01" }, ofLog],
  [
    "regrettable-attrition",
    "classes",
    { mode: "activity", column: "size", value: "small", start: "2024-04-01", period: "quarter" },
    ofLog,
  ],
  ["repeat-purchase", "readings", { recent: 200 }, ofLog],
  ["repeat-purchase", "curve", {}, ofLog],
  ["relevant-activity", "events", {}, asked(logWithEvents)],
  ["relevant-activity", "gap", {}, asked(logWithEvents)],
  ["renewal-radar", "weeks", july, ofTerms],
  ["exit-themes", "themes", july, ofTerms],
  ["logo-attrition", "series", july, ofTerms],
  ["unit-economics", "value", { mode: "contracts", cac: 900, ...july }, ofTerms],
  ["mix-shift", "split", { mode: "status", left: "gone", group: "size", by: "region" }, ofTerms],
  ["user-logo-lead", "lift", {}, leads],
  ["user-logo-lead", "lags", {}, leads],
];

describe.each(cases)("%s, %s", (id, wanted, given, dataOfCase) => {
  test("every mark that counts customers gives them, as many as the table says, and nothing else does", async () => {
    const analysis: AnyAnalysis = everyAnalysis.find((one) => one.id === id)!;
    const [data, chosen, beside] = await dataOfCase(given);
    const { result, request } = await run(database(), analysis, data, chosen, beside);
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
