import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageOf, readParams, runAnalysis } from "../../src/analyses";
import { exitThemes } from "../../src/analyses/exit-themes";
import { exitParams } from "../../src/analyses/exit-themes/params";
import type { ExitResult } from "../../src/analyses/exit-themes/result";
import { saturation } from "../../src/analyses/exit-themes/saturation";
import { themes } from "../../src/analyses/exit-themes/taxonomy";
import { shareOf } from "../../src/analyses/share";
import { codes, themeWords } from "../../src/analyses/texts/theme-words";
import { exitsOfTheYear } from "../charts/fixtures/exit-themes";
import { openedDatabase } from "./opened-database";
import { dataSet, tableFrom } from "./table-from";
import { expectVerdictFromTables } from "./verdict-numbers";
import { expectCustomersBehind } from "./who-counts";

const database = openedDatabase();
const types = {
  a: "varchar",
  s: "date",
  e: "date",
  m: "double",
  why: "varchar",
  other: "varchar",
  spoke: "date",
  cur: "varchar",
};
const roles = { customer: "a", start: "s", end: "e", mrr: "m", reason: "why" };

async function told(
  rows: string,
  given: object = {},
  more: { roles?: object; as?: Record<string, string> } = {},
) {
  const as = more.as ?? types;
  const columns = await tableFrom(database(), "c", `${Object.keys(as).join(",")}\n${rows}`, as);
  const { values, refused } = readParams(exitParams, { asOf: "2024-06-01", ...given });
  expect(refused).toEqual([]);
  const request = { data: dataSet("c", columns, { ...roles, ...more.roles }), params: values };
  const { result } = await runAnalysis(exitThemes, request, (question) =>
    database().query(question, { isOwn: true }),
  );
  return { request, result, report: exitThemes.report(result, request, languageOf("en")) };
}

const counts = ({ themes: found }: ExitResult) =>
  Object.fromEntries(found.map(({ theme, share }) => [theme, share.x]));

const year = [
  "a,2023-01-01,2024-01-10,10,price;Competitor,,2024-01-01,",
  "b,2023-01-01,2024-01-20,20,Too expensive,,,",
  "c,2023-01-01,2024-02-10,5,Дорого; не внедрили,,2023-06-01,",
  "d,2023-01-01,2024-02-20,7,,,2024-02-19,",
  "e,2023-01-01,2024-03-10,8,  ,,2023-01-05,",
  "f,2023-01-01,2024-03-11,9,Moved abroad;moved abroad; ,,,",
  "g,2023-01-01,,99,price,,,",
  "h,2023-01-01,2024-05-20,99,price,,,",
].join("\n");

test("themes of those who said why, of lost logos only, with what the silent leave open", async () => {
  const { result, request, report } = await told(year, { contact: "spoke" });
  // g is there, h is within its days of grace.
  expect(result.coverage).toMatchObject({ x: 4, n: 6 });
  expect(counts(result)).toEqual({ price: 3, competitor: 1, adoption: 1, "moved abroad": 1 });
  const [price] = result.themes;
  expect(price).toMatchObject({ share: { x: 3, n: 4 }, least: 0.5, most: 5 / 6, mrr: 35 });
  // d was spoken with the day before it left.
  expect(result.silent).toMatchObject({ x: 1, n: 6 });
  expect(result.money).toEqual({ lost: 59, interviewed: 44, unknown: 0 });
  expect(result.pairs.map(({ first, second, logos }) => [first, second, logos])).toEqual([
    ["adoption", "price", 1],
    ["competitor", "price", 1],
  ]);
  expect(report.verdict.sentence).toContain("Interviewed is not all lost");
  expect(report.verdict.sentence).toContain("between 50% and 83.3%");
  const keys = await expectCustomersBehind(database(), exitThemes, request, result);
  expect(keys).toEqual(
    expect.arrayContaining(["theme price", "theme moved abroad", "silent", "unheard", "lost"]),
  );
  expect(exitThemes.customers!(request, result, "theme roadmap")).toBeNull();
});

test("own values are shown as they were written, known ones in the reader's language", async () => {
  const { result, request } = await told(year);
  const cells = (locale: string) =>
    exitThemes.report(result, request, languageOf(locale)).tables[0]!.rows.map(({ theme }) => theme!.text);
  expect(cells("en")).toEqual(["Price", "Adoption or onboarding", "Competitor", "Moved abroad"]);
  expect(cells("ru")).toEqual(["Цена", "Внедрение, онбординг", "Конкурент", "Moved abroad"]);
});

test("each code means one theme, is in lower case, and each theme has codes", () => {
  const all = Object.values(themeWords).flat();
  expect(new Set(all).size).toBe(all.length);
  expect(codes.size).toBe(all.length);
  for (const code of all) expect(code).toBe(code.trim().toLowerCase());
  for (const theme of themes) expect(themeWords[theme].length).toBeGreaterThan(2);
});

