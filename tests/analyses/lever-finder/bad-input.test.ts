import { expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { leverFinder } from "../../../src/analyses/lever-finder";
import { sql } from "../../../src/engine";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet } from "../table-from";

const database = openedDatabase();

/**
 * 400 accounts by rule: 100 left. `uses` goes with staying, `same` has one value, `stopped` is nought where customers left,
 * `api` can only be had on the plan "pro", `rare` is done by 12.
 */
async function asked(given: Readonly<Record<string, unknown>>, leaves = "i % 4 = 0") {
  await database().query(sql`
    create or replace table given as
    select 'c' || i as account, case when ${{ text: leaves }} then 'gone' else 'there' end as state,
      case when i % 4 = 0 then i % 7 else 4 + i % 9 end as uses, 1 as same, case when i % 4 > 0 then 1 + i % 5 else i % 100 // 92 end as stopped,
      case when i % 2 = 0 then 'pro' else 'free' end as plan, case when i % 2 = 0 then (i // 2) % 3 else 0 end as api,
      (i % 33 = 1)::int as rare, case when i % 8 = 1 then null else uses end as partly, uses * 2 as twice
    from (select unnest(range(400)) as i)`);
  const data = dataSet("given", await database().describe(sql`from given`), {
    customer: "account",
    status: "state",
  });
  const { request, result } = await run(database(), leverFinder, data, {
    mode: "columns",
    left: "gone",
    usageDays: 30,
    statusDay: 90,
    permutations: 199,
    ...given,
  });
  const report = leverFinder.report(result, request, languageOf("en"));
  return { result, report, kinds: Object.fromEntries(result.levers.map((one) => [one.behaviour, one.kind])) };
}

test("windows that overlap are refused, and nothing is asked", async () => {
  const { result, report } = await asked({ levers: ["uses"], usageDays: 90, statusDay: 30 });
  expect(result).toMatchObject({ refused: "overlap", levers: [] });
  expect(report.verdict.level).toBe("refused");
  expect(report.figures).toEqual([]);
});

test("nobody left, everybody left, a status nobody has, no column", async () => {
  const said = async (given: Readonly<Record<string, unknown>>, leaves?: string) => {
    const { report } = await asked(given, leaves);
    expect(report.verdict.level).toBe("cannot-tell");
    return report.verdict.sentence;
  };
  expect(await said({ levers: ["uses"] }, "i = 401")).toMatch(/no customer has the status “gone”/);
  expect(await said({ levers: ["uses"], left: "there" }, "i = 401")).toMatch(/all 400 customers left/);
  expect(await said({ levers: [] })).toMatch(/nobody has said which columns/);
  expect(await said({ levers: ["uses"], left: "" })).toMatch(/nobody has said which status/);
});

test("one value for all, too few, identical columns, a measure that is not known of some", async () => {
  const { kinds, result, report } = await asked({ levers: ["same", "rare", "uses", "twice", "partly"] });
  expect(kinds).toMatchObject({ same: "none", rare: "few" });
  const [, , uses, twice, partly] = result.levers;
  // The same customers on the same sides: one behaviour under two names is chosen and judged alike.
  expect(twice!.best!.above).toEqual(uses!.best!.above);
  expect(twice!.best!.pOfAll).toBe(uses!.best!.pOfAll);
  expect(partly!.unknown).toMatchObject({ n: 50, x: 50 });
  expect(report.caveats.map(({ id }) => id)).toEqual(expect.arrayContaining(["few", "unknown partly"]));
});

test("only a constant: cannot be told; only a rare one: neither", async () => {
  expect((await asked({ levers: ["same"] })).report.verdict.sentence).toMatch(/no behaviour divides/);
  expect((await asked({ levers: ["rare"] })).report.verdict.sentence).toMatch(
    /too few customers on one side/,
  );
});

test("what stops when a customer leaves is a leak; windows that nobody knows are said first", async () => {
  const { result, report } = await asked({ levers: ["stopped", "uses"], usageDays: null });
  expect(result.levers[0]).toMatchObject({ kind: "leak" });
  const flips = report.caveats.filter(({ level }) => level === "flips").map(({ id }) => id);
  expect(flips).toEqual(["windows", "leak stopped"]);
  expect(report.verdict.level).toBe("likely");
});

test("what one segment cannot have is said", async () => {
  const { result, report } = await asked({ levers: ["api", "uses"], controls: ["plan"] });
  expect(result.unavailable).toEqual([{ behaviour: "api", control: "plan", level: "free", customers: 200 }]);
  expect(report.caveats.map(({ text }) => text)).toContainEqual(
    expect.stringMatching(/Of the 200 customers whose plan is “free” nobody has “api”/),
  );
});

test("lines of a direction that is not expected are not chosen", async () => {
  const { result } = await asked({ levers: ["uses"], direction: "below" });
  expect(result.levers[0]!.kind).not.toBe("holds");
});
