import { expect, test } from "vitest";
import { languageOf, readParams, runAnalysis } from "../../../src/analyses";
import { userLogoLead } from "../../../src/analyses/user-logo-lead";
import { leadParams } from "../../../src/analyses/user-logo-lead/params";
import { openedDatabase } from "../opened-database";
import { made, written, type both } from "./made";

const database = openedDatabase();
type Both = ReturnType<typeof both>;

async function asked({ data, beside, given }: Both, more: object = {}) {
  const { values, refused } = readParams(leadParams, { ...given, ...more });
  expect(refused).toEqual([]);
  const request = { data, beside, params: values };
  const { result } = await runAnalysis(userLogoLead, request, (question) =>
    database().query(question, { isOwn: true }),
  );
  const report = (locale: string) => userLogoLead.report(result, request, languageOf(locale));
  const behind = async (who: string | null) =>
    (await database().query(userLogoLead.customers!(request, result, who)!)).rows();
  return { request, result, report, behind };
}

const lagOf = (result: { lags: readonly { lag: number }[] }, lag: number) =>
  result.lags.find((one) => one.lag === lag) as never as Awaited<
    ReturnType<typeof asked>
  >["result"]["lags"][number];

// One account of three users; one leaves in February, two in March; the contract ends with March.
const one = {
  events: `user,account,day
    u1,A,2024-01-10
    u2,A,2024-01-11
    u3,A,2024-01-12
    u1,A,2024-02-10
    u2,A,2024-02-10
    u1,A,2024-03-05
    x1,B,2024-01-10
    x2,B,2024-01-10
    x3,B,2024-01-10
    x1,B,2024-02-10
    x2,B,2024-02-10
    x3,B,2024-02-10
    x1,B,2024-03-10
    x2,B,2024-03-10
    x3,B,2024-03-10
    x1,B,2024-08-31`,
  contracts: `account,opens,closes,noticed
    A,2024-01-01,2024-04-01,2024-03-20
    B,2024-01-01,2024-04-01,
    B,2024-04-10,2025-04-10,`,
};

test("worked by hand: whose users, which months, what came after", async () => {
  const { result, behind } = await asked(await written(database(), one.events, one.contracts), {
    minSeats: 1,
    lag: 2,
  });
  // A: February (1 of 3 lost), March (1 of 2); B: February and March (nobody of 3); April on, nobody is active before.
  expect(result.accountMonths).toBe(5);
  expect(result.asOf).toBe("2024-09-01");
  // A contract that follows after nine days goes on: only A has left, 31 days after the end of February.
  expect(result.lost).toEqual({ accounts: 1, flagged: 1, leadDays: { median: 0, low: 0, high: 0 } });
  const by = Object.fromEntries(
    result.lift.map(({ part, accountMonths, lost }) => [part, [lost, accountMonths]]),
  );
  expect(by).toMatchObject({ below: [1, 3], above: [1, 1] });
  expect(lagOf(result, 1)).toMatchObject({ accountMonths: 2, lost: 1, fit: null });
  expect(await behind("lost")).toMatchObject([{ customer: "A" }]);
});

test("months after a notice are left out, and the notice is held against the flag", async () => {
  const { result, report } = await asked(await written(database(), one.events, one.contracts), {
    minSeats: 1,
    notice: "noticed",
  });
  expect(result.afterNotice).toBe(1);
  // March ended twelve days after the notice: the account had decided first.
  expect(result.reverse).toEqual({ accounts: 1, usersFirst: 0, medianDays: 12 });
  expect(report("en").verdict.level).toBe("cannot-tell");
});

test("a planted lead is found, with its size; without one none is", async () => {
  const lead = await asked(await made(database(), 300, 0.2));
  const { fit, auc, aucControls } = lagOf(lead.result, 3);
  expect(fit!.interval[0]).toBeGreaterThan(2);
  expect(auc!.value).toBeGreaterThan(aucControls! + 0.05);
  const { verdict } = lead.report("en");
  expect(verdict.level).toBe("likely");
  expect(verdict.sentence).toContain("the users leave first");
  for (const [who, count] of [
    ["lost", lead.result.lost.accounts],
    ["flagged", lead.result.lost.flagged],
    ["at-risk", lead.result.atRiskNow.flagged],
  ] as const)
    expect(await lead.behind(who)).toHaveLength(count);
  expect(userLogoLead.customers!(lead.request, lead.result, "everybody")).toBeNull();

  const none = await asked(await made(database(), 300, 0));
  expect(lagOf(none.result, 3).fit!.interval[0]).toBeLessThan(1);
  expect(none.report("en").verdict).toMatchObject({ level: "cannot-tell" });
  expect(none.report("ru").verdict.sentence).toContain(
    "\u041e\u043f\u0435\u0440\u0435\u0436\u0435\u043d\u0438\u044f",
  );
});

test("the order of rows changes nothing", async () => {
  const first = await asked(await made(database(), 80, 0.2));
  await database().run([
    { text: `create or replace table log as select * from log order by hash("user", day)` },
    { text: `create or replace table terms as select * from terms order by hash(account, opens)` },
    { text: "select 1" },
  ]);
  const second = await asked({ ...first.request, given: { contracts: "terms" } } as Both);
  expect(second.result).toEqual(first.result);
});

test.each([
  ["nobody of the other table", "user,account,day\nu,Z,2024-01-01", "Of 1 customer id in “log”, none"],
  [
    "too few users",
    "user,account,day\nu,A,2024-01-01\nu,A,2024-02-01",
    "no account under contract had at least 3 active users",
  ],
  ["no rows", "user,account,day", "none of the 0 accounts"],
])("%s: says what cannot be said", async (_, events, said) => {
  const { report, result } = await asked(await written(database(), events, one.contracts));
  expect(report("en").verdict).toMatchObject({ level: "cannot-tell" });
  expect(report("en").verdict.sentence).toContain(said);
  expect(JSON.stringify([result, report("ru")])).not.toMatch(/NaN|undefined/);
});

test("without a table of contracts it does not run", async () => {
  const { data } = await written(database(), one.events, one.contracts);
  const request = { data, params: readParams(leadParams, {}).values };
  await expect(
    runAnalysis(userLogoLead, request, (question) => database().query(question, { isOwn: true })),
  ).rejects.toThrow("nothing chosen for the parameter contracts");
});
