import { expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { survivorship } from "../../../src/analyses/survivorship";
import { sql } from "../../../src/engine";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { expectVerdictFromTables } from "../verdict-numbers";
import { expectCustomersBehind } from "../who-counts";
import { survivorshipCases } from "./made-cases";

const database = openedDatabase();
// Every number of every report is asked for.
const patience = 60_000;

test(
  "behind every number that counts customers stand exactly so many; the verdict says what the tables say",
  async () => {
    // One of each mode: hundreds of lists.
    const cases = (await survivorshipCases(database())).filter((_, i) => i === 1 || i === 2 || i === 4);
    for (const { data, given, beside } of cases) {
      const { request, result } = await run(database(), survivorship, data, given, beside);
      expect(result.behaviours.length, JSON.stringify(given)).toBeGreaterThan(0);
      const keys = await expectCustomersBehind(database(), survivorship, request, result);
      expect(keys.length).toBeGreaterThan(8);
      expectVerdictFromTables(survivorship, request, result);
      for (const strange of [
        "on 0",
        "best on",
        "best on 99",
        "best on 00",
        "best off 0",
        "current unknown -1",
      ])
        expect(survivorship.customers!(request, result, strange), strange).toBeNull();
    }
  },
  patience,
);

test(
  "what the table shows is what its SQL gives, in the same order, also before anything is known",
  async () => {
    for (const { data, given, beside } of await survivorshipCases(database())) {
      const { request, result } = await run(database(), survivorship, data, given, beside);
      const { rows } = survivorship
        .report(result, request, languageOf("en"))
        .tables.find(({ id }) => id === "groups")!;
      const found = (await database().query(survivorship.asSql(request, result))).rows();
      expect(found.map((row) => [row.best_on, row.current_on, row.lost_on])).toEqual(
        rows.map((row) => [row.best_on!.value, row.current_on!.value, row.lost_on!.value]),
      );
      const before = await database().query(survivorship.asSql(request, null));
      expect(before.rowCount).toBeGreaterThan(0);
    }
  },
  patience,
);

test(
  "neither the order of rows nor a shift by whole weeks changes anything; twice the customers are twice the counts",
  async () => {
    const { data, given } = (await survivorshipCases(database()))[1]!;
    const { table } = data;
    const ask = async () => (await run(database(), survivorship, data, given)).result;
    const before = await ask();
    await database().query(
      sql`create or replace table ${{ text: table }} as from ${{ text: table }} order by hash("at", customer)`,
    );
    expect(await ask()).toEqual(before);
    await database().query(sql`update ${{ text: table }} set "at" = "at" + interval 21 day`);
    const shifted = await ask();
    expect(shifted.behaviours).toEqual(before.behaviours);
    await database().query(
      sql`insert into ${{ text: table }} by name select 'twin ' || customer as customer, * exclude (customer) from ${{ text: table }}`,
    );
    const doubled = await ask();
    before.behaviours.forEach((one) => {
      const other = doubled.behaviours.find(({ behaviour }) => behaviour === one.behaviour)!;
      expect([other.best.x, other.lost.x, other.time?.used]).toEqual([
        2 * one.best.x,
        2 * one.lost.x,
        one.time ? 2 * one.time.used : undefined,
      ]);
      expect(other.difference!.value).toBeCloseTo(one.difference!.value, 12);
    });
  },
  patience,
);