test("who came back is not lost, and an earlier loss has its own reasons", async () => {
  const rows =
    "a,2022-01-01,2022-12-31,1,price,,,\na,2023-06-01,2024-01-01,3,support,,,\nb,2022-01-01,2022-12-31,1,price,,,\nb,2024-01-01,,1,,,,";
  const { result } = await told(rows);
  expect(counts(result)).toEqual({ support: 1 });
  expect(result.coverage).toMatchObject({ x: 1, n: 1 });
  expect(result.money!.lost).toBe(3);
});

test("a list in which everybody has left, since a day, with another separator or none", async () => {
  const csv = "n1,2024-01-01,price|support\nn2,2024-03-01,price\nn3,2024-03-05,\nn1,2024-01-01,price";
  const as = { a: "varchar", e: "date", why: "varchar" };
  const more = { as, roles: { start: undefined, mrr: undefined } };
  const { result } = await told(csv, { mode: "rows", separator: "|" }, more);
  expect(counts(result)).toEqual({ price: 2, support: 1 });
  expect(result.coverage).toMatchObject({ x: 2, n: 3 });
  const later = await told(csv, { mode: "rows", separator: "|", since: "2024-02-01" }, more);
  expect(later.result.coverage).toMatchObject({ x: 1, n: 2 });
  expect(counts((await told(csv, { mode: "rows", separator: "" }, more)).result)).toEqual({
    price: 2,
    "price|support": 1,
  });
});

test("two coders: how often they agree on each theme, beyond chance", async () => {
  const pairs = [
    ["price", "price"],
    ["price", "price"],
    ["price", "support"],
    ["support", "support"],
    ["support", "price"],
    ["support", "support"],
    ["price", "price"],
    ["support", ""],
  ];
  const rows = pairs
    .map(([one, two], i) => `x${String(i)},2023-01-01,2024-01-01,1,${one!},${two!},,`)
    .join("\n");
  const { result, report } = await told(rows, { secondCoder: "other" });
  expect(result.agreement!.coded).toBe(7);
  const price = result.agreement!.themes.find(({ theme }) => theme === "price")!;
  expect(price).toMatchObject({ both: 3, firstOnly: 1, secondOnly: 1 });
  // Agreed 5 of 7; by chance (4·4 + 3·3) / 49: Cohen's kappa = (5/7 − 25/49) / (1 − 25/49).
  expect(price.kappa).toBeCloseTo(10 / 24, 12);
  expect(report.caveats.map(({ id }) => id)).toContain("kappa");
});

describe("the curve of saturation", () => {
  test("is the mean over all orders of the interviews", () => {
    const interviews = [["a"], ["a", "b"], ["c"], ["a", "c"]];
    const orders = permutations(interviews);
    const mean = (k: number) =>
      orders.reduce((sum, order) => sum + new Set(order.slice(0, k).flat()).size, 0) / orders.length;
    const curve = saturation(4, [
      { x: 3, themes: 1 },
      { x: 1, themes: 1 },
      { x: 2, themes: 1 },
    ]);
    expect(curve.map(({ interviews: k }) => k)).toEqual([1, 2, 3, 4]);
    for (const { interviews: k, themes: found } of curve) expect(found).toBeCloseTo(mean(k), 12);
  });

  test("rises to the number of themes, ever more slowly, with few points", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 12 }),
        (n, raw) => {
          const frequencies = raw.map(([x, count]) => ({ x: 1 + (x % n), themes: count }));
          const curve = saturation(n, frequencies);
          expect(curve.length).toBeLessThanOrEqual(61);
          expect(curve.at(-1)!.interviews).toBe(n);
          expect(curve.at(-1)!.themes).toBeCloseTo(
            frequencies.reduce((sum, { themes: one }) => sum + one, 0),
            9,
          );
          curve
            .slice(1)
            .forEach((point, i) => expect(point.themes).toBeGreaterThanOrEqual(curve[i]!.themes - 1e-9));
        },
      ),
    );
  });
});

