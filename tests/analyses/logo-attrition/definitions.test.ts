import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { logoAttrition } from "../../../src/analyses/logo-attrition";
import { focalPeriod } from "../../../src/analyses/logo-attrition/result";
import { monthOf } from "../../../src/analyses/month-columns";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();
const types = {
  a: "varchar",
  s: "date",
  e: "date",
  m: "double",
  paid: "date",
  cur: "varchar",
  org: "varchar",
};
const roles = { customer: "a", start: "s", end: "e", mrr: "m" };
const march = { start: "2024-03-01", asOf: "2024-05-01", grace: 0 };

async function contracts(rows: string, given: object = march, more: object = {}) {
  const columns = await tableFrom(database(), "contracts", `a,s,e,m,paid,cur,org\n${rows}`, types);
  const data = dataSet("contracts", columns, { ...roles, ...more });
  return run(database(), logoAttrition, data, { ...given });
}

describe("a contract", () => {
  test("counts while it is paid, and by its days of grace", async () => {
    const unpaid = "a,2024-01-01,,10,2024-03-10,,\nb,2024-01-01,,10,,,";
    expect(focalPeriod((await contracts(unpaid, march, { paidUntil: "paid" })).result)!.counts.lost).toBe(1);
    const graced = await contracts(unpaid, { ...march, grace: 30 }, { paidUntil: "paid" });
    const focal = focalPeriod(graced.result)!;
    expect(focal.counts.lost).toBe(0);
    expect(focal.late).toBe(1);
    expect(focal.money).toMatchObject({ end: 20, late: 10 });
    const { caveats } = logoAttrition.report(graced.result, graced.request, languageOf("en"));
    expect(caveats.map(({ id }) => id)).toContain("late");
  });

  test("that is renewed late is not counted twice within the days of grace", async () => {
    const { result } = await contracts("a,2024-01-01,2024-03-20,10,,,\na,2024-03-25,,12,,,", {
      ...march,
      grace: 30,
    });
    expect(focalPeriod(result)!.money).toMatchObject({
      start: 10,
      end: 12,
      expansion: 2,
      gross: 1,
      net: 1.2,
    });
  });

  test("beside another of the same logo is one logo with the sum of both", async () => {
    const { result } = await contracts("a,2024-01-01,,10,,,\na,2024-02-01,2024-03-15,5,,,");
    expect(focalPeriod(result)!.counts).toMatchObject({ atStart: 1, lost: 0 });
    expect(focalPeriod(result)!.money).toMatchObject({ start: 15, end: 10, contraction: 5 });
    expect(result.oddities.overlapping).toBe(1);
  });

  test("of nothing a month is no paying logo, one without MRR is a logo in no sum", async () => {
    const { result } = await contracts("a,2024-01-01,,0,,,\nb,2024-01-01,,,,,\nc,2024-01-01,,7,,,");
    expect(focalPeriod(result)!.counts.atStart).toBe(2);
    expect(focalPeriod(result)!.money).toMatchObject({ start: 7, end: 7, unknown: 1 });
    expect(result.oddities.unpaid).toBe(1);
  });

  test("with a negative amount is taken off the logo's sum, and said", async () => {
    const rows = "a,2024-01-01,,10,,,\na,2024-01-01,,-4,,,\nb,2024-01-01,,-3,,,\nc,2024-01-01,,5,,,";
    const { result, request } = await contracts(rows);
    expect(focalPeriod(result)!.counts.atStart).toBe(2);
    expect(focalPeriod(result)!.money).toMatchObject({ start: 11, end: 11 });
    const { caveats } = logoAttrition.report(result, request, languageOf("en"));
    expect(caveats.map(({ id }) => id)).toEqual(expect.arrayContaining(["negative", "unpaid"]));
  });

  test("belongs to the parent account where that is the logo", async () => {
    const rows =
      "u1,2024-01-01,2024-03-05,10,,,acme\nu2,2024-01-01,,5,,,acme\nu3,2024-01-01,2024-03-05,1,,,beta";
    const { result } = await contracts(rows, { ...march, logo: "parent" }, { parent: "org" });
    expect(focalPeriod(result)!.counts).toMatchObject({ atStart: 2, lost: 1 });
    expect(focalPeriod(result)!.money).toMatchObject({ contraction: 10, lost: 1 });
  });
});

test("who comes back counts in NRR only when asked, and is never new", async () => {
  const rows = "a,2024-01-01,2024-02-01,10,,,\na,2024-03-05,,8,,,\nb,2024-01-01,,20,,,";
  const without = focalPeriod((await contracts(rows)).result)!;
  expect(without.counts).toMatchObject({ atStart: 1, returned: 1, new: 0 });
  expect(without.money).toMatchObject({ returned: 8, net: 1 });
  const { result } = await contracts(rows, { ...march, reactivation: true });
  expect(focalPeriod(result)!.money!.net).toBe(1.4);
  expect(result.net.rate).toBe(1.4);
});

