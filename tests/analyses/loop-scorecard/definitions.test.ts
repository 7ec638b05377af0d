import { describe, expect, test } from "vitest";
import { languageOf, type DataSet } from "../../../src/analyses";
import { loopScorecard } from "../../../src/analyses/loop-scorecard";
import { sql } from "../../../src/engine";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";
import { madeHappenings, madeLog } from "./made";
import { counted } from "./oracle";

const database = openedDatabase();
const happenings = madeHappenings(150);
const asOf = 300;
const given = {
  score: "score",
  asOf: "2024-10-27",
  inviteDays: 20,
  later: 60,
  amplifyDays: 20,
};
const day = (month: number) => (Date.UTC(2024, month, 1) - Date.UTC(2024, 0, 1)) / 86_400_000;

/** One counting for all that looks at it. */
let asked: Promise<Awaited<ReturnType<typeof askedOf>>> | undefined;
async function askedOf() {
  return run(database(), loopScorecard, await madeLog(database(), happenings), given);
}
const found = () => (asked ??= askedOf());

type Asked = Awaited<ReturnType<typeof askedOf>>;

/** The list behind one number of each kind has as many customers as it says, each once. Gives how many kinds there are. */
async function expectBehind(request: Asked["request"], result: Asked["result"]): Promise<number> {
  const { tables } = loopScorecard.report(result, request, languageOf("en"));
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row)));
  const kinds = new Map(
    cells.flatMap((cell) => (cell.who && cell.value ? [[kindOf(cell.who.key), cell] as const] : [])),
  );
  for (const { who, value } of kinds.values()) {
    const rows = (await database().query(loopScorecard.customers!(request, result, who!.key)!)).rows();
    expect([who!.key, rows.length]).toEqual([who!.key, value]);
    expect(new Set(rows.map(({ customer }) => customer)).size).toBe(value);
  }
  return kinds.size;
}

function kindOf(key: string): string {
  return key.replace(/\d[\d-]*/, "n").replace(/^(tailor|amplify|evolve|call) /, "express ");
}

