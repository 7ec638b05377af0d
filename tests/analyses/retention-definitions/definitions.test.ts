import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyActivity, languageOf, type DataSet } from "../../../src/analyses";
import { retentionDefinitions } from "../../../src/analyses/retention-definitions";
import { definitionIds } from "../../../src/analyses/retention-definitions/definitions";
import { definitionsRequest, definitionsResultOf } from "../../charts/fixtures/retention-definitions";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { toyEvents } from "../toy-events";
import { expectVerdictFromTables } from "../verdict-numbers";
import { expectCustomersBehind } from "../who-counts";
import { monthOfChurn } from "./churn-log";

const database = openedDatabase();
const types = { customer: "varchar", ts: "timestamp" };

async function logOf(csv: string, more: Partial<DataSet> = {}): Promise<DataSet> {
  const columns = await tableFrom(database(), "definitions_log", `customer,ts\n${csv}`, types);
  return dataSet("definitions_log", columns, { customer: "customer", time: "ts" }, more);
}

async function asked(csv: string, given: object = {}, more: Partial<DataSet> = {}) {
  return run(database(), retentionDefinitions, await logOf(csv, more), { ...given });
}

const sharesOf = ({ result }: Awaited<ReturnType<typeof asked>>) =>
  Object.fromEntries(result.definitions.map(({ id, x, n }) => [id, [x, n]]));
const churnOf = ({ result }: Awaited<ReturnType<typeof asked>>) =>
  Object.fromEntries(result.churn.map(({ id, x, n }) => [id, [x, n]]));

// Weeks of Monday 1, 8, 15 and 22 January 2024.
const weeks = `
  a,2024-01-01 10:00
  a,2024-01-08 10:00
  a,2024-01-15 10:00
  b,2024-01-02 10:00
  b,2024-01-16 10:00
  c,2024-01-07 23:00
  c,2024-01-08 01:00
  d,2024-01-10 10:00
  d,2024-01-24 10:00`;

test("every, any, and each active week a start", async () => {
  const shares = sharesOf(await asked(weeks, { k: 2, asOf: "2024-01-29" }));
  // By Sunday weeks c begins on 7 January; all four have had a second week after.
  expect(shares).toMatchObject({ ours: [3, 4], all: [1, 4], any: [3, 4] });
  // Starts: a in three weeks, the last without a later one that is over; b, c, d.
  const next = sharesOf(await asked(weeks, { k: 1, asOf: "2024-01-29" }));
  expect(next).toMatchObject({ ours: [2, 4], recurring: [3, 8] });
});

test("a range that begins later makes older customers new", async () => {
  const shares = sharesOf(await asked(weeks, { from: "2024-01-08", asOf: "2024-01-29" }));
  // a, c and d in the week of 8 January, b in that of the 15th.
  expect(shares.ranged).toEqual([1, 4]);
  expect(sharesOf(await asked(weeks)).ranged).toBeUndefined();
  const empty = await asked(weeks, { from: "2025-01-01", asOf: "2024-01-29" });
  expect(sharesOf(empty).ranged).toEqual([0, 0]);
  expect(empty.result.definitions.find(({ id }) => id === "ranged")).toMatchObject({
    rate: null,
    interval: null,
    difference: null,
  });
});

test("half an hour moves an event over midnight, in either direction", async () => {
  const csv = `
    a,2024-01-01 23:45
    a,2024-01-02 12:00
    b,2024-01-01 12:00
    b,2024-01-02 00:15
    z,2024-01-04 00:00`;
  const of = async (zone: number) => sharesOf(await asked(csv, { grain: "day", zone, asOf: "2024-01-04" }));
  expect((await of(0)).ours).toEqual([2, 2]);
  expect((await of(0)).shifted).toBeUndefined();
  expect((await of(0.5)).shifted).toEqual([1, 2]);
  expect((await of(-0.5)).shifted).toEqual([1, 2]);
});

