import { describe, expect, test } from "vitest";
import { languageOf, loadAnalysis, loadLanguage, type DataSet, type Report } from "../../src/analyses";
import { name, sql, type Sql } from "../../src/engine";
import { run } from "./ask";
import { openedDatabase } from "./opened-database";
import { dataSet } from "./table-from";

const database = openedDatabase();
await loadLanguage("ru");

/** 40 customers "c01" to "c40" of 8 accounts, each active for some months. */
const log = sql`
  select printf('c%02d', i) as customer, printf('a%d', i % 8) as account,
    date '2024-01-01' + (m * 28 + i % 28)::integer as day, case when (i + m) % 3 = 0 then 'report' else 'open' end as event
  from range(1, 41) r(i), range(0, 8) s(m)
  where m <= i % 9`;

/** The same customers under contract, named by `id`, whatever that makes of their number. */
const contracts = (id: Sql) => sql`
  select ${id} as customer, date '2023-12-01' as opens,
    case when i % 3 = 0 then date '2024-05-01' + i::integer end as closes,
    date '2023-12-15' as signup, case when i % 2 = 0 then 'big' else 'small' end as size,
    case when i % 5 = 0 then 'x' else 'y' end as region
  from range(1, 41) r(i)`;

async function tables(id: Sql) {
  const made = async (table: string, body: Sql, roles: DataSet["roles"]) => {
    await database().query(sql`create or replace table ${name(table)} as ${body}`);
    return dataSet(table, await database().describe(sql`from ${name(table)}`), roles);
  };
  const term = { customer: "customer", start: "opens", end: "closes" };
  const people = contracts(id);
  return {
    events: await made("events", log, {
      customer: "customer",
      parent: "account",
      time: "day",
      event: "event",
    }),
    terms: await made("terms", people, term),
    people: await made("people", sql`select customer, signup, size, region from (${people})`, {
      customer: "customer",
      signup: "signup",
    }),
    of: made,
  };
}

type Made = Awaited<ReturnType<typeof tables>>;

interface Case {
  readonly id: string;
  readonly own: (made: Made) => DataSet;
  readonly param: string;
  readonly beside: (made: Made) => DataSet;
  readonly given: Readonly<Record<string, unknown>>;
  /** The answer stands without the table beside. */
  readonly isExtra?: true;
}

const fromEvents = (made: Made) => made.events;
const toPeople = (made: Made) => made.people;
const cases: readonly Case[] = [
  {
    id: "usage-quartiles",
    own: fromEvents,
    param: "contracts",
    beside: ({ terms }) => terms,
    given: { mode: "contracts", window: "month", month: "2024-03-01", outcomeDays: 60 },
  },
  {
    id: "usage-quartiles",
    own: fromEvents,
    param: "people",
    beside: toPeople,
    given: { byPeople: "size" },
    isExtra: true,
  },
  { id: "segments", own: fromEvents, param: "people", beside: toPeople, given: { byPeople: ["size"] } },
  {
    id: "mix-shift",
    own: fromEvents,
    param: "people",
    beside: toPeople,
    given: { groupPeople: "size", byPeople: "region" },
  },
  {
    id: "onboarding",
    own: fromEvents,
    param: "people",
    beside: toPeople,
    given: { startBeside: "signup" },
  },
  {
    id: "time-to-churn",
    own: fromEvents,
    param: "people",
    beside: toPeople,
    given: { startBeside: "signup" },
  },
  {
    id: "time-to-churn",
    own: fromEvents,
    param: "people",
    beside: toPeople,
    given: { groupBeside: "size" },
    isExtra: true,
  },
  {
    id: "cohort-matrix",
    own: fromEvents,
    param: "people",
    beside: toPeople,
    given: { by: "signup" },
  },
  {
    id: "renewal-radar",
    own: ({ terms }) => terms,
    param: "usage",
    beside: ({ events }) => ({ ...events, roles: { customer: "customer", time: "day" } }),
    given: {},
    isExtra: true,
  },
  {
    id: "regrettable-attrition",
    own: fromEvents,
    param: "people",
    beside: toPeople,
    given: { mode: "activity", peopleColumn: "size", peopleValue: "big" },
  },
];

async function reports(one: Case, id: Sql) {
  const made = await tables(id);
  const analysis = await loadAnalysis(one.id);
  const beside = one.beside(made);
  const { result, request } = await run(
    database(),
    analysis,
    one.own(made),
    { [one.param]: beside.table, ...one.given },
    { [one.param]: beside },
  );
  const say = (locale: string) => analysis.report(result, request, languageOf(locale));
  return { analysis, result, request, en: say("en"), ru: say("ru") };
}

const matchCaveat = ({ caveats }: Report, { param }: Case) =>
  caveats.find(({ id }) => id === `id-match-${param}`);
const alike = sql`printf('c%02d', i)`;

