import { describe, expect, test } from "vitest";
import { loopScorecard } from "../../../src/analyses/loop-scorecard";
import { sql } from "../../../src/engine";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";
import { expectBehind } from "./behind";
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
    const behind = await expectBehind(database(), request, result);
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