test("a loss is a silence longer than the gap that is reached within the month", async () => {
  const given = { month: "2024-02-01", asOf: "2024-03-01", gap: 10 };
  const csv = (last: string) => `
    early,2024-01-01 00:00
    a,2024-01-25 00:00
    a,${last}
    b,2024-01-30 00:00
    b,2024-02-09 00:00
    b,2024-02-19 00:00
    b,2024-02-25 00:00`;
  // Ten days to the hour are no loss; a microsecond before the tenth last day is one.
  expect(churnOf(await asked(csv("2024-02-04 00:00"), given))).toMatchObject({
    lost: [1, 2],
    events: [1, 2],
  });
  expect(churnOf(await asked(csv("2024-02-20 00:00"), given))).toMatchObject({
    lost: [0, 2],
    events: [1, 2],
  });
  expect(churnOf(await asked(csv("2024-02-19 23:59"), given))).toMatchObject({
    lost: [1, 2],
    events: [2, 2],
  });
});

test("the customers behind our own share", async () => {
  const data = await toyEvents(database(), ["create"]);
  for (const given of [{}, { grain: "day" }, { grain: "month", asOf: "2026-03-01" }, { k: 2, zone: 3 }]) {
    const { request, result } = await run(database(), retentionDefinitions, data, {
      asOf: "2026-02-06",
      ...given,
    });
    const keys = await expectCustomersBehind(database(), retentionDefinitions, request, result);
    expect(keys).toHaveLength(2);
    expectVerdictFromTables(retentionDefinitions, request, result, [request.params.k]);
  }
});

describe("data that cannot answer", () => {
  const silent = ["en", "ru"] as const;

  test.each([
    ["nothing", "", "noRows"],
    ["nobody", ",2024-01-01 10:00", "noRows"],
    ["one day", "a,2024-01-01 10:00\nb,2024-01-01 11:00", "notOver"],
    ["one moment", "a,2024-01-01 00:00\nb,2024-01-01 00:00", "notOver"],
  ] as const)("%s: it cannot be told, and why", async (_, csv, why) => {
    const { request, result } = await asked(csv);
    for (const locale of silent) {
      const language = languageOf(locale);
      const { verdict, figures } = retentionDefinitions.report(result, request, language);
      expect(verdict.level).toBe("cannot-tell");
      expect(verdict.number).toBeUndefined();
      expect(verdict.next).toBe(language.texts.retentionDefinitions.next[why]);
      expect(figures).toEqual([]);
      expect(JSON.stringify(retentionDefinitions.report(result, request, language))).not.toMatch(
        /NaN|Infinity/,
      );
    }
    expect(retentionDefinitions.customers!(request, result, null)).toBeNull();
  });

  test("a rule that takes no row", async () => {
    const { result } = await run(database(), retentionDefinitions, await toyEvents(database(), ["nothing"]));
    expect(result).toMatchObject({ asOf: null, definitions: [], churn: [], month: null });
  });

  test("the future after the day the data are known until is not used", async () => {
    const given = { asOf: "2024-01-29" };
    const plain = await asked(weeks, given);
    const later = await asked(`${weeks}\na,2031-01-01 10:00\nnew,2032-01-01 10:00`, given);
    expect(later.result.definitions).toEqual(plain.result.definitions);
    expect(later.result.churn).toEqual(plain.result.churn);
  });

  test("a month that is not over has no churn; nor one before which nobody was there", async () => {
    const data = await monthOfChurn(database());
    const running = await run(database(), retentionDefinitions, data, {
      month: "2024-03-01",
      asOf: "2024-03-31",
    });
    expect(running.result.month?.isComplete).toBe(false);
    expect(running.result.churn).toEqual([]);
    const before = await run(database(), retentionDefinitions, data, { month: "2023-06-01" });
    expect(before.result.month).toMatchObject({ atStart: 0, isCut: true });
    expect(before.result.churn).toEqual([]);
  });

  test("nobody came back; everybody did", async () => {
    const nobody = await asked("a,2024-01-01\nb,2024-01-02\nc,2024-02-20", { asOf: "2024-02-21" });
    expect(sharesOf(nobody)).toMatchObject({
      ours: [0, 2],
      after: [0, 2],
      rolling: [0, 2],
      recurring: [0, 2],
    });
    const all = await asked(
      "a,2024-01-01 09:00\na,2024-01-09 10:00\nb,2024-01-02 09:00\nb,2024-01-10 10:00",
      { asOf: "2024-01-20" },
    );
    for (const { id, rate } of all.result.definitions)
      expect([id, rate]).toEqual([id, id === "recurring" ? rate : 1]);
    expectVerdictFromTables(retentionDefinitions, nobody.request, nobody.result, [1]);
  });
});

