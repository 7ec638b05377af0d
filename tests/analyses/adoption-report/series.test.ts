import { beforeAll, describe, expect, test } from "vitest";
import { languageOf, type DataSet } from "../../../src/analyses";
import { adoptionReport } from "../../../src/analyses/adoption-report";
import type { ReportResult } from "../../../src/analyses/adoption-report/result";
import { movedOver } from "../../../src/analyses/adoption-report/series";
import { attritionOverTime } from "../../../src/analyses/attrition-over-time";
import { logoAttrition } from "../../../src/analyses/logo-attrition";
import { name, sql } from "../../../src/engine";
import { run } from "../ask";
import { countedValues, expectEachCounted } from "../customers-behind";
import { openedDatabase } from "../opened-database";
import { expectVerdictFromTables } from "../verdict-numbers";
import { asked, madeReport } from "./made";

const database = openedDatabase();
const day = 86_400_000;

let log: DataSet;
let terms: DataSet;
let byActivity: Awaited<ReturnType<typeof report>>;
let byContracts: Awaited<ReturnType<typeof report>>;

function report(data: DataSet, given: Readonly<Record<string, unknown>>, contracts?: DataSet) {
  return run(database(), adoptionReport, data, given, contracts ? { contracts } : {});
}

beforeAll(async () => {
  const made = await madeReport(database());
  [log, terms] = [made.data, made.contracts];
  byActivity = await report(log, asked);
  byContracts = await report(log, { ...asked, mode: "contracts", contracts: terms.table }, terms);
});

interface Event {
  readonly account: string;
  readonly at: number;
  readonly event: string;
}

/** The same in plain JavaScript, customer by customer and date by date: nothing here is the code under test. */
function scoresOn(
  date: string,
  events: readonly Event[],
  isThere: (account: string, at: number) => boolean,
  began: ReadonlyMap<string, number>,
) {
  const at = Date.parse(date);
  const scores = new Map<string, number>();
  let tooNew = 0;
  for (const [account, first] of began) {
    if (first > at || !isThere(account, at)) continue;
    if (first > at - 28 * day) {
      tooNew += 1;
      continue;
    }
    const seen = events.filter((one) => one.account === account && one.at >= at - 28 * day && one.at < at);
    const times = (event: string) => seen.filter((one) => one.event === event).length;
    const days = new Set(seen.map((one) => Math.floor(one.at / day))).size;
    scores.set(
      account,
      (times("invite") >= 2 ? 50 : 0) + (times("connect") > 0 ? 30 : 0) + (days >= 5 ? 20 : 0),
    );
  }
  return { scores, tooNew };
}

async function plain() {
  const events = (
    await database().query(sql`select account, epoch_ms(seen) as seen, event from ${name(log.table)}`)
  )
    .rows()
    .map((row): Event => ({ account: String(row.account), at: Number(row.seen), event: String(row.event) }));
  const contracts = (
    await database().query(
      sql`select account, epoch_ms(opens::timestamp) as opens, epoch_ms(closes::timestamp) as closes from ${name(terms.table)}`,
    )
  )
    .rows()
    .map((row) => ({
      account: String(row.account),
      opens: Number(row.opens),
      closes: row.closes === null ? Infinity : Number(row.closes),
    }));
  const firstOf = (rows: readonly { readonly account: string; readonly at: number }[]) => {
    const found = new Map<string, number>();
    for (const { account, at } of rows) found.set(account, Math.min(found.get(account) ?? Infinity, at));
    return found;
  };
  return { events, contracts, firstOf };
}

