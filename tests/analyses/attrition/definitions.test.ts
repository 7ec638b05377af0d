import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { attrition } from "../../../src/analyses/attrition";
import { isShared, sharedJson } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { toyEvents } from "../toy-events";

const database = openedDatabase();

describe("ten customers under known definitions", () => {
  const file = "spec/reference/08_toy_event_log.json";
  interface Snapshot {
    start: string;
    end: string;
    lookback_days: number;
    relevant: string[];
    at_start: string;
    remaining: string;
    lost: string;
    new: string;
    resurrected: string;
    attrition: number;
    retention: number;
  }

  test.skipIf(!isShared(file)).each(["snapshot14", "snapshot7", "snapshot14_login"])("%s", async (name) => {
    const snapshot = sharedJson<Record<string, Snapshot>>(file)[name]!;
    const data = await toyEvents(database(), snapshot.relevant);
    const { result, request } = await run(database(), attrition, data, {
      start: snapshot.start,
      end: snapshot.end,
      asOf: "2026-02-06",
      ...(snapshot.lookback_days === 14 ? {} : { lookback: "days", lookbackDays: snapshot.lookback_days }),
    });
    const named = await database().query(attrition.customers!(request, result, null)!);
    const who = (...states: string[]) =>
      named
        .rows()
        .filter(({ what }) => states.includes(String(what)))
        .map(({ customer }) => customer)
        .sort()
        .join("");
    expect(who("lost", "remaining")).toBe(snapshot.at_start);
    expect(who("remaining")).toBe(snapshot.remaining);
    expect(who("lost")).toBe(snapshot.lost);
    expect(who("new")).toBe(snapshot.new);
    expect(who("returned")).toBe(snapshot.resurrected);
    expect(result.attrition.rate).toBeCloseTo(snapshot.attrition, 12);
    expect(result.retention.rate).toBeCloseTo(snapshot.retention, 12);
  });
});

describe("the SQL a person takes over gives the numbers of the table", () => {
  const modes = [
    { mode: "snapshot" },
    { mode: "interval" },
    { mode: "snapshot", lookback: "gap" },
    { mode: "snapshot", lookback: "days", lookbackDays: 10, k: 2 },
    { mode: "snapshot", start: "2026-01-19", end: "2026-02-02" },
    { mode: "interval", period: "week" },
  ];
  test.each(modes)("%j", async (given) => {
    const data = await toyEvents(database(), ["create"]);
    const { result, request } = await run(database(), attrition, data, {
      asOf: "2026-02-06",
      period: "week",
      ...given,
    });
    const [row] = attrition.report(result, request, languageOf("en")).tables[0]!.rows;
    for (const known of [result, null]) {
      const [found] = (await database().query(attrition.asSql(request, known))).rows();
      for (const [column, value] of Object.entries(found!))
        if (row![column]) expect({ [column]: value }).toEqual({ [column]: row![column].value });
    }
  });
});