describe("held against plain loops over the same log", () => {
  const oracle = counted(happenings, asOf);

  test("what the names say is guessed: stages, steps, the call, the entrance", async () => {
    const { chosen } = (await found()).result;
    const done = Object.values(chosen.stages).map((stage) => stage.done.join());
    expect(done).toEqual(["onboarding_done", "recommendation_used", "invite_sent", "nps_answered"]);
    expect(chosen.steps).toEqual(["setup_profile", "setup_team"]);
    expect([chosen.call.done[0], chosen.accepted, chosen.asked]).toEqual([
      "welcome_call",
      "invite_accepted",
      "nps_sent",
    ]);
    expect([chosen.door, chosen.bought]).toEqual(["signup", "purchase"]);
    expect(chosen.guessed).toHaveLength(11);
  });

  test("stages and the call: counts, medians, and who is still there later", async () => {
    const { stages } = (await found()).result;
    expect(stages.map(({ id }) => id)).toEqual(["express", "tailor", "amplify", "evolve", "call"]);
    const asks = { express: 30, tailor: 30, amplify: 20, evolve: 90, call: 7 };
    for (const { id, share, open, days, kept } of stages) {
      const event = {
        express: "onboarding_done",
        tailor: "recommendation_used",
        amplify: "invite_sent",
        evolve: "nps_answered",
        call: "welcome_call",
      }[id];
      const want = oracle.stage([event], asks[id], 30, 60);
      expect([id, share.x, share.n, open]).toEqual([id, want.done, want.entered, want.open]);
      expect(share.x).toBeGreaterThan(0);
      const sorted = want.days.toSorted((a, b) => a - b);
      const middle = (sorted.length - 1) / 2;
      expect(days).toBeCloseTo((sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2, 8);
      expect(kept).toMatchObject({
        done: { x: want.kept.doneStayed, n: want.kept.doneThere },
        missed: { x: want.kept.missedStayed, n: want.kept.missedThere },
        gone: { done: want.kept.goneDone, missed: want.kept.goneMissed },
      });
    }
  });

  test("steps, entrance and exit, invitations, answers", async () => {
    const { steps, doors, invites, nps } = (await found()).result;
    for (const { event, share } of steps) {
      const want = oracle.stage([event], 30, 30, 60);
      expect([share.x, share.n]).toEqual([want.done, want.entered]);
    }
    // The first month has nothing before it; in the last the door's time is not over.
    expect(doors.map(({ month }) => month.slice(5, 7))).toEqual([
      "01",
      "02",
      "03",
      "04",
      "05",
      "06",
      "07",
      "08",
      "09",
    ]);
    expect([doors[0]!.leak, doors.at(-1)!.entrance]).toEqual([null, null]);
    for (const { month, entrance, leak } of doors) {
      const at = Number(month.slice(5, 7)) - 1;
      const want = oracle.month(day(at), day(at + 1), 30, 30);
      if (entrance) expect([month, entrance.x, entrance.n]).toEqual([month, want.bought, want.came]);
      if (leak) expect([month, leak.x, leak.n]).toEqual([month, want.lost, want.there]);
    }
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
    for (const mark of invites!.marks) {
      const want = oracle.invites(mark.day, 20);
      expect([mark.sent, mark.accepted]).toEqual([sum(want.sent), sum(want.accepted)]);
      expect(mark.k!.value).toBeCloseTo(sum(want.accepted) / want.customers, 14);
      // K is invitations a customer times the share accepted.
      if (mark.acceptance)
        expect(mark.perCustomer!.value * mark.acceptance.value).toBeCloseTo(mark.k!.value, 14);
    }
    expect(invites!.marks.map((mark) => mark.day)).toEqual([1, 3, 7, 14, 20]);
    const kinds = (scores: readonly number[]) => ({
      promoters: scores.filter((score) => score >= 9).length,
      passives: scores.filter((score) => score === 7 || score === 8).length,
      detractors: scores.filter((score) => score <= 6).length,
    });
    for (const { quarter, counts } of nps!.quarters) {
      const at = Number(quarter.slice(5, 7)) - 1;
      expect(counts).toMatchObject(kinds(oracle.answers(day(at), day(at + 3))));
    }
    const want = oracle.outcomes(30, 60);
    expect(nps!.stayed).toMatchObject(kinds(want.stayed));
    expect(nps!.left).toMatchObject(kinds(want.left));
    // 11 and 12 are no answers.
    expect(nps!.refused).toBe(
      happenings.filter(({ score, at }) => score !== null && score > 10 && at < asOf).length,
    );
    expect(nps!.refused).toBeGreaterThan(0);
    expect(nps!.quarters.map(({ isOpen }) => isOpen)).toEqual([false, false, false, true]);
  });

  test("behind every number are as many customers as it says; the verdict's numbers are those of the tables", async () => {
    const { request, result } = await found();
    const behind = await expectBehind(request, result);
    // Every kind of number once: all of them are asked for in the same way.
    expect(behind).toBeGreaterThan(25);
    for (const key of [
      "step 3",
      "invites 9 sent",
      "exit 2024-05-01 came",
      "nps stayed asked",
      "evolve toString",
    ])
      expect(loopScorecard.customers!(request, result, key)).toBeNull();
    expectVerdictFromTables(loopScorecard, request, result);
  });
});

test("the order of rows changes nothing; everybody twice doubles counts and leaves shares", async () => {
  const { stages, steps, doors, invites, nps } = (await found()).result;
  const known = { stages, steps, doors, invites, nps };
  const shuffled = await run(
    database(),
    loopScorecard,
    await madeLog(database(), happenings.toReversed(), "loop_back"),
    given,
  );
  expect(shuffled.result).toMatchObject(known);
  const twice = happenings.flatMap((one) => [one, { ...one, customer: `${one.customer} again` }]);
  const { result } = await run(
    database(),
    loopScorecard,
    await madeLog(database(), twice, "loop_twice"),
    given,
  );
  result.stages.forEach((stage, i) => {
    expect([stage.share.x, stage.share.n]).toEqual([2 * stages[i]!.share.x, 2 * stages[i]!.share.n]);
    expect(stage.days).toBe(stages[i]!.days);
  });
  expect(result.invites!.marks.map(({ k }) => k!.value)).toEqual(invites!.marks.map(({ k }) => k!.value));
  expect(result.nps!.quarters.map(({ counts }) => counts.score!.value)).toEqual(
    nps!.quarters.map(({ counts }) => counts.score!.value),
  );
});

const types = { who: "varchar", at: "timestamp", what: "varchar" };
const roles = { customer: "who", time: "at", event: "what" };
async function small(lines: readonly string[]): Promise<DataSet> {
  const columns = await tableFrom(database(), "small_loop", ["who,at,what", ...lines].join("\n"), types);
  return dataSet("small_loop", columns, roles);
}

test("by hand: all steps in any order and in time; an entry of its own begins the time anew", async () => {
  const data = await small([
    "a,2024-01-01 10:00:00,start",
    "a,2024-01-02 10:00:00,two",
    "a,2024-01-10 23:59:00,one",
    "b,2024-01-01 10:00:00,start",
    "b,2024-01-05 10:00:00,one",
    "b,2024-01-11 00:00:00,two",
    "c,2024-01-01 10:00:00,one",
    "c,2024-01-08 10:00:00,ask",
    "c,2024-01-20 10:00:00,shipped",
    "d,2024-02-28 10:00:00,ask",
    "d,2024-03-01 10:00:00,ask",
  ]);
  const { result } = await run(database(), loopScorecard, data, {
    guess: false,
    step1: "one",
    step2: "two",
    expressDays: 10,
    evolveEntry: "ask",
    evolveDone: "shipped",
    evolveDays: 14,
    gap: 5,
    later: 5,
  });
  const [express, evolve] = result.stages;
  // b's second step came after ten days of the calendar; d began two days before the end.
  expect([express!.id, express!.share.x, express!.share.n, express!.open]).toEqual(["express", 1, 3, 1]);
  expect(express!.days).toBeCloseTo(10 - 1 / 1440, 10);
  expect(result.steps.map(({ share }) => [share.x, share.n])).toEqual([
    [3, 3],
    [1, 3],
  ]);
  expect([evolve!.id, evolve!.share.x, evolve!.share.n, evolve!.open]).toEqual(["evolve", 1, 1, 1]);
  expect(evolve!.days).toBeCloseTo(12, 10);
  expect(result.chosen.guessed).toEqual([]);
});

test("a stage that is not measured says so and is drawn empty; with none nothing is told or drawn", async () => {
  const data = await small(["a,2024-01-01 10:00:00,x", "b,2024-03-01 10:00:00,x"]);
  const given = { tailorName: "For you", tailorDone: "x" };
  const none = await run(database(), loopScorecard, data);
  const one = await run(database(), loopScorecard, data, { ...given, tailorDays: 3, evolveName: "Later" });
  for (const locale of ["en", "ru"] as const) {
    const { verdict, figures, tables } = loopScorecard.report(none.result, none.request, languageOf(locale));
    expect([verdict.level, figures.length]).toEqual(["cannot-tell", 0]);
    expect(tables[0]!.rows.map((row) => row.share!.value)).toEqual([null, null, null, null]);
    const [drawn] = loopScorecard.report(one.result, one.request, languageOf(locale)).figures;
    expect(drawn!.alternative).toContain(locale === "en" ? "Later: not measured" : "Later: не измерено");
    expect(drawn!.alternative).toContain("For you: 100");
  }
});

test("days that do not fit are refused; nothing is asked then", async () => {
  const { result, request, ran } = await run(
    database(),
    loopScorecard,
    await small(["a,2024-01-01 00:00:00,x"]),
    {
      gap: 60,
      later: 30,
    },
  );
  expect(Object.keys(ran)).not.toContain("stages");
  const { verdict, figures } = loopScorecard.report(result, request, languageOf("en"));
  expect([verdict.level, figures.length]).toEqual(["refused", 0]);
});

test("surveys in a table of their own: who kept silent stands there without a score; ids of another type still meet", async () => {
  await database().query(sql`
    create or replace table surveyed as
    select * from (values (1, timestamp '2024-01-10', 10.0), (2, timestamp '2024-01-11', 3.0), (3, timestamp '2024-01-12', null),
      (1, timestamp '2024-01-09', 0.0), (2, timestamp '2024-04-20', 9.5)) as t(id, sent, score)`);
  const surveys = dataSet("surveyed", await database().describe(sql`from surveyed`), {
    customer: "id",
    time: "sent",
  });
  const data = await small([
    "1,2024-01-01 10:00:00,x",
    "2,2024-01-01 10:00:00,x",
    "3,2024-01-01 10:00:00,x",
    "1,2024-02-20 10:00:00,x",
    "3,2024-06-20 10:00:00,x",
  ]);
  const { result, request } = await run(
    database(),
    loopScorecard,
    data,
    { surveys: "surveyed", scoreBeside: "score", gap: 30, later: 50 },
    { surveys },
  );
  const [winter] = result.nps!.quarters;
  expect(result.nps!.quarters).toHaveLength(1);
  // The last answer of the quarter counts; 9.5 is none.
  expect(winter!.counts).toMatchObject({ promoters: 1, passives: 0, detractors: 1, score: { value: 0 } });
  expect([winter!.response!.x, winter!.response!.n, result.nps!.refused]).toEqual([2, 3, 1]);
  // By the first answer: 1 gave 0 on 9 January and was heard of again by the end of February.
  expect([result.nps!.stayed.detractors, result.nps!.left.detractors]).toEqual([1, 1]);
  await expectBehind(request, result);
});

test("a person's columns may be called like our own steps", async () => {
  const { result } = await found();
  await database().query(sql`
    create or replace table "entered" as
    select customer as "day", "at" as as_of, event as happened, score as answered_at from loop_log`);
  const data = dataSet("entered", await database().describe(sql`from entered`), {
    customer: "day",
    time: "as_of",
    event: "happened",
  });
  const renamed = await run(database(), loopScorecard, data, { ...given, score: "answered_at" });
  expect(renamed.result).toEqual(result);
});