function expectSeries({ dates }: ReportResult, of: (date: string) => ReturnType<typeof scoresOn>) {
  expect(dates).toHaveLength(6);
  for (const one of dates) {
    const { scores, tooNew } = of(one.day);
    const all = [...scores.values()];
    expect([one.day, one.customers, one.tooNew]).toEqual([one.day, all.length, tooNew]);
    const mean = all.reduce((sum, score) => sum + score, 0) / all.length;
    expect(one.mean).toBeCloseTo(mean, 9);
    const deviation = Math.sqrt(all.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (all.length - 1));
    expect(one.deviation).toBeCloseTo(deviation, 9);
    expect(one.bands.reduce((sum, n) => sum + n, 0)).toBe(all.length);
    expect(one.bands[4]).toBe(all.filter((score) => score >= 80).length);
  }
  dates.slice(1).forEach((one, i) => {
    const [before, now] = [of(dates[i]!.day).scores, of(one.day).scores];
    const both = [...now.keys()].filter((account) => before.has(account));
    const changes = both.map((account) => now.get(account)! - before.get(account)!);
    const { step } = one;
    expect(step).toMatchObject({
      both: both.length,
      up: changes.filter((change) => change > 0).length,
      down: changes.filter((change) => change < 0).length,
    });
    expect(step!.same).toBeCloseTo(changes.reduce((sum, change) => sum + change, 0) / both.length, 9);
    expect(step!.same + step!.came + step!.went).toBeCloseTo(one.mean! - dates[i]!.mean!, 9);
  });
}

describe("each date's scores are of the days before it, and of those there that morning", () => {
  test("by activity", async () => {
    const { events, firstOf } = await plain();
    const began = firstOf(events.map((one) => ({ ...one, at: Math.floor(one.at / day) * day })));
    expectSeries(byActivity.result, (date) =>
      scoresOn(
        date,
        events,
        (account, at) =>
          events.some((one) => one.account === account && one.at < at && one.at >= at - 28 * day),
        began,
      ),
    );
  });

  test("by contracts", async () => {
    const { events, contracts, firstOf } = await plain();
    const began = firstOf(contracts.map(({ account, opens }) => ({ account, at: opens })));
    expectSeries(byContracts.result, (date) =>
      scoresOn(
        date,
        events,
        (account, at) =>
          contracts.some((one) => one.account === account && one.opens <= at && one.closes > at),
        began,
      ),
    );
  });

  test("the parts of all steps are the whole change", () => {
    const { dates } = byActivity.result;
    const moved = movedOver(dates)!;
    expect(moved.same + moved.mix).toBeCloseTo(moved.all, 9);
    expect(moved.all).toBeCloseTo(dates.at(-1)!.mean! - dates[0]!.mean!, 9);
  });
});

test("what comes after a date changes no score of it", async () => {
  const early = byContracts.result.dates[2]!;
  await database().query(sql`
    create or replace table earlier as select * from ${name(log.table)} where seen < timestamp ${early.day}`);
  const { result } = await report(
    { ...log, table: "earlier" },
    { ...asked, mode: "contracts", contracts: terms.table, asOf: early.day, periods: 1 },
    terms,
  );
  const { step: _, month: __, ...now } = result.dates[0]!;
  const { step: ___, month: ____, ...then } = early;
  expect(now).toEqual(then);
});

describe("what stays beside the score is what the analyses of months say", () => {
  test("of contracts: logos, gross and net revenue with their intervals", async () => {
    const { months, asOf } = byContracts.result;
    const complete = months.filter(({ state }) => state === "complete");
    expect(complete.length).toBeGreaterThan(0);
    for (const month of complete) {
      const { result } = await run(database(), logoAttrition, terms, {
        asOf,
        start: month.opens,
        periods: 1,
        grace: 0,
      });
      const { counts } = result.series[0]!;
      expect(month.logos).toMatchObject({ x: counts.remaining, n: counts.atStart });
      expect(month.money!.gross).toEqual(result.gross);
      expect(month.money!.net).toEqual(result.net);
    }
    expect(months.at(-1)!.state).toBe("in progress");
  });

  test("of a log", async () => {
    const { months } = byActivity.result;
    const { result } = await run(database(), attritionOverTime, log);
    for (const { opens, state, logos } of months) {
      const period = result.periods.find((one) => one.opens === opens)!;
      expect([state, logos.x, logos.n]).toEqual([period.state, period.remaining, period.atStart]);
    }
  });
});