describe.each(
  cases.map((one) => [`${one.id}: ${one.param} ${Object.keys(one.given).join(" ")}`, one] as const),
)("%s", (_, one) => {
  test("ids that match are no doubt, and are counted", async () => {
    const { en } = await reports(one, alike);
    expect(matchCaveat(en, one)).toBeUndefined();
    expect(en.verdict.sentence).not.toContain("match");
    const counted = en.tables.find((table) => table.id === "id-match")!.rows;
    expect(counted.map(({ customers, matched }) => [customers!.value, matched!.value])).toEqual([
      [40, 40],
      [40, 40],
    ]);
  });

  test("ids that never match: it says so, with examples of both, and no number stands", async () => {
    const { en, ru, analysis, request, result } = await reports(one, sql`'Customer ' || i`);
    for (const report of [en, ru]) {
      const said = one.isExtra ? matchCaveat(report, one)!.text : report.verdict.sentence;
      for (const part of ["40", "c01", "c02", "c03", "Customer 1", "Customer 10", "Customer 11"])
        expect(said).toContain(part);
      expect(said).not.toContain("Customer 12");
      if (one.isExtra) {
        expect(report.caveats[0]!.level).toBe("flips");
        expect(report.verdict.level).not.toBe("certain");
        continue;
      }
      expect(report.verdict).toMatchObject({ level: "cannot-tell" });
      expect(report.verdict.number).toBeUndefined();
      expect(report.verdict.next).toMatch(/\.$/);
      expect([report.findings, report.figures, report.caveats]).toEqual([[], [], []]);
    }
    if (one.isExtra) return;
    expect(analysis.asTypescript(request, result, "rows", languageOf("en"))).toBeNull();
    expect(analysis.customers?.(request, result, null) ?? null).toBeNull();
  });

  test("few match: the doubt comes first and nothing is certain", async () => {
    const few = sql`case when i <= 19 then ${alike} else 'x' || i end`;
    const { en, ru } = await reports(one, few);
    for (const report of [en, ru]) {
      expect(report.caveats[0]!.level).toBe("flips");
      expect(matchCaveat(report, one)!.text).toContain("19");
      expect(report.verdict.level).not.toBe("certain");
    }
  });

  test("half of them are enough", async () => {
    const half = sql`case when i <= 20 then ${alike} else 'x' || i end`;
    expect(matchCaveat((await reports(one, half)).en, one)).toBeUndefined();
  });
});

test("the accounts of users are held against those under contract", async () => {
  const made = await tables(alike);
  const leads = await loadAnalysis("user-logo-lead");
  const accounts = async (id: Sql) => {
    const terms = await made.of(
      "accounts",
      sql`select ${id} as account, date '2023-01-01' as opens, null::date as closes from range(8) r(i)`,
      { customer: "account", start: "opens", end: "closes" },
    );
    const { result, request } = await run(
      database(),
      leads,
      made.events,
      { contracts: "accounts" },
      { contracts: terms },
    );
    return leads.report(result, request, languageOf("en"));
  };
  const said = (await accounts(sql`i`)).verdict;
  expect(said.level).toBe("cannot-tell");
  for (const part of ["“a0”", "“a1”", "“a2”", "“0”", "“1”", "“2”"]) expect(said.sentence).toContain(part);
  expect((await accounts(sql`'a' || i`)).caveats.some(({ id }) => id.startsWith("id-match"))).toBe(false);
});

test("a whole number is the same id as its text, blanks around it are none, and a long id is told by its ends", async () => {
  const made = await tables(alike);
  const numbers = await made.of(
    "numbers",
    sql`select i as customer, date '2024-01-01' as day from range(5) r(i)`,
    {
      customer: "customer",
      time: "day",
    },
  );
  const long = "0123456789abcdefghijklmnopqrstuvwxyz";
  const people = await made.of(
    "texts",
    sql`select unnest(['0', ' 1 ', '2', '3', ${long}, '', null]) as customer, 'x' as size`,
    { customer: "customer" },
  );
  const segments = await loadAnalysis("segments");
  const { result, request } = await run(
    database(),
    segments,
    numbers,
    { people: "texts", byPeople: ["size"] },
    { people },
  );
  const shown = segments
    .report(result, request, languageOf("en"))
    .tables.find(({ id }) => id === "id-match")!;
  expect(shown.rows.map((row) => [row.customers!.value, row.matched!.value, row.examples!.text])).toEqual([
    [5, 4, "“4”"],
    [5, 4, "“0123456789ab…tuvwxyz”"],
  ]);
});

test("a table beside without any customer is said to be that", async () => {
  const made = await tables(alike);
  const empty = await made.of("people", sql`select null::varchar as customer, 'x' as size`, {
    customer: "customer",
  });
  const segments = await loadAnalysis("segments");
  const asked = { people: "people", byPeople: ["size"] };
  const { result, request } = await run(database(), segments, made.events, asked, { people: empty });
  for (const locale of ["en", "ru"]) {
    const { verdict } = segments.report(result, request, languageOf(locale));
    expect(verdict.level).toBe("cannot-tell");
    expect(verdict.sentence).toContain("40");
  }
});
