import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { cohortMatrix } from "../../../src/analyses/cohort-matrix";
import { sql } from "../../../src/engine";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();
const types = { customer: "varchar", date: "date", amount: "double", currency: "varchar", plan: "varchar" };
const roles = { customer: "customer", time: "date", amount: "amount", currency: "currency" };

/** Fields that a row leaves out are empty. */
async function logOf(csv: string) {
  const rows = csv.split("\n").map((row) => row + ",".repeat(4 - (row.match(/,/g)?.length ?? 0)));
  const text = ["customer,date,amount,currency,plan", ...(csv === "" ? [] : rows)].join("\n");
  const columns = await tableFrom(database(), "log", text, types);
  return dataSet("log", columns, roles);
}

async function told(csv: string, given: Readonly<Record<string, unknown>> = {}) {
  const { request, result } = await run(database(), cohortMatrix, await logOf(csv), given);
  const reports = ["en", "ru"].map((locale) => cohortMatrix.report(result, request, languageOf(locale)));
  for (const report of reports) {
    expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|Infinity/);
    expect(report.verdict.next).not.toBe("");
  }
  return { result, report: reports[0]!, request };
}

describe("bad input", () => {
  test("no rows", async () => {
    const { report } = await told("");
    expect(report.verdict.level).toBe("cannot-tell");
    expect(report.figures).toEqual([]);
  });

  test("one customer; all dates equal", async () => {
    const { result, report } = await told("a,2024-01-05\na,2024-01-05");
    expect(result.cohorts).toHaveLength(1);
    expect(report.verdict.sentence).toMatch(/no cohort has been watched/);
  });

  test("nobody came back, everybody came back", async () => {
    const none = await told("a,2024-01-01\nb,2024-01-02\nz,2024-02-20", { asOf: "2024-02-01" });
    expect(none.report.verdict.sentence).toContain("0 were there in it: retention 0% (0% to");
    expect(none.report.verdict.level).toBe("likely");
    const all = await told("a,2024-01-01\na,2024-01-09\nb,2024-01-02\nb,2024-01-10\nz,2024-01-20", {
      asOf: "2024-01-15",
    });
    expect(all.report.verdict.sentence).toContain("retention 100% (");
  });

  test("dates after the day the data are known until take no part", async () => {
    const { result, report } = await told("a,2024-01-01\na,2024-01-09\nb,2024-01-02\na,2099-01-01", {
      asOf: "2024-01-22",
    });
    expect(result.steps[1]!.pooled).toMatchObject({ x: 1, n: 2 });
    expect(report.caveats.map(({ id }) => id)).toContain("after-as-of");
  });

  test("a mistyped year ends in cells that are said to be not observed, not in thousands of columns", async () => {
    const { result } = await told("a,2024-01-01\nb,1924-01-02\na,2024-01-09", { offsets: 104 });
    expect(result.cohorts).toHaveLength(2);
    expect(result.steps).toHaveLength(105);
  });

  test("refunds count with their sign and are said", async () => {
    const { result, report } = await told(
      "a,2024-01-01,100\na,2024-01-09,-30\nb,2024-01-02,50\nz,2024-01-16,1",
      {
        metric: "revenue",
      },
    );
    expect(result.steps[1]!.pooled).toMatchObject({ total: -30, atFirst: 150 });
    expect(report.verdict.sentence).toContain(
      "brought −30, in their first period 150: -20% of it (-189.4% to 149.4%).",
    );
    expect(report.caveats.find(({ id }) => id === "refunds")?.text).toContain(
      "1 row has a negative amount, −30",
    );
  });

  test("mixed currencies are refused unless one is chosen", async () => {
    const csv = "a,2024-01-01,100,EUR\na,2024-01-09,30,EUR\nb,2024-01-02,50,USD\nz,2024-01-16,1,EUR";
    const { report, result } = await told(csv, { metric: "revenue" });
    expect(report.verdict).toMatchObject({
      level: "refused",
      sentence: "Refused: the amounts are in EUR and USD. Different currencies do not add up.",
    });
    expect(result.cohorts).toEqual([]);
    const chosen = await told(csv, { metric: "revenue", currency: "EUR" });
    expect(chosen.result.steps[1]!.pooled).toMatchObject({ n: 1, total: 30, atFirst: 100 });
  });

  test("a first period that brought nothing has no base", async () => {
    const { report } = await told("a,2024-01-01,0\na,2024-01-09,30\nz,2024-01-16,0", { metric: "revenue" });
    expect(report.verdict.sentence).toMatch(/brought nothing that a later amount could be a part of/);
  });

  test("what the form cannot mean is refused or said to be missing", async () => {
    const csv = "a,2024-01-01,1\na,2024-01-09,1\nz,2024-01-16,1";
    expect((await told(csv, { metric: "revenue", counting: "after" })).report.verdict.level).toBe("refused");
    expect((await told(csv, { counting: "brackets", brackets: [3] })).report.verdict.sentence).toMatch(
      /makes no bracket/,
    );
    expect((await told(csv, { at: 40 })).report.verdict.sentence).toMatch(
      /period 40 is not over for anybody/,
    );
  });

  test("a role mapped to the wrong type, an attribute that is not chosen or gone", async () => {
    const data = await logOf("a,2024-01-01");
    const ask = (given: object, more = {}) =>
      run(database(), cohortMatrix, { ...data, ...more }, { ...given });
    await expect(ask({}, { roles: { ...roles, time: "customer" } })).rejects.toThrow("cannot be time");
    await expect(ask({ metric: "revenue" }, { roles: { ...roles, amount: "plan" } })).rejects.toThrow(
      "cannot be amount",
    );
    await expect(ask({ by: "attribute" })).rejects.toThrow("nothing chosen");
    await expect(ask({ by: "attribute", attribute: "gone" })).rejects.toThrow("gone");
    await expect(ask({ by: "signup" })).rejects.toThrow("no column for the role: signup");
    await expect(ask({ by: "behaviour", event: "x" })).rejects.toThrow("no column for the role: event");
  });

  test("sign-ups before the log begins are not seen as customers who did nothing", async () => {
    const columns = await tableFrom(
      database(),
      "signed",
      "customer,date,signup\na,2024-03-05,2024-01-10\nb,,2024-03-04\nc,2024-03-12,2024-03-11\nz,2024-04-02,2024-04-01",
      { customer: "varchar", date: "date", signup: "date" },
    );
    const data = dataSet("signed", columns, { customer: "customer", time: "date", signup: "signup" });
    const { result, request } = await run(database(), cohortMatrix, data, { by: "signup" });
    // The log begins on Tuesday 5 March: of the week of 4 March b's Monday is not known.
    expect(result.cohorts.map(({ id, cells }) => [id, cells[0]!.state, cells[1]!.state])).toEqual([
      ["2024-01-08", "not observed", "not observed"],
      ["2024-03-04", "not observed", "complete"],
      ["2024-03-11", "complete", "complete"],
      ["2024-04-01", "in progress", "not observed"],
    ]);
    expect(result.early).toBe(2);
    const report = cohortMatrix.report(result, request, languageOf("en"));
    expect(report.caveats.find(({ id }) => id === "early")?.text).toMatch(/^2 customers signed up before/);
  });

  test("5,000 cohorts are in the table, more are in the averages", async () => {
    await database().query(sql`
      create or replace table many as
      select 'c' || i as customer, date '2005-01-01' + i::integer as day from range(5200) t(i)
      union all select 'c' || i, date '2005-01-02' + i::integer from range(0, 5200, 2) t(i)`);
    const data = dataSet("many", await database().describe(sql`from many`), {
      customer: "customer",
      time: "day",
    });
    const { result, request } = await run(database(), cohortMatrix, data, { grain: "day", offsets: 3 });
    expect(result.cohorts).toHaveLength(5000);
    expect(result.total).toEqual({ cohorts: 5200, customers: 5200 });
    expect(result.steps[1]!.pooled.x).toBe(2600);
    const report = cohortMatrix.report(result, request, languageOf("en"));
    expect(report.caveats.find(({ id }) => id === "shown")?.text).toMatch(/newest 5,000 of 5,200 cohorts/);
    expect(report.tables[0]!.rows).toHaveLength(5000);
  });
});
