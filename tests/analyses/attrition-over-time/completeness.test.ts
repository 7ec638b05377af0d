import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { attritionOverTime } from "../../../src/analyses/attrition-over-time";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();

describe("what is complete", () => {
  const roles = { customer: "customer", time: "date" };
  const types = { customer: "varchar", date: "date" };
  const log = async (csv: string) => dataSet("log", await tableFrom(database(), "log", csv, types), roles);
  const csv = `
    customer,date
    a,2024-01-10
    a,2024-02-10
    b,2024-02-11
    a,2024-03-10
    b,2024-03-11
    a,2024-04-10`;

  test("a first period cut at its start and a last one that goes on are shown and not judged", async () => {
    const { result } = await run(database(), attritionOverTime, await log(csv));
    expect(
      result.periods.map(({ opens, state, isCut, isJudged }) => ({ opens, state, isCut, isJudged })),
    ).toEqual([
      { opens: "2024-01-01", state: "complete", isCut: true, isJudged: false },
      { opens: "2024-02-01", state: "complete", isCut: false, isJudged: false },
      { opens: "2024-03-01", state: "complete", isCut: false, isJudged: true },
      { opens: "2024-04-01", state: "in progress", isCut: false, isJudged: false },
    ]);
    expect(result.latest).toBe(2);
  });

  test("periods after the day the data are known until are not observed, and have no numbers", async () => {
    const { result, request } = await run(database(), attritionOverTime, await log(csv), {
      asOf: "2024-03-01",
    });
    expect(result.periods.map(({ state }) => state)).toEqual([
      "complete",
      "complete",
      "not observed",
      "not observed",
    ]);
    const [table] = attritionOverTime.report(result, request, languageOf("en")).tables;
    expect(table!.rows[3]!.at_start).toEqual({ text: "not observed", value: null });
    expect(table!.unfinished).toEqual([0, 2, 3]);
  });

  test("a month in which nobody came is an observed nothing", async () => {
    const { result } = await run(
      database(),
      attritionOverTime,
      await log("customer,date\na,2024-01-01\na,2024-03-31"),
    );
    expect(result.periods.map(({ atStart, atEnd, lost }) => [atStart, atEnd, lost])).toEqual([
      [0, 1, 0],
      [1, 0, 1],
      [0, 1, 0],
    ]);
    expect(result.periods[2]!.attrition).toEqual({ x: 0, n: 0, rate: null, interval: null });
  });

  test.each(["customer,date", "customer,date\n,2024-01-01\n,2024-02-01"])(
    "nothing to use: %j",
    async (empty) => {
      const { result, request } = await run(database(), attritionOverTime, await log(empty));
      const report = attritionOverTime.report(result, request, languageOf("ru"));
      expect(report.verdict.level).toBe("cannot-tell");
      expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|Infinity/);
    },
  );

  test("a mistyped year is named", async () => {
    const { result, request } = await run(
      database(),
      attritionOverTime,
      await log("customer,date\nc1,2024-01-05\nc1,2099-12-31\nc2,2024-01-01\nc2,2024-02-01"),
    );
    expect(result.lonely).toEqual({ side: "last", opens: "2099-12-01" });
    const { caveats, tables } = attritionOverTime.report(result, request, languageOf("en"));
    expect(caveats[0]).toMatchObject({ id: "lonely", level: "flips" });
    expect(caveats.map(({ id }) => id)).toContain("many-periods");
    expect(result).toMatchObject({ total: 912, periods: { length: 520 } });
    const again = await database().query(attritionOverTime.asSql(request, result));
    expect(again.rowCount).toBe(tables[0]!.rows.length);
  });

  test("at least so many times: a visit is not enough, but is the first sight of a customer", async () => {
    const { result } = await run(
      database(),
      attritionOverTime,
      await log(
        "customer,date\na,2024-01-01\na,2024-02-01\na,2024-02-02\nb,2024-02-03\nb,2024-02-04\nz,2024-02-29",
      ),
      { k: 2 },
    );
    expect(result.periods[1]).toMatchObject({ atEnd: 2, new: 1, returned: 1, ever: { n: 1 } });
  });
});
