import { expect, test } from "vitest";
import { languageOf, type DataSet } from "../../../src/analyses";
import { leverFinder } from "../../../src/analyses/lever-finder";
import { name, sql } from "../../../src/engine";
import { run } from "../ask";
import { expectCustomersBehind } from "../who-counts";
import { openedDatabase } from "../opened-database";
import { madeCustomers } from "../segments/made";

const database = openedDatabase();
const few = { permutations: 99 };

test("a log that says itself what there is: behind every number stand exactly so many", async () => {
  const { events, people } = await madeCustomers(database());
  const asked = { observeDays: 30, outcomeDays: 40 };
  const { request, result } = await run(
    database(),
    leverFinder,
    events,
    { ...few, ...asked, people: people.table, controlsBeside: ["plan", "seats"] },
    { people },
  );
  expect(result.levers.map(({ behaviour }) => behaviour)).toEqual(["*days", "*kinds", "open", "report"]);
  const report = leverFinder.report(result, request, languageOf("en"));
  expect(report.definition).toMatch(/Behaviours: active days, different events, open, and report\./);
  const one = await run(database(), leverFinder, events, { ...few, ...asked, levers: ["report"] });
  const keys = await expectCustomersBehind(database(), leverFinder, one.request, one.result);
  expect(keys).toContain("0 above all");
  expect(keys).toContain("0 tenth 1 stayed");
  for (const strange of ["4 above all", "0 tenth 11 all", "0 beside all", "0 above", "00 above all"])
    expect(leverFinder.customers!(request, result, strange), strange).toBeNull();
});

test("contracts, days instead of counts, and a line that was given", async () => {
  const { events, contracts } = await madeCustomers(database());
  const { request, result } = await run(
    database(),
    leverFinder,
    events,
    {
      ...few,
      mode: "contracts",
      contracts: contracts.table,
      observeDays: 20,
      outcomeDays: 60,
      metric: "days",
      levers: ["report >= 3"],
    },
    { contracts },
  );
  expect(result.levers[0]).toMatchObject({ given: 3, best: { cut: 3, withinOneStep: 1 } });
  expect(result.levers[0]!.candidates).toHaveLength(1);
  await expectCustomersBehind(database(), leverFinder, request, result);
});

test("one row a customer, with a measure that is not known of all", async () => {
  const { people } = await madeCustomers(database());
  const { request, result } = await run(database(), leverFinder, await withHoles(people), {
    ...few,
    mode: "columns",
    left: "gone",
    levers: ["reports", "seats"],
    candidates: "round",
    criterion: "value",
  });
  expect(result.levers[1]!.unknown.n).toBe(86);
  expect(result.levers[1]!.known.n + 86).toBe(result.overall.n);
  await expectCustomersBehind(database(), leverFinder, request, result);
});

test("the order of rows changes nothing", async () => {
  const { events, people } = await madeCustomers(database());
  const asked = { ...few, observeDays: 30, outcomeDays: 40, asOf: "2024-07-01" };
  const plain = (await run(database(), leverFinder, events, asked)).result;
  await database().query(sql`
    create or replace table turned as select * from ${name(events.table)} order by hash("at"), customer desc`);
  expect((await run(database(), leverFinder, { ...events, table: "turned" }, asked)).result).toEqual(plain);
  const byColumns = { ...few, mode: "columns", left: "gone", levers: ["reports", "seats"] };
  const before = (await run(database(), leverFinder, people, byColumns)).result;
  await database().query(sql`
    create or replace table turned as select * from ${name(people.table)} order by hash(customer)`);
  expect((await run(database(), leverFinder, { ...people, table: "turned" }, byColumns)).result).toEqual(
    before,
  );
});

test("four weeks later all is the same; everybody twice: the same lines, twice the customers", async () => {
  const { events } = await madeCustomers(database());
  const asked = { ...few, observeDays: 30, outcomeDays: 40, levers: ["report", "*days"] };
  const plain = (await run(database(), leverFinder, events, { ...asked, asOf: "2024-07-01" })).result;
  await database().query(sql`
    create or replace table later as
    select * replace ("at" + interval 28 day as "at") from ${name(events.table)}`);
  const later = (
    await run(database(), leverFinder, { ...events, table: "later" }, { ...asked, asOf: "2024-07-29" })
  ).result;
  expect(later.levers).toEqual(plain.levers);
  await database().query(sql`
    create or replace table twice as
    select * from ${name(events.table)}
    union all
    select * replace (customer || '-again' as customer) from ${name(events.table)}`);
  const twice = (
    await run(database(), leverFinder, { ...events, table: "twice" }, { ...asked, asOf: "2024-07-01" })
  ).result;
  expect(twice.overall).toMatchObject({ x: 2 * plain.overall.x, n: 2 * plain.overall.n });
  twice.levers.forEach(({ best, auc }, i) => {
    const one = plain.levers[i]!;
    expect(auc).toBeCloseTo(one.auc!, 12);
    expect(best!.cut).toBe(one.best!.cut);
    expect(best!.above.n).toBe(2 * one.best!.above.n);
    expect(best!.difference.value).toBeCloseTo(one.best!.difference.value, 12);
  });
});

/** Nobody knows the seats of one customer in seven. */
async function withHoles(people: DataSet): Promise<DataSet> {
  await database().query(sql`
    create or replace table holes as
    select * replace (case when substr(customer, 2)::int % 7 > 0 then seats end as seats) from ${name(people.table)}`);
  return { ...people, table: "holes" };
}
