import { expect, test } from "vitest";
import { AnalysisError, languageOf } from "../../../src/analyses";
import { logoAttrition } from "../../../src/analyses/logo-attrition";
import { focalPeriod } from "../../../src/analyses/logo-attrition/result";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();
const types = { a: "varchar", s: "date", e: "date", m: "double" };
const roles = { customer: "a", start: "s", end: "e", mrr: "m" };

async function report(rows: string, given: object = {}, as: Record<string, string> = types) {
  const columns = await tableFrom(database(), "bad", `${Object.keys(as).join(",")}\n${rows}`, as);
  const ran = await run(database(), logoAttrition, dataSet("bad", columns, roles), {
    start: "2024-03-01",
    asOf: "2024-05-01",
    grace: 0,
    ...given,
  });
  const told = logoAttrition.report(ran.result, ran.request, languageOf("en"));
  expect(JSON.stringify([told.verdict, told.findings, told.tables, told.method])).not.toMatch(
    /NaN|Infinity|undefined/,
  );
  return { ...ran, ...told };
}

test("no rows, and rows without a customer or a start", async () => {
  expect((await report("")).verdict).toMatchObject({ level: "cannot-tell" });
  const { verdict, figures } = await report(",2024-01-01,,5\nb,,2024-05-01,5");
  expect(verdict.level).toBe("cannot-tell");
  expect(figures).toEqual([]);
});

test("one logo has no interval of revenue, and a small-sample caveat", async () => {
  const { result, verdict, caveats, findings } = await report("a,2024-01-01,,10");
  expect(result.gross).toEqual({ rate: 1, interval: null });
  expect(result.concentration?.grossWithout).toBeNull();
  expect(verdict.level).toBe("likely");
  expect(caveats.map(({ id }) => id)).toContain("small-sample");
  expect(findings.find(({ id }) => id === "gross")).toMatchObject({ interval: null, text: "100%" });
});

test("nobody left, everybody left", async () => {
  const many = Array.from({ length: 40 }, (_, i) => String(i));
  const stayed = await report(many.map((i) => `${i},2023-01-01,,10`).join("\n"));
  expect(focalPeriod(stayed.result)!.attrition.rate).toBe(0);
  // Not one in months: the table may hold only those who are customers today.
  expect(stayed.caveats[0]!.id).toBe("survivors");
  expect(stayed.verdict.level).toBe("likely");
  const gone = await report(many.map((i) => `${i},2023-01-01,2024-03-10,10`).join("\n"));
  expect(focalPeriod(gone.result)).toMatchObject({
    attrition: { rate: 1 },
    money: { gross: 0, net: 0, end: 0 },
  });
});

test("a period before the first contract has no base, one in progress and one in the future are not told", async () => {
  const rows = "a,2024-01-10,,10\nb,2024-01-10,2024-04-20,10";
  expect((await report(rows, { start: "2024-01-05" })).verdict.sentence).toContain("no logo was there");
  const running = await report(rows, { start: "2024-04-01", asOf: "2024-04-25" });
  expect(running.verdict).toMatchObject({ level: "cannot-tell" });
  expect(running.tables[0]!.unfinished).not.toEqual([]);
  const future = await report(rows, { start: "2030-01-01" });
  expect(future.verdict.level).toBe("cannot-tell");
});

test("a mistyped year makes no thousands of periods", async () => {
  const { result } = await report("a,1019-01-10,,10\nb,2024-01-10,,10", { periods: 120 });
  expect(result.series.length).toBe(120);
});

test("all starts on one day, and ends before starts", async () => {
  const { result } = await report("a,2024-02-01,2024-01-01,10\nb,2024-02-01,,10\nc,2024-02-01,2024-02-01,4");
  expect(result.rows).toMatchObject({
    used: 1,
    excluded: [
      { why: "empty-contract", rows: 1 },
      { why: "end-before-start", rows: 1 },
    ],
  });
  expect(focalPeriod(result)!.counts.atStart).toBe(1);
});

test("infinite dates and amounts are none", async () => {
  const { result } = await report("a,2024-01-01,infinity,inf\nb,-infinity,,5\nc,2024-01-01,,7");
  expect(focalPeriod(result)).toMatchObject({ counts: { atStart: 2 }, money: { start: 7, unknown: 1 } });
});

test("a role mapped to a wrong type is refused by name", async () => {
  await expect(report("a,2024-01-01,,x", {}, { ...types, m: "varchar", e: "varchar" })).rejects.toThrow(
    AnalysisError,
  );
});

test("a table whose columns are no months", async () => {
  const { verdict } = await report("a,2024-01-01,,1", { mode: "columns" });
  expect(verdict).toMatchObject({ level: "cannot-tell" });
  expect(verdict.sentence).toContain("named after a month");
});