test("renewal: what ended, what goes on, what is within the days of grace still", async () => {
  const rows = [
    "a,2024-01-01,2024-03-10,1,,,\na,2024-03-20,2025-03-20,1,,,",
    "b,2024-01-01,2024-03-10,1,,,",
    "c,2024-01-01,2024-03-30,1,,,",
    // Another product beside it is no renewal.
    "d,2024-01-01,2024-03-10,1,,,\nd,2024-01-15,,1,,,",
  ].join("\n");
  const { result } = await contracts(rows, { start: "2024-03-01", asOf: "2024-04-12", grace: 30 });
  expect(focalPeriod(result)!.renewal).toMatchObject({ ending: 4, pending: 1, share: { x: 1, n: 3 } });
});

test("the base of those who could leave is smaller than all", async () => {
  const rows =
    "a,2024-01-01,2024-03-10,1,,,\nb,2024-01-01,2026-01-01,1,,,\nc,2024-01-01,,1,,,\nd,2024-01-01,2024-03-10,4,,,\nd,2024-03-10,,2,,,";
  const { result } = await contracts(rows);
  const focal = focalPeriod(result)!;
  expect(focal.attrition).toMatchObject({ x: 1, n: 4 });
  expect(focal.due!.attrition).toMatchObject({ x: 1, n: 2 });
  expect(focal.due).toMatchObject({ mrr: 5, gross: 0.4, net: 0.4 });
});

test("currencies are never added up: refused, or one at a time", async () => {
  const rows = "a,2024-01-01,,10,,EUR,\nb,2024-01-01,,10,,USD,\nc,2024-01-01,2024-03-03,30,,EUR,";
  const mixed = await contracts(rows, march, { currency: "cur" });
  const { verdict, figures } = logoAttrition.report(mixed.result, mixed.request, languageOf("en"));
  expect(verdict.level).toBe("refused");
  expect(verdict.sentence).toContain("EUR and USD");
  expect(figures).toEqual([]);
  const euro = await contracts(rows, { ...march, currency: "EUR" }, { currency: "cur" });
  expect(focalPeriod(euro.result)!.money).toMatchObject({ start: 40, lost: 30 });
  const { caveats } = logoAttrition.report(euro.result, euro.request, languageOf("en"));
  expect(caveats.find(({ id }) => id === "currency")!.text).toContain("EUR");
});

test("a blank row, or one of totals, is in no currency", async () => {
  const rows = "a,2024-01-01,,10,,EUR,\n,2024-01-01,,99,,,\ntotal,,,10,,,\nb,2024-01-01,2024-03-06,5,,EUR,";
  const { result } = await contracts(rows, march, { currency: "cur" });
  expect(result.refused).toBeNull();
  expect(result.currencies).toEqual([{ currency: "EUR", rows: 2, logos: 2 }]);
  expect(focalPeriod(result)!.money).toMatchObject({ start: 15, lost: 5 });
});

test("weeks are refused for logos, and told with a caveat when somebody insists", async () => {
  const rows = "a,2024-01-01,,10,,,\nb,2024-01-01,2024-03-06,10,,,";
  const refused = await contracts(rows, { ...march, grain: "week" });
  expect(logoAttrition.report(refused.result, refused.request, languageOf("en")).verdict.level).toBe(
    "refused",
  );
  const insisted = await contracts(rows, { ...march, start: "2024-03-06", grain: "week", weeksAnyway: true });
  const report = logoAttrition.report(insisted.result, insisted.request, languageOf("en"));
  expect(focalPeriod(insisted.result)).toMatchObject({
    opens: "2024-03-04",
    counts: { atStart: 2, lost: 1 },
  });
  expect(report.caveats.map(({ id }) => id)).toContain("weeks");
  expect(report.definition).toContain("weeks although they say little about logos");
});

