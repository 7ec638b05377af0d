import { expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { timeToChurn } from "../../../src/analyses/time-to-churn";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { expectCustomersBehind } from "../who-counts";

const database = openedDatabase();
const types = { account: "varchar", start: "date", end: "date" };
const roles = { customer: "account", start: "start", end: "end" };

// a: two contracts on end; b: a gap of ten days; c: open; d: two at a time; e: ends after all is known; f: empty; g: reversed.
const csv = `account,start,end
  a,2024-01-01,2024-02-01
  a,2024-02-01,2024-03-01
  b,2024-01-01,2024-02-01
  b,2024-02-11,2024-05-01
  c,2024-01-15,
  d,2024-01-01,2024-04-01
  d,2024-02-01,2024-03-01
  e,2024-03-01,2025-03-01
  f,2024-03-01,2024-03-01
  g,2024-03-01,2024-02-01`;

async function asked(given: object = {}, text = csv) {
  const columns = await tableFrom(database(), "contracts", text, types);
  return run(database(), timeToChurn, dataSet("contracts", columns, roles), {
    mode: "contracts",
    asOf: "2024-06-01",
    ...given,
  });
}

const steps = ({ result }: Awaited<ReturnType<typeof asked>>) =>
  result.overall.steps.map(({ time, events, censored }) => [time, events, censored]);

test("the first unbroken stretch of contracts, followed until the data end", async () => {
  expect(steps(await asked())).toEqual([
    [31, 1, 0],
    [60, 1, 0],
    [91, 1, 0],
    [92, 0, 1],
    [138, 0, 1],
  ]);
});

test("ten days of grace bridge ten days; nobody is judged by the last ten", async () => {
  expect(steps(await asked({ grace: 10 }))).toEqual([
    [60, 1, 0],
    [82, 0, 1],
    [91, 1, 0],
    [121, 1, 0],
    [128, 0, 1],
  ]);
  expect(steps(await asked({ grace: 9 }))[0]).toEqual([31, 1, 0]);
  // b's second contract ended on 1 May: on 10 May it is not known yet whether it will be renewed.
  expect(steps(await asked({ grace: 10, asOf: "2024-05-10" })).at(-1)).toEqual([120, 0, 1]);
});

test("delayed entry: who had left before observation began is not followed, the others from then on", async () => {
  const found = await asked({ from: "2024-02-10" });
  expect(found.result.omitted).toEqual([{ why: "before-observation", customers: 1 }]);
  const rows = found.result.overall.steps.map(({ time, atRisk, events, entered }) => [
    time,
    atRisk,
    events,
    entered,
  ]);
  expect(rows).toEqual([
    [26, 1, 0, 1],
    [40, 2, 0, 2],
    [60, 4, 1, 0],
    [91, 3, 1, 0],
    [92, 2, 0, 0],
    [138, 1, 0, 0],
  ]);
  await expectCustomersBehind(database(), timeToChurn, found.request, found.result);
});

test("a last paid day is a day with the contract", async () => {
  const columns = await tableFrom(database(), "contracts", csv, types);
  const data = dataSet("contracts", columns, roles, { endIsLastPaidDay: true });
  const { result } = await run(database(), timeToChurn, data, { mode: "contracts", asOf: "2024-06-01" });
  expect(result.overall.steps[0]).toMatchObject({ time: 1, events: 1 });
  expect(result.overall.steps[1]).toMatchObject({ time: 32, events: 1 });
});

test("what was found with no day set is said to be found; each number has its customers", async () => {
  const { result, request } = await asked({ asOf: "auto" });
  expect(result.clock!.asOf).toBe("2024-03-02");
  expect(timeToChurn.report(result, request, languageOf("en")).caveats.map(({ id }) => id)).toContain(
    "as-of-auto",
  );
  await expectCustomersBehind(database(), timeToChurn, request, result);
});
