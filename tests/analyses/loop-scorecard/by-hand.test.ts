import { expect, test } from "vitest";
import { languageOf, type DataSet } from "../../../src/analyses";
import { loopScorecard } from "../../../src/analyses/loop-scorecard";
import { sql } from "../../../src/engine";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { expectBehind } from "./behind";

const database = openedDatabase();

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
  await expectBehind(database(), request, result);
});

test("by contract: there is who has one, however silent, and gone is who has none, however loud", async () => {
  const months = "who,opens,closes\n";
  const held = [
    // There all along, and silent from the third day on.
    "a,2024-01-01,",
    // Not renewed: the last paid day is 31 January, the first day without 1 February.
    "b,2024-01-01,2024-01-31",
    // A day without a contract in between is none that is looked at.
    "c,2024-01-01,2024-02-05",
    "c,2024-02-07,",
    // Never heard of in the log.
    "e,2024-01-01,2024-02-20",
  ];
  const columns = await tableFrom(database(), "loop_contracts", months + held.join("\n"), {
    who: "varchar",
    opens: "date",
    closes: "date",
  });
  const contracts = {
    ...dataSet("loop_contracts", columns, { customer: "who", start: "opens", end: "closes" }),
    endIsLastPaidDay: true,
  };
  const data = await small([
    "a,2024-01-01 10:00:00,start",
    "a,2024-01-02 10:00:00,one",
    "b,2024-01-01 10:00:00,start",
    "b,2024-01-03 10:00:00,one",
    "b,2024-02-15 10:00:00,look",
    "c,2024-01-01 10:00:00,start",
    "d,2024-01-01 10:00:00,start",
    "d,2024-04-10 10:00:00,look",
  ]);
  const given = { guess: false, expressDone: "one", expressDays: 10, later: 30 };
  const byContract = { ...given, mode: "contracts", contracts: "loop_contracts" };
  const { result, request } = await run(database(), loopScorecard, data, byContract, { contracts });
  const [express] = result.stages;
  // The window ends on 11 January; d has no contract then. On 10 February b has none any more, a and c have.
  expect([express!.share.x, express!.share.n]).toEqual([2, 4]);
  expect(express!.kept).toMatchObject({
    done: { x: 1, n: 2 },
    missed: { x: 1, n: 1 },
    gone: { done: 0, missed: 1 },
  });
  // On 31 January a, b, c and e have a contract; on 29 February b and e have none.
  const february = result.doors.find(({ month }) => month === "2024-02-01");
  expect([february!.leak!.x, february!.leak!.n]).toEqual([2, 4]);
  await expectBehind(database(), request, result);
  for (const locale of ["en", "ru"] as const) {
    const { definition, method } = loopScorecard.report(result, request, languageOf(locale));
    expect(definition).toContain("loop_contracts");
    expect(method.notes.join(" ")).toMatch(locale === "en" ? /contract in force/ : /действовал договор/);
  }
  // By silence of 30 days a is gone on 10 February, and d was there on 11 January.
  const silent = await run(database(), loopScorecard, data, { ...given, gap: 30 });
  expect(silent.result.stages[0]!.kept).toMatchObject({ done: { x: 0, n: 2 }, missed: { x: 0, n: 2 } });
  // A grace of ten days carries b over 10 February.
  const kind = await run(database(), loopScorecard, data, { ...byContract, grace: 10 }, { contracts });
  expect(kind.result.stages[0]!.kept.done).toMatchObject({ x: 2, n: 2 });
});
