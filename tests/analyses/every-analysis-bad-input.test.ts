import { beforeAll, describe, expect, test } from "vitest";
import {
  languageOf,
  runAnalysis,
  type AnyAnalysis,
  type DataSet,
  type Report,
  type Request,
  type Who,
} from "../../src/analyses";
import { sql } from "../../src/engine";
import { toldOfFew } from "../cells/model/share/told-of-few";
import { everyAnalysis, requestsOf } from "./every-analysis";
import { openedDatabase } from "./opened-database";
import { dataSet, tableFrom } from "./table-from";

const database = openedDatabase();
const types = {
  c: "varchar",
  p: "varchar",
  t: "timestamp",
  e: "varchar",
  o: "varchar",
  a: "double",
  k: "varchar",
  s: "date",
  f: "date",
  m: "double",
  u: "varchar",
  g: "date",
  r: "varchar",
  b: "varchar",
  j: "timestamp",
};
const roles = {
  customer: "c",
  parent: "p",
  time: "t",
  event: "e",
  order: "o",
  amount: "a",
  currency: "k",
  start: "s",
  end: "f",
  mrr: "m",
  status: "u",
  signup: "g",
  reason: "r",
  variant: "b",
  assigned: "j",
};
const header = Object.keys(types).join(",");

/** One row: customer, time, contract's start and end, and what differs from an ordinary one. */
function row(c: string, t: string, s: string, f: string, { a = "10", k = "EUR", u = "active", r = "" } = {}) {
  return `${c},org,${t},buy,o${c}${t.slice(0, 10)},${a},${k},${s},${f},${a},${u},${s},${r},${variantOf(c)},${t}`;
}

const variantOf = (c: string) => (c.charCodeAt(0) % 2 ? "old" : "new");

const monthly = (c: string, months: readonly string[], more = {}) =>
  months.map((month) => row(c, `${month}-05 10:00:00`, `${month}-01`, `${month}-28`, more));

const spring = ["2024-01", "2024-02", "2024-03", "2024-04"];
const customers = ["a", "b", "d", "e", "f", "g"];

/** What the issue of every analyst looks like one day. */
const inputs: Readonly<Record<string, readonly string[]>> = {
  "no rows": [],
  "one row": [row("a", "2024-01-05 10:00:00", "2024-01-01", "2024-01-31")],
  "one customer": monthly("a", spring),
  "nobody left": customers.flatMap((c) => monthly(c, spring)),
  "everybody left": [
    ...customers.flatMap((c) => monthly(c, ["2023-01"], { u: "left", r: "price" })),
    ...monthly("z", ["2024-06"]),
  ],
  "all dates equal": customers.map((c) => row(c, "2024-03-03 12:00:00", "2024-03-03", "2024-03-03")),
  "far future and far past": [
    ...customers.flatMap((c) => monthly(c, spring)),
    row("h", "2999-12-31 00:00:00", "2999-12-31", "3000-12-31"),
    row("i", "1900-01-01 00:00:00", "1900-01-01", "1900-02-01"),
  ],
  "overlapping contracts": customers.flatMap((c) => [
    row(c, "2024-01-05 10:00:00", "2024-01-01", "2024-03-31"),
    row(c, "2024-02-05 10:00:00", "2024-02-01", "2024-04-30"),
    row(c, "2024-02-05 10:00:00", "2024-02-01", "2024-04-30"),
  ]),
  "ends before it starts": customers.map((c) => row(c, "2024-01-05 10:00:00", "2024-03-01", "2024-01-31")),
  "negative amounts": customers.flatMap((c, i) => monthly(c, spring, { a: String(-10 * (i + 1)) })),
  "amounts of nothing": customers.flatMap((c) => monthly(c, spring, { a: "0" })),
  "mixed currencies": customers.flatMap((c, i) => monthly(c, spring, { k: i % 2 ? "EUR" : "USD" })),
  "exactly one cohort": [
    ...customers.flatMap((c, i) => monthly(c, spring.slice(0, 1 + (i % 4)))),
    row("z", "2024-01-09 10:00:00", "2024-01-01", "2024-04-30"),
  ],
  "nothing known": [`,,,,,,,,,,,,,,`, `a,,,,,,,,,,,,,,`],
};