describe("bad input", () => {
  test("no rows, nobody lost, nobody asked", async () => {
    expect((await told("")).report.verdict.level).toBe("cannot-tell");
    const stayed = await told("a,2024-01-01,,1,price,,,");
    expect(stayed.report.verdict).toMatchObject({ level: "cannot-tell" });
    expect(stayed.report.verdict.sentence).toContain("no logo has left");
    const silent = await told("a,2023-01-01,2024-01-01,1,,,,\nb,2023-01-01,2024-01-01,1,,,,");
    expect(silent.report.verdict.sentence).toContain("none has a reason");
    expect(silent.report.figures).toEqual([]);
    expect(JSON.stringify(silent.report)).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("one logo, and everybody heard", async () => {
    const { report, result } = await told("a,2023-01-01,2024-01-01,1,price,,,");
    expect(result.coverage.rate).toBe(1);
    expect(report.verdict).toMatchObject({ level: "likely" });
    expect(report.verdict.sentence).toContain("Everybody that left was heard");
    expect(report.verdict.sentence).toContain("interviewed is not all lost");
  });

  test("free text is called free text", async () => {
    const rows = Array.from(
      { length: 20 },
      (_, i) => `x${String(i)},2023-01-01,2024-01-01,1,we left because of ${String(i)},,,`,
    );
    const { report } = await told(rows.join("\n"));
    expect(report.caveats[0]).toMatchObject({ id: "free-text", level: "flips" });
    expect(report.verdict.level).toBe("likely");
    expect(report.verdict.sentence).toContain("equally");
  });

  test("several currencies are not added up; infinite amounts and dates are none", async () => {
    const rows =
      "a,2023-01-01,2024-01-01,1,price,,,EUR\nb,2023-01-01,2024-01-01,inf,price,,,USD\nc,2023-01-01,infinity,1,price,,,EUR";
    const { result, report } = await told(rows, {}, { roles: { currency: "cur" } });
    expect(result.money).toBeNull();
    expect(result.coverage.n).toBe(2);
    expect(report.caveats.map(({ id }) => id)).toContain("currencies");
    expect((await told(rows)).result.money).toMatchObject({ lost: 1, unknown: 1 });
  });

  test("a blank row is in no currency", async () => {
    const rows = "a,2023-01-01,2024-01-01,1,price,,,EUR\n,2023-01-01,2024-01-01,9,price,,,";
    const { result } = await told(rows, {}, { roles: { currency: "cur" } });
    expect(result.money).toMatchObject({ lost: 1 });
  });

  test("a reason with quotes and brackets is a value like any other", async () => {
    const { request, result } = await told(`a,2023-01-01,2024-01-01,1,it's [not] 'fine',,,`);
    expect(counts(result)).toEqual({ "it's [not] 'fine'": 1 });
    await expectCustomersBehind(database(), exitThemes, request, result);
  });
});

test("the order of rows plays no part, doubled logos double, a shift of all days changes nothing", async () => {
  const { result } = await told(year, { contact: "spoke" });
  expect((await told(year.split("\n").reverse().join("\n"), { contact: "spoke" })).result).toEqual(result);
  const doubled = (await told(`${year}\n${year.replaceAll(/^/gm, "x")}`, { contact: "spoke" })).result;
  expect(doubled.themes.map(({ share }) => [share.x, share.rate])).toEqual(
    result.themes.map(({ share }) => [share.x * 2, share.rate]),
  );
  const shifted = year.replace(/\d{4}-\d{2}-\d{2}/g, (day) =>
    new Date(Date.parse(day) + 364 * 86_400_000).toISOString().slice(0, 10),
  );
  const later = (await told(shifted, { contact: "spoke", asOf: "2025-05-31" })).result;
  expect([later.themes, later.silent]).toEqual([result.themes, result.silent]);
});

const results = fc
  .tuple(
    fc.integer({ min: 1, max: 900 }),
    fc.nat(900),
    fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
    fc.nat(),
  )
  .map(([interviewed, silent, raw, unspoken]): ExitResult => {
    const lost = interviewed + silent;
    const logos = raw.map((one) => 1 + (one % interviewed)).sort((a, b) => b - a);
    return {
      ...exitsOfTheYear,
      coverage: shareOf(interviewed, lost),
      silent: shareOf(silent === 0 ? 0 : unspoken % (silent + 1), lost),
      themes: logos.map((x, i) => ({
        theme: `own ${"abcdefgh"[i]!}`,
        said: `Own ${"abcdefgh"[i]!}`,
        share: shareOf(x, interviewed),
        least: x / lost,
        most: (x + silent) / lost,
        mrr: x,
      })),
    };
  });

test("property: the verdict's numbers are the table's, in both languages", () => {
  const { values } = readParams(exitParams, { contact: "spoke" });
  fc.assert(
    fc.property(results, (result) => {
      const request = { data: dataSet("c", [], roles), params: values };
      expectVerdictFromTables(exitThemes, request, result, [values.contactDays]);
      expect(exitThemes.report(result, request, languageOf("ru")).verdict.sentence).toMatch(
        /опрошенные — это не все ушедшие/i,
      );
    }),
    { numRuns: 150 },
  );
});

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length === 0) return [[]];
  return all.flatMap((one, i) =>
    permutations([...all.slice(0, i), ...all.slice(i + 1)]).map((rest) => [one, ...rest]),
  );
}