describe("a sheet", () => {
  const sheet = {
    who: "varchar",
    "2024-01": "double",
    "Feb 2024": "double",
    "03.2024": "double",
    plan: "varchar",
  };
  const wide = "who,2024-01,Feb 2024,03.2024,plan\na,10,10,,x\nb,5,8,8,y\nc,,3,1,x\nd,1,,2,x";

  test("with months in columns is told like one with months in rows", async () => {
    const columns = await tableFrom(database(), "wide", wide, sheet);
    const { result } = await run(database(), logoAttrition, dataSet("wide", columns, { customer: "who" }), {
      mode: "columns",
    });
    const long =
      "who,month,mrr\na,2024-01-01,10\na,2024-02-01,10\nb,2024-01-01,5\nb,2024-02-01,8\nb,2024-03-15,8\nc,2024-02-01,3\nc,2024-03-01,1\nd,2024-01-01,1\nd,2024-03-01,2";
    const longColumns = await tableFrom(database(), "long", long, {
      who: "varchar",
      month: "date",
      mrr: "double",
    });
    const other = await run(
      database(),
      logoAttrition,
      dataSet("long", longColumns, { customer: "who", time: "month", mrr: "mrr" }),
      { mode: "rows" },
    );
    expect(result.series).toEqual(other.result.series);
    expect(focalPeriod(result)).toMatchObject({
      opens: "2024-03-01",
      counts: { atStart: 3, lost: 1, remaining: 2, returned: 1, new: 0 },
      money: { start: 21, lost: 10, contraction: 2, expansion: 0, returned: 2, end: 11 },
    });
  });

  test("says nothing of a month that is not over: nobody is lost by a missing amount", async () => {
    const columns = await tableFrom(database(), "wide", wide, sheet);
    const data = dataSet("wide", columns, { customer: "who" });
    const { result, request } = await run(database(), logoAttrition, data, {
      mode: "columns",
      start: "2024-03-01",
      asOf: "2024-03-20",
    });
    expect(focalPeriod(result)!.state).toBe("not observed");
    expect(logoAttrition.report(result, request, languageOf("en")).verdict.level).toBe("cannot-tell");
    expect(logoAttrition.customers!(request, result, "2024-03-01 lost")).toBeNull();
  });

  test("of ticks counts logos and says nothing of money", async () => {
    const columns = await tableFrom(database(), "ticks", "who,2024-01,2024-02\na,true,false\nb,true,true", {
      who: "varchar",
      "2024-01": "boolean",
      "2024-02": "boolean",
    });
    const { result, request } = await run(
      database(),
      logoAttrition,
      dataSet("ticks", columns, { customer: "who" }),
      {
        mode: "columns",
      },
    );
    expect(focalPeriod(result)).toMatchObject({ money: null, counts: { atStart: 2, lost: 1 } });
    const { verdict } = logoAttrition.report(result, request, languageOf("en"));
    expect(verdict.sentence).toContain("says nothing of MRR");
  });

  test("with a month left out does not lose everybody in it", async () => {
    const columns = await tableFrom(database(), "gap", "who,2024-01,2024-03\na,1,1\nb,1,1", {
      who: "varchar",
      "2024-01": "double",
      "2024-03": "double",
    });
    const { result, request } = await run(
      database(),
      logoAttrition,
      dataSet("gap", columns, { customer: "who" }),
      {
        mode: "columns",
      },
    );
    expect(result.series.map(({ state }) => state)).toEqual(["not observed", "not observed", "not observed"]);
    expect(logoAttrition.report(result, request, languageOf("en")).verdict.level).toBe("cannot-tell");
  });
});

test("a bar of the bridge leads to the logos that its row of the table leads to, and to nobody where there is nobody", async () => {
  const { result, request } = await contracts("a,2024-01-01,,10,,,\nb,2024-01-01,2024-03-15,5,,,");
  const { figures, tables } = logoAttrition.report(result, request, languageOf("en"));
  const { who } = figures[0]!;
  const rows = tables.find(({ id }) => id === figures[0]!.table)!.rows;
  expect(rows.map(({ step }) => step!.value)).toContain("lost");
  for (const { step, logos } of rows)
    expect(who!({ step: step!.value })).toEqual(logos!.value === 0 ? null : logos!.who);
  expect(who!({ step: "lost" })).toMatchObject({ key: "2024-03-01 lost" });
  for (const datum of [null, "lost", {}, { step: "elsewhere" }]) expect(who!(datum)).toBeNull();
});

test("headers that are months, and headers that are not", () => {
  for (const header of [
    "2024-03",
    "2024_03",
    "2024/3",
    "202403",
    "2024-03-01",
    "03.2024",
    "3/2024",
    "01.03.2024",
    "Mar 2024",
    "March 2024",
    "mar-24",
    "Март 2024",
    "мар. 2024",
    "мар 24",
    "марта 2024",
    "2024 March",
    "m_2024_03",
  ])
    expect([header, monthOf(header)]).toEqual([header, "2024-03-01"]);
  for (const header of [
    "",
    "2024",
    "13.2024",
    "q1 2024",
    "plan",
    "total 2024",
    "2024-13",
    "marketing 2024",
    "12",
    "2024-03-15",
  ])
    expect([header, monthOf(header)]).toEqual([header, null]);
});
