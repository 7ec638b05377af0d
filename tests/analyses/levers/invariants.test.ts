import { beforeAll, describe, expect, test } from "vitest";
import type { DataSet } from "../../../src/analyses";
import { adoptionScore } from "../../../src/analyses/adoption-score";
import { modelGate } from "../../../src/analyses/model-gate";
import { random } from "../../../src/analyses/stats/random";
import { survivorship } from "../../../src/analyses/survivorship";
import { name, sql } from "../../../src/engine";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { madeCustomers } from "../segments/made";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();

interface Account {
  readonly reports: number;
  readonly seats: number;
  readonly plan: string;
  readonly gone: string;
}

/** 240 accounts: reports go with staying, seats a little, every value by a rule with a seed. */
const accounts = ((): Account[] => {
  const source = random("invariants");
  return Array.from({ length: 240 }, (): Account => {
    const [reports, seats] = [source.below(5), 1 + source.below(30)];
    const chance = 0.55 - 0.1 * reports - 0.004 * seats;
    return {
      reports,
      seats,
      plan: source.uniform() < 0.4 ? "large" : "small",
      gone: source.uniform() < chance ? "yes" : "no",
    };
  });
})();

interface Table {
  readonly data: DataSet;
  readonly levers: readonly string[];
}

/** The same accounts as they are; from the last to the first and with other names; each twice; with a column of ones. */
const tables: Record<"plain" | "turned" | "doubled" | "constant", Table> = {} as never;

beforeAll(async () => {
  const numbered = accounts.map((one, i) => ({ ...one, id: `a${i}` }));
  const table = async (
    name: string,
    rows: readonly (Account & { readonly id: string })[],
    [reports, seats]: readonly [string, string],
  ) => {
    const columns = await tableFrom(
      database(),
      name,
      [
        `id,plan,gone,${reports},${seats},always`,
        ...rows.map((one) => [one.id, one.plan, one.gone, one.reports, one.seats, 1].join(",")),
      ].join("\n"),
      {
        id: "varchar",
        plan: "varchar",
        gone: "varchar",
        [reports]: "integer",
        [seats]: "integer",
        always: "integer",
      },
    );
    return {
      data: dataSet(name, columns, { customer: "id", status: "gone" }),
      levers: [`${reports} >= 2`, `${seats} >= 12`],
    };
  };
  tables.plain = await table("plain", numbered, ["reports", "seats"]);
  tables.turned = await table("turned", numbered.toReversed(), ["zeta", "alpha"]);
  tables.doubled = await table(
    "doubled",
    [...numbered, ...numbered.map((one) => ({ ...one, id: `b${one.id}` }))],
    ["reports", "seats"],
  );
  tables.constant = { ...tables.plain, levers: [...tables.plain.levers, "always"] };
});

const asked = { mode: "columns", left: "yes" };
const namesAside = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value).replaceAll('"zeta"', '"reports"').replaceAll('"alpha"', '"seats"'),
  ) as unknown;

describe("C14, the survivorship check", () => {
  const of = async ({ data, levers }: Table) =>
    (await run(database(), survivorship, data, { ...asked, levers })).result;

  test("order of rows and names play no part; twice as many are the same shares; a column of ones adds a line", async () => {
    const [plain, turned, doubled, constant] = [
      await of(tables.plain),
      await of(tables.turned),
      await of(tables.doubled),
      await of(tables.constant),
    ];
    expect(namesAside(turned.behaviours)).toEqual(namesAside(plain.behaviours));
    for (const one of plain.behaviours) {
      const same = ({ behaviours }: typeof plain) =>
        behaviours.find(({ behaviour }) => behaviour === one.behaviour)!;
      const [twice, beside] = [same(doubled), same(constant)];
      expect(twice.difference!.value).toBeCloseTo(one.difference!.value, 12);
      for (const group of ["best", "current", "lost", "with", "without"] as const) {
        expect([twice[group].x, twice[group].n]).toEqual([2 * one[group].x, 2 * one[group].n]);
        expect(beside[group]).toEqual(one[group]);
      }
      // A smaller p for every one of twice as many; it is no test of another question.
      expect(twice.p!).toBeLessThanOrEqual(one.p!);
      expect(beside.p).toBe(one.p);
    }
    expect(constant.behaviours.find(({ behaviour }) => behaviour === "always")!.class).toBe(
      "common but useless",
    );
  });
});