describe("what must hold whatever was counted", () => {
  const event = fc.record({ who: fc.integer({ min: 0, max: 7 }), hour: fc.integer({ min: 0, max: 1400 }) });
  const csvOf = (events: readonly { who: number; hour: number }[], days = 0, name = "c") =>
    events
      .map(({ who, hour }) => {
        const at = new Date(Date.UTC(2024, 0, 3 + days, hour)).toISOString();
        return `${name}${who},${at.slice(0, 19).replace("T", " ")}`;
      })
      .join("\n");
  const asOf = (days = 0) => new Date(Date.UTC(2024, 2, 5 + days)).toISOString().slice(0, 10);

  test("order of rows, whole weeks later, customers twice", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 40 }), async (events) => {
        const given = { asOf: asOf(), zone: 5 };
        const base = await asked(csvOf(events), given);
        const turned = await asked(csvOf([...events].reverse()), given);
        expect(turned.result).toEqual(base.result);
        const later = await asked(csvOf(events, 364), { zone: 5, asOf: asOf(364) });
        expect(later.result.definitions).toEqual(base.result.definitions);
        const twice = await asked(`${csvOf(events)}\n${csvOf(events, 0, "d")}`, given);
        for (const [i, one] of base.result.definitions.entries()) {
          const double = twice.result.definitions[i]!;
          if (one.rate === null) expect(double.rate).toBeNull();
          else expect(double.rate).toBeCloseTo(one.rate, 12);
        }
      }),
      { numRuns: 12 },
    );
  });

  test("later or any is never less, every never more; windows and calendar agree on who can be seen", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        async (events, k) => {
          const one = await asked(csvOf(events), { asOf: asOf(), k }, { weekStart: "sunday" });
          const shares = sharesOf(one);
          const x = (id: string) => shares[id]![0]!;
          expect(x("after")).toBeGreaterThanOrEqual(x("ours"));
          expect(x("rolling-after")).toBeGreaterThanOrEqual(x("rolling"));
          expect(x("any")).toBeGreaterThanOrEqual(x("ours"));
          expect(x("all")).toBeLessThanOrEqual(x("ours"));
          for (const [numerator, denominator] of Object.values(shares))
            expect(numerator).toBeLessThanOrEqual(denominator! + 1e-9);
        },
      ),
      { numRuns: 12 },
    );
  });

  test("each number of the verdict is one of the tables", () => {
    const count = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(count, count), { minLength: 12, maxLength: 12 }),
        fc.tuple(count, count, count, count, count),
        (pairs, [remaining, lost, joined, again, joinersLost]) => {
          const result = definitionsResultOf(
            definitionIds.map((id, i) => [id, Math.min(...pairs[i]!), Math.max(...pairs[i]!)] as const),
            {
              atStart: remaining + lost,
              lost,
              joined: joined + joinersLost,
              atEnd: remaining + joined,
              losses: lost + again + joinersLost,
              lossesOfStart: lost + again,
            },
          );
          // In the sentence stand k, the shift, and the day the range begins.
          expectVerdictFromTables(retentionDefinitions, definitionsRequest(), result, [1, 3, 4, 7, 30, 2024]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test("the rule of the table decides what counts", async () => {
  const data = await logOf(weeks, { rule: { ...anyActivity, minPerDay: 2 } });
  const { result } = await run(database(), retentionDefinitions, data, { asOf: "2024-01-29" });
  expect(result.asOf).toBeNull();
});