async function dataOf(lines: readonly string[]): Promise<DataSet> {
  const columns = await tableFrom(database(), "given", [header, ...lines].join("\n"), types);
  return dataSet("given", columns, roles);
}

describe.each(Object.entries(inputs))("%s", (_, lines) => {
  const data = loadedBefore(lines);
  test.each(everyAnalysis)(
    "$id says what can be said: no NaN, and whoever is counted is listed",
    async (analysis) => {
      for (const request of requestsOf(analysis, data())) await expectHonest(analysis, request);
    },
  );
});

/** Windows that lie where nothing happened: years before the data, and years after them. */
describe.each(["2010", "2031"])("no events in the window that is asked for: %s", (year) => {
  const data = loadedBefore(inputs["exactly one cohort"]!);
  const dated = everyAnalysis.filter(({ params }) =>
    Object.values(params).some(({ type }) => type === "date"),
  );
  test.each(dated)("$id says what can be said", async (analysis) => {
    const days = Object.entries(analysis.params).flatMap(([param, { type }]) =>
      type === "date" ? [[param, `${year}-${monthAsked[param] ?? "06"}-01`]] : [],
    );
    for (const request of requestsOf(analysis, data(), Object.fromEntries(days)))
      await expectHonest(analysis, request);
  });
});

const monthAsked: Readonly<Record<string, string>> = { end: "07", asOf: "09" };

function loadedBefore(lines: readonly string[]): () => DataSet {
  let data: DataSet | undefined;
  beforeAll(async () => {
    data = await dataOf(lines);
  });
  return () => data!;
}

async function expectHonest(analysis: AnyAnalysis, request: Request) {
  const { result } = await runAnalysis(analysis, request, (question) =>
    database().query(question, { isOwn: true }),
  );
  expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity/);
  for (const locale of ["en", "ru"]) {
    const report = analysis.report(result, request, languageOf(locale));
    for (const text of textsOf(report)) expect(text).not.toMatch(/undefined|NaN|Infinity|∞|\[object|null/);
    expect(report.verdict.sentence).toMatch(/\.$|\?$/);
    for (const figure of report.figures) expect(report.tables.map(({ id }) => id)).toContain(figure.table);
    if (locale === "en") await expectListed(analysis, request, result, report);
    // The same tables as a copy for others: nothing in them may lead to a small group.
    if (locale === "en") expect([3, 10].flatMap((k) => toldOfFew(report, k))).toEqual([]);
  }
}

/** Every number that carries a key leads to as many customers as it says. */
async function expectListed(analysis: AnyAnalysis, request: Request, result: unknown, report: Report) {
  const counted = new Map<string, number>();
  for (const { rows } of report.tables)
    for (const cells of rows)
      for (const { who, value } of Object.values(cells))
        if (who && typeof value === "number" && Number.isInteger(value) && isCount(who))
          counted.set(who.key, Math.abs(value));
  // Three from one end to the other: each is a question to the database.
  const some = [...counted].filter((_, i, { length }) => i % Math.ceil(length / 3) === 0);
  for (const [key, count] of some) {
    const query = analysis.customers?.(request, result, key) ?? null;
    if (count === 0 && query === null) continue;
    expect(query, `${analysis.id}: ${key} ${JSON.stringify(request.params)}`).not.toBeNull();
    const found = await database().query(sql`select count(*) as n from (${query!})`);
    expect({ key, n: Number(found.value(0, "n")) }).toEqual({ key, n: count });
  }
}

function isCount({ key }: Who): boolean {
  return key !== "";
}

function textsOf(report: Report): string[] {
  return [
    report.verdict.sentence,
    report.verdict.next ?? "",
    report.verdict.number?.value ?? "",
    report.verdict.number?.interval ?? "",
    report.definition,
    ...report.caveats.map(({ text }) => text),
    ...report.findings.flatMap(({ label, text }) => [label, text]),
    ...report.tables.flatMap(({ rows }) =>
      rows.flatMap((cells) => Object.values(cells).map(({ text }) => text)),
    ),
    ...report.method.formula,
    ...report.method.notes,
  ];
}