describe("C28, may I model?", () => {
  const of = async ({ data, levers }: Table) =>
    (await run(database(), modelGate, data, { ...asked, levers, controls: ["plan"] })).result;

  test("order of rows and names play no part; twice as many customers bear more; another lever asks for more", async () => {
    const [plain, turned, doubled, constant] = [
      await of(tables.plain),
      await of(tables.turned),
      await of(tables.doubled),
      await of(tables.constant),
    ];
    expect(namesAside(turned)).toEqual(namesAside(plain));
    expect(doubled.gate).toMatchObject({
      events: 2 * plain.gate!.events,
      coxSnell: plain.gate!.coxSnell,
      needed: plain.gate!.needed,
    });
    expect(doubled.gate!.bears).toBeGreaterThanOrEqual(plain.gate!.bears);
    expect(constant.parameters).toBe(plain.parameters + 1);
    expect(constant.gate!.needed!.customers).toBeGreaterThanOrEqual(plain.gate!.needed!.customers);
    expect(constant).toMatchObject({ used: plain.used, lost: plain.lost });
  });
});

describe("C17, the adoption score", () => {
  const of = async ({ data, levers }: Table) =>
    (await run(database(), adoptionScore, data, { ...asked, levers, controls: ["plan"] })).result;
  const weightsIn = (result: Awaited<ReturnType<typeof of>>) =>
    Object.fromEntries(
      result.contenders.flatMap((one) => (one.ok ? [[one.version, one.weights] as const] : [])),
    );

  test("order of rows and names play no part; twice as many customers are the same weights; a column of ones has none", async () => {
    const [plain, turned, doubled, constant] = [
      await of(tables.plain),
      await of(tables.turned),
      await of(tables.doubled),
      await of(tables.constant),
    ];
    expect(namesAside(turned.contenders)).toEqual(namesAside(plain.contenders));
    expect(namesAside(turned.bands)).toEqual(namesAside(plain.bands));
    const [weights, twice, beside] = [weightsIn(plain), weightsIn(doubled), weightsIn(constant)];
    expect(Object.keys(weights).length).toBeGreaterThan(2);
    for (const [version, own] of Object.entries(weights)) {
      // Weights of so many per cent: estimates to 1e-10 of an error.
      own.forEach((weight, i) => expect(twice[version]![i], version).toBeCloseTo(weight, 6));
      if (version === "coef" || version === "phi")
        [...own, 0].forEach((weight, i) => expect(beside[version]![i], version).toBeCloseTo(weight, 6));
    }
    for (const [i, { stayed }] of plain.bands.entries())
      expect([doubled.bands[i]!.stayed.x, doubled.bands[i]!.stayed.n]).toEqual([2 * stayed.x, 2 * stayed.n]);
  });

  test("of a log and of contracts those who began later are held out, and shifted times change nothing", async () => {
    const { events, contracts } = await madeCustomers(database(), "held");
    const shifted = { ...events, table: "held_shifted" };
    await database().query(sql`
      create or replace table ${name(shifted.table)} as
      select * replace ("at" + interval 70 day as "at") from ${name(events.table)}`);
    const windows = {
      observeDays: 20,
      outcomeFrom: 60,
      outcomeDays: 30,
      levers: ["report >= 3", "open >= 4"],
    };
    const scored = async (data: DataSet, given: Readonly<Record<string, unknown>> = {}) =>
      (await run(database(), adoptionScore, data, { ...windows, ...given }, { contracts })).result;
    const [log, later, ofContracts] = [
      await scored(events),
      await scored(shifted),
      await scored(events, { mode: "contracts", contracts: contracts.table }),
    ];
    expect(later.contenders).toEqual(log.contenders);
    for (const { contenders, facts } of [log, ofContracts]) {
      const held = contenders.flatMap((one) => (one.ok && one.later ? [one.later] : []));
      expect(held.length).toBeGreaterThan(0);
      expect(held).toHaveLength(contenders.filter(({ ok }) => ok).length);
      for (const { customers, stayed, expected } of held) {
        // Three in ten began later, or fewer where many began on the same day.
        expect(customers).toBeGreaterThan(0);
        expect(customers / facts!.used).toBeLessThanOrEqual(0.3);
        expect(stayed).toBeLessThanOrEqual(customers);
        expect(expected).toBeLessThanOrEqual(customers);
      }
    }
  });
});
