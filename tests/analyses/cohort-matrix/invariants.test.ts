import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageOf, readParams } from "../../../src/analyses";
import { cohortMatrix } from "../../../src/analyses/cohort-matrix";
import { cohortResultOf, type Row } from "../../charts/fixtures/cohort-matrix";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();
const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);

async function matrixOf(rows: readonly (readonly [string, number])[], shift: number, given: object) {
  const csv = ["customer,date", ...rows.map(([who, when]) => `${who},${day(when + shift)}`)].join("\n");
  const columns = await tableFrom(database(), "random", csv, { customer: "varchar", date: "date" });
  const data = dataSet("random", columns, { customer: "customer", time: "date" });
  const { result } = await run(database(), cohortMatrix, data, { ...given, asOf: day(95 + shift) });
  return result;
}

describe("what must hold whatever the data are", () => {
  const events = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 12 }).map((n) => `c${n}`),
      fc.integer({ min: 0, max: 90 }),
    ),
    { minLength: 1, maxLength: 60 },
  );
  const ways = fc.constantFrom<object>(
    {},
    { counting: "after" },
    { window: "rolling" },
    { counting: "brackets" },
  );

  test("the order of rows, whole weeks later, everybody twice, newcomers beside", async () => {
    await fc.assert(
      fc.asyncProperty(events, ways, fc.integer({ min: 1, max: 60 }), async (rows, given, weeks) => {
        const plain = await matrixOf(rows, 0, given);
        expect(await matrixOf([...rows].reverse(), 0, given)).toEqual(plain);
        const later = await matrixOf(rows, 7 * weeks, given);
        expect(later.cohorts.map(({ cells }) => cells)).toEqual(plain.cohorts.map(({ cells }) => cells));
        const twice = await matrixOf(
          [...rows, ...rows.map(([who, when]) => [`${who}x`, when] as const)],
          0,
          given,
        );
        expect(
          twice.cohorts.map(({ cells }) => cells.map(({ x, n, state }) => [x / 2, n / 2, state])),
        ).toEqual(plain.cohorts.map(({ cells }) => cells.map(({ x, n, state }) => [x, n, state])));
        const beside = await matrixOf([...rows, ["new", 93]], 0, given);
        const older = plain.cohorts.filter(({ id }) => id < "2024-04-01");
        expect(beside.cohorts.filter(({ id }) => id < "2024-04-01")).toEqual(older);
        for (const { pooled, k } of plain.steps)
          if (pooled.n > 0 && k > 0)
            expect(beside.steps.find((step) => step.k === k)!.pooled).toEqual(pooled);
      }),
      { numRuns: 5, seed: 11 },
    );
  }, 120_000);

  test("on or after never rises along a cohort; on is never above it; rolling 24 hours of dates are days", async () => {
    await fc.assert(
      fc.asyncProperty(events, async (rows) => {
        const on = await matrixOf(rows, 0, {});
        const after = await matrixOf(rows, 0, { counting: "after" });
        after.cohorts.forEach(({ cells }, i) => {
          const known = cells.filter(({ state }) => state !== "not observed");
          known.forEach(({ x }, k) => {
            expect(x).toBeLessThanOrEqual(k === 0 ? x : known[k - 1]!.x);
            expect(on.cohorts[i]!.cells[k]!.x).toBeLessThanOrEqual(x);
          });
        });
        const days = await matrixOf(rows, 0, { grain: "day" });
        expect((await matrixOf(rows, 0, { grain: "day", window: "rolling" })).cohorts).toEqual(days.cohorts);
      }),
      { numRuns: 5, seed: 5 },
    );
  }, 120_000);
});

test("whatever the result: the numbers of the verdict are those of the table", () => {
  const row = fc.record({
    size: fc.integer({ min: 1, max: 400 }),
    came: fc.array(fc.nat(400), { minLength: 1, maxLength: 8 }),
    open: fc.nat(2),
  });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.constantFrom("retention", "attrition"),
      fc.constantFrom("pooled", "simple", "mixpanel"),
      (given, show, average) => {
        const rows = given.map(({ size, came, open }, i): Row => ({
          id: day(7 * i),
          size,
          came,
          over: Math.max(0, came.length - open),
        }));
        const params = { show, average };
        const result = cohortResultOf(rows, params);
        for (const locale of ["en", "ru"]) {
          const data = dataSet("log", [], { customer: "c", time: "t" });
          const request = { data, params: readParams(cohortMatrix.params, params).values };
          const language = languageOf(locale);
          const { verdict, tables } = cohortMatrix.report(result, request, language);
          if (result.at === null) {
            expect(verdict.level).toBe("cannot-tell");
            expect(verdict.number).toBeUndefined();
            continue;
          }
          const step = tables.find(({ id }) => id === "averages")!.rows[result.at]!;
          const { format, texts } = language;
          const share = step.share!.value as number;
          expect(verdict.number!.value).toBe(format.percent(share));
          const [x, n] = [show === "attrition" ? step.not! : step.returned!, step.n!];
          expect(verdict.number!.base).toBe(texts.base.ofBase(x.value as number, n.value as number));
          expect(verdict.sentence).toContain(x.text);
          expect(verdict.sentence).toContain(n.text);
          expect(verdict.sentence).toContain(format.percent(share));
          if (average !== "pooled")
            expect(verdict.sentence).toContain(format.percent(step[average]!.value as number));
          const open = Number(step.open!.value);
          if (open > 0) expect(verdict.sentence).toContain(step.open!.text);
          expect(JSON.stringify([verdict, tables])).not.toMatch(/NaN|undefined|Infinity/);
        }
      },
    ),
    { numRuns: 150, seed: 3 },
  );
});