describe("the customers behind the numbers, and the words", () => {
  test.each(["activity", "contracts"] as const)("by %s", async (mode) => {
    const { request, result } = mode === "activity" ? byActivity : byContracts;
    expectVerdictFromTables(adoptionReport, request, result);
    const report = adoptionReport.report(result, request, languageOf("en"));
    const counted = new Set(countedValues(report).map(({ who }) => who.key));
    for (const figure of [report.figures[0]!, report.figures[2]!]) {
      const marks = (figure.plot(600).marks as readonly unknown[]).flat(Infinity);
      const whos = marks.flatMap((mark) =>
        [...((mark as { data?: Iterable<unknown> | null }).data ?? [])].flatMap(
          (one) => figure.who!(one) ?? [],
        ),
      );
      expect(whos.length).toBeGreaterThan(0);
      for (const { key } of whos) expect(counted).toContain(key);
    }
    // Keys of one date are like those of the others; what only contracts have is asked of them, the rest of the log.
    const isTold = (key: string) =>
      mode === "activity"
        ? /^(date [05]|on 5|band 5|audit 1) /.test(key) && !/^audit 1 [1-9]/.test(key)
        : /^(off|gap|month|audit 0 any)/.test(key);
    const fewer = {
      ...report,
      tables: report.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) =>
          Object.fromEntries(Object.entries(row).filter(([, { who }]) => !who || isTold(who.key))),
        ),
      })),
    };
    const keys = await expectEachCounted(database(), adoptionReport, { request, result }, fewer);
    expect(new Set(keys.map((key) => key.split(" ")[0]))).toEqual(
      new Set(mode === "activity" ? ["date", "on", "band", "audit"] : ["off", "gap", "month", "audit"]),
    );
    for (const wrong of [
      "",
      "date",
      "date 6 scored",
      "date 0 all",
      "gap 3",
      "off any",
      "audit 0 any",
      "audit 9 any all",
      "month 0",
      "band 5 9",
      "on 05 1",
      "date 5 scored x",
    ])
      expect(adoptionReport.customers!(request, result, wrong), wrong).toBeNull();
  });

  test("one lever away: the score that the lever makes lies in a higher band, contracts that end soonest first", async () => {
    const { request, result } = byContracts;
    const { gaps } = result;
    const list = (await database().query(adoptionReport.customers!(request, result, "gap any")!)).rows();
    const band = (score: unknown) => [20, 40, 60, 80].filter((bound) => Number(score) >= bound).length;
    for (const row of list) expect(band(row.score_with_next)).toBeGreaterThan(band(row.score));
    expect(list.slice(0, gaps!.nearest.length).map(({ customer }) => customer)).toEqual(
      gaps!.nearest.map(({ customer }) => customer),
    );
    const dated = gaps!.nearest.filter(({ lever, days }) => lever === 0 && days !== null);
    expect(dated.map(({ days }) => days)).toEqual(dated.map(({ days }) => days).sort((a, b) => a! - b!));
  });
});

describe("invariants", () => {
  test("the order of rows is nothing", async () => {
    const made = await madeReport(database(), {
      prefix: "turned",
      order: sql`hash(account || seen::varchar)`,
    });
    const { result } = await report(
      made.data,
      { ...asked, mode: "contracts", contracts: made.contracts.table },
      made.contracts,
    );
    const { idMatch: _, ...turned } = result;
    const { idMatch: __, ...before } = byContracts.result;
    expect(turned).toEqual(before);
  });

  test("a whole number of weeks later the series is the same", async () => {
    const made = await madeReport(database(), { prefix: "later", shift: 7 * 26 });
    const { result } = await report(made.data, asked);
    const series = ({ dates }: ReportResult) =>
      dates.map(({ day: date, month: _, ...one }) => ({ ...one, at: new Date(date).getTime() }));
    expect(series(result)).toEqual(
      series(byActivity.result).map((one) => ({ ...one, at: one.at + 7 * 26 * day })),
    );
  });
});
