import { expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { beforeAfter } from "../../../src/analyses/before-after";
import { random } from "../../../src/analyses/stats/random";
import { sql } from "../../../src/engine";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";
import { expectCustomersBehind } from "../who-counts";

const database = openedDatabase();

interface Person {
  readonly who: string;
  /** Months from January 2024 in which there is a row. */
  readonly months: readonly number[];
  /** The day of the action, as the column says it. */
  readonly met: string | null;
}

/** Forty customers each since December 2023: reached in April, in June, after the data end, and never. Rows until 31 August. */
function people(): Person[] {
  const next = random(8).uniform;
  return Array.from({ length: 160 }, (_, i): Person => {
    const kind = i % 4;
    const met = [3, 5, null, null][kind]!;
    const months = [0, 1, 2, 3, 4, 5, 6, 7].filter(
      (month) => next() < 0.4 + (met !== null && month > met ? 0.3 : 0),
    );
    return { who: `c${i}`, months, met: ["2024-04-10", "2024-06-01", "2025-02-01", null][kind]! };
  });
}

async function logOf(persons: readonly Person[], more: readonly string[] = []) {
  const rows = persons.flatMap(({ who, months, met }) =>
    [-1, ...months].map((month) => {
      const at = new Date(Date.UTC(2024, month, 15)).toISOString().slice(0, 10);
      return `${who},${at},${met ?? ""},visit`;
    }),
  );
  const all = [...rows, "end,2024-08-31,,visit", ...more].map((row) => row.split(","));
  const column = (i: number) => all.map((row) => row[i]!);
  await database().query(sql`
    create or replace table made_steps as
    select who, happens::date as happens, nullif(met, '')::date as met, kind
    from (select unnest([${column(0)}]) as who, unnest([${column(1)}]) as happens, unnest([${column(2)}]) as met, unnest([${column(3)}]) as kind)`);
  return dataSet("made_steps", await database().describe(sql`from made_steps`), {
    customer: "who",
    time: "happens",
    event: "kind",
  });
}

const byColumn = { when: "column", own: "met", lead: 3 } as const;

test("groups by the month of each one's own day, against whoever is not yet reached", async () => {
  const persons = people();
  const { result, request } = await run(database(), beforeAfter, await logOf(persons), byColumn);
  const found = result.staggered!;
  // April less three months; the last month that is over is August.
  expect([found.periods[0], found.periods.at(-1), found.periods.length]).toEqual([
    "2024-01-01",
    "2024-08-01",
    8,
  ]);
  expect(found.cohorts.map(({ kind, met, customers }) => [kind, met, customers])).toEqual([
    ["met", 3, 40],
    ["met", 5, 40],
    ["later", null, 40],
    ["never", null, 40],
  ]);
  expect(found.late).toBe(1);
  // The same straight from the persons.
  const share = (kinds: readonly number[], month: number) => {
    const own = persons.filter((_, i) => kinds.includes(i % 4));
    return own.filter(({ months }) => months.includes(month)).length / own.length;
  };
  const change = (kinds: readonly number[], from: number, to: number) =>
    share(kinds, to) - share(kinds, from);
  const effect = (kind: number, met: number, month: number) =>
    change([kind], met - 1, month) - change(kind === 0 && month < 5 ? [1, 2, 3] : [2, 3], met - 1, month);
  for (const { met, period, estimate, customers, controls } of found.effects) {
    expect(estimate).toBeCloseTo(effect(met === 3 ? 0 : 1, met, period), 13);
    expect([customers, controls]).toEqual([40, met === 3 && period < 5 ? 120 : 80]);
  }
  expect(found.effects).toHaveLength(14);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  expect(found.overall!.estimate).toBeCloseTo(
    mean([mean([4, 5, 6, 7].map((t) => effect(0, 3, t))), mean([6, 7].map((t) => effect(1, 5, t)))]),
    13,
  );
  expect(found.overall!.interval![0]).toBeGreaterThan(0);
  expectVerdictFromTables(beforeAfter, request, result);
  expect((await expectCustomersBehind(database(), beforeAfter, request, result)).length).toBe(36);
  const { verdict, figures } = beforeAfter.report(result, request, languageOf("en"));
  expect(verdict.level).toBe("likely");
  expect(figures.map(({ id }) => id)).toEqual(["courses", "events"]);
});

test("compared with those who do later only: whoever never meets it plays no part", async () => {
  const persons = people();
  const all = await run(database(), beforeAfter, await logOf(persons), { ...byColumn, compared: "later" });
  const without = await run(
    database(),
    beforeAfter,
    await logOf(persons.filter(({ met }) => met !== null)),
    byColumn,
  );
  expect(all.result.staggered!.overall).toEqual(without.result.staggered!.overall);
  expect(all.result.staggered!.cohorts).toHaveLength(4);
});

test("by weeks and by an event: the first one of each counts, and a choice is no proof", async () => {
  const persons = people().map((one) => ({ ...one, met: null }));
  const done = persons.flatMap(({ who }, i) =>
    i % 4 < 2 ? [`${who},2024-0${i % 4 ? 6 : 4}-03,,turn on`, `${who},2024-07-0${1 + (i % 3)},,turn on`] : [],
  );
  const asked = { when: "event", done: "turn on", grain: "week", lead: 2, ahead: 12 } as const;
  const { result, request } = await run(database(), beforeAfter, await logOf(persons, done), asked);
  const { periods, cohorts } = result.staggered!;
  // 3 April 2024 is a Wednesday, 3 June a Monday; two weeks before and twelve after.
  expect([periods[0], periods.length]).toEqual(["2024-03-18", 15]);
  expect(cohorts.map(({ met, customers }) => [met, customers])).toEqual([
    [2, 40],
    [11, 40],
    [null, 80],
  ]);
  const { verdict, caveats } = beforeAfter.report(result, request, languageOf("en"));
  expect(verdict.level).toBe("cannot-tell");
  expect(caveats.find(({ level }) => level === "flips")!.id).toBe("chosen");
});

test("what cannot be told is said: one period for all, nobody, a first day too early, days before the rollout", async () => {
  const persons = people();
  const said = async (some: readonly Person[], given: Readonly<Record<string, unknown>>) => {
    const { result, request } = await run(database(), beforeAfter, await logOf(some), given);
    const report = beforeAfter.report(result, request, languageOf("en"));
    expect(report.findings).toEqual(report.verdict.number ? [expect.anything()] : []);
    return { result, sentence: report.verdict.sentence };
  };
  const together = await said(
    persons.map((one) => ({ ...one, met: "2024-04-10" })),
    byColumn,
  );
  expect(together.sentence).toMatch(/everybody met the action in the same period \(April 2024\)/);
  const nobody = await said(
    persons.map((one) => ({ ...one, met: null })),
    byColumn,
  );
  expect([nobody.result.staggered, nobody.sentence]).toEqual([null, expect.stringMatching(/none of the/)]);
  const early = persons.map((one, i) => (i === 0 ? { ...one, met: "1999-01-01" } : one));
  expect((await said(early, byColumn)).sentence).toMatch(/no whole period/);
  const since = await said(early, { ...byColumn, since: "2024-04-01" });
  expect([since.result.staggered!.earlier, since.result.staggered!.cohorts[0]!.customers]).toEqual([1, 39]);
  const open = await said(persons, { when: "event", done: "" });
  expect(open.sentence).toMatch(/which event/);
  // Everybody is reached in the end: the last group has nobody left beside it.
  const last = await said(
    persons.filter(({ met }) => met !== null && met < "2025"),
    byColumn,
  );
  expect(last.result.staggered!.without).toEqual([{ met: 5, customers: 40, why: "no-controls" }]);
  // April's group has one whole period after it before the others are reached.
  expect(last.result.staggered!.overall!.customers).toBe(40);
});
