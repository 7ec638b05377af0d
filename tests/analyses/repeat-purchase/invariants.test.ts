import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageOf, type Locale } from "../../../src/analyses";
import { repeatPurchase } from "../../../src/analyses/repeat-purchase";
import type { RepeatPurchaseResult } from "../../../src/analyses/repeat-purchase/result";
import { repeatRequest, resultOfBuyers } from "../../charts/fixtures/repeat-purchase";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();

// Five analyses for each list of purchases.
const patience = 120_000;

describe("what must hold whatever the purchases are", () => {
  const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
  const purchases = fc.array(fc.tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 120 })), {
    minLength: 1,
    maxLength: 60,
  });
  const counts = async (
    rows: readonly (readonly [number | string, number])[],
    asOf: number,
    purchase: string,
  ) => {
    const csv = ["customer,date", ...rows.map(([who, when]) => `c${who},${day(when)}`)].join("\n");
    const columns = await tableFrom(database(), "random", csv, { customer: "varchar", date: "date" });
    const { result } = await run(
      database(),
      repeatPurchase,
      dataSet("random", columns, { customer: "customer", time: "date" }),
      {
        asOf: day(asOf),
        window: 30,
        recent: 60,
        purchase,
      },
    );
    return result;
  };
  const numbers = ({ readings, windows, days, firstDays }: RepeatPurchaseResult, by = 1) => ({
    readings: Object.values(readings).map(({ x, n }) => [x / by, n / by]),
    windows: windows.map(({ days: window, again }) => [window, again.x / by, again.n / by]),
    days: days.map((one) => [one.days, one.atRisk / by, one.boughtAgain / by, one.notYet / by]),
    first: [firstDays.share.x / by, firstDays.share.n / by],
  });

  test.each(["days", "orders"])(
    "%s: the order of rows, days later, everybody twice, and newcomers",
    async (purchase) => {
      await fc.assert(
        fc.asyncProperty(purchases, fc.integer({ min: 1, max: 400 }), async (rows, later) => {
          const plain = await counts(rows, 125, purchase);
          expect(await counts([...rows].reverse(), 125, purchase)).toEqual(plain);
          const shifted = rows.map(([who, when]) => [who, when + later] as const);
          expect(numbers(await counts(shifted, 125 + later, purchase))).toEqual(numbers(plain));
          const doubled = await counts(
            [...rows, ...rows.map(([who, when]) => [`${who}x`, when] as const)],
            125,
            purchase,
          );
          expect(numbers(doubled, 2)).toEqual(numbers(plain));
          expect(doubled.days.map(({ share }) => share.toFixed(12))).toEqual(
            plain.days.map(({ share }) => share.toFixed(12)),
          );
          // Who came too late to be followed leaves the share alone.
          const newcomers = Array.from({ length: 7 }, (_, i) => [`new${i}`, 110 + i] as const);
          const grown = await counts([...rows, ...newcomers], 125, purchase);
          expect(grown.readings.cohort).toEqual(plain.readings.cohort);
          // In the same list by hand.
          const byHand = new Map<number, number[]>();
          for (const [who, when] of rows)
            byHand.set(
              who,
              [...(byHand.get(who) ?? []), when].sort((a, b) => a - b),
            );
          const all = [...byHand.values()].map((days) => (purchase === "days" ? [...new Set(days)] : days));
          const long = all.filter(([first]) => first! + 30 < 125);
          expect(plain.readings.cohort).toMatchObject({
            n: long.length,
            x: long.filter(([first, second]) => second !== undefined && second - first! <= 30).length,
          });
          expect(plain.readings.stock).toMatchObject({
            n: all.filter((days) => days.some((one) => one >= 65)).length,
            x: all.filter((days) => days.filter((one) => one >= 65).length > 1).length,
          });
        }),
        { numRuns: 5, seed: 11 },
      );
    },
    patience,
  );
});

describe("the verdict says what the tables say", () => {
  const buyers = fc.array(
    fc.record({
      first: fc.integer({ min: 0, max: 380 }),
      days: fc.option(fc.integer({ min: 1, max: 200 }), { freq: 2 }),
      recent: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 250 },
  );

  test.each(["en", "ru"] as Locale[])(
    "in %s each of its numbers is the text of a cell or was put in",
    (locale) => {
      const language = languageOf(locale);
      fc.assert(
        fc.property(
          buyers,
          fc.integer({ min: 7, max: 120 }),
          fc.double({ min: 0.01, max: 0.9, noNaN: true }),
          (drawn, window, threshold) => {
            const known = 400;
            const possible = drawn.map((one) => ({
              ...one,
              days: one.days !== null && one.first + one.days < known ? one.days : null,
            }));
            const given = { window, threshold };
            const result = resultOfBuyers(possible, known, given);
            const report = repeatPurchase.report(result, repeatRequest(given), language);
            expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|Infinity/);
            const cells = report.tables.flatMap(({ rows }) =>
              rows.flatMap((row) => Object.values(row).map(({ text }) => text)),
            );
            const shown = new Set([
              ...cells.flatMap(digitsOf),
              ...digitsOf(report.caveats.map(({ text }) => text).join(" ")),
            ]);
            const sentence = report.verdict.sentence
              .replace(/(That is|Это) [^.]*\./, "")
              .replace(/\d{1,2} [^\s\d]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}/, "")
              .replace(
                /(last|последние) \d( complete| завершённых)[^(]*(?=\()|(the \d before|\d месяца перед ними)/g,
                "",
              )
              .replace(/(In the last|За последние) \d[^,(]*/, "");
            for (const number of digitsOf(sentence))
              expect([...shown], `${number} in ${sentence}`).toContain(number);
            const { number } = report.verdict;
            if (number) {
              expect(cells).toContain(number.value);
              expect(cells).toContain(number.interval);
            }
          },
        ),
        { numRuns: 60, seed: 5 },
      );
    },
  );
});

function digitsOf(text: string): string[] {
  return text.replace(/(?<=\d)[\u00a0\u202f](?=\d{3})/g, "").match(/\d+(?:[.,]\d+)*/g) ?? [];
}
