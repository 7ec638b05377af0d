import { describe, expect, test } from "vitest";
import { languageOf, type Locale } from "../../../src/analyses";
import { renewalProjection } from "../../../src/analyses/renewal-projection";
import { random } from "../../../src/analyses/stats/random";
import { run } from "../ask";
import { expectEachCounted } from "../customers-behind";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();
const types = { customer: "varchar", starts: "date", ends: "date" };

async function contractsOf(lines: readonly string[], given: Readonly<Record<string, unknown>> = {}) {
  const columns = await tableFrom(database(), "deals", ["customer,starts,ends", ...lines].join("\n"), types);
  const roles = { customer: "customer", start: "starts", end: "ends" };
  // The last paid day ends a contract.
  return run(
    database(),
    renewalProjection,
    { ...dataSet("deals", columns, roles), endIsLastPaidDay: true },
    given,
  );
}

describe("by hand", () => {
  const years = (customer: string, from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => `${customer},${from + i}-03-01,${from + i + 1}-02-28`);

  test("who renews late is still there, who leaves in mid-term is lost at its end, who comes back is lost", async () => {
    const { result } = await contractsOf(
      [
        ...years("stays", 2019, 2024),
        // Twenty days late.
        "late,2019-03-01,2020-02-29",
        "late,2020-03-20,2021-03-19",
        // Cancels in the second year.
        "cancels,2019-03-01,2020-02-29",
        "cancels,2020-03-01,2020-07-15",
        // Away for a year.
        "returns,2019-03-01,2020-02-29",
        "returns,2021-03-01,2024-02-29",
        // One row for all the time, and one without an end.
        "long,2020-03-01,2023-02-28",
        "open,2021-03-01,",
        // Too new for a renewal.
        "new,2023-06-01,2024-05-31",
      ],
      { asOf: "2024-01-01" },
    );
    expect(result.customers).toBe(7);
    expect(result.followed).toBe(6);
    // stays 4 of 4; late 1 of 4 (the second contract ends late too); cancels 1; returns 0; long 2 of 3; open 2 of 2.
    expect(result.renewals.map(({ share }) => [share.n, share.x])).toEqual([
      [6, 5],
      [5, 3],
      [2, 1],
      [1, 1],
    ]);
  });

  test("a renewal counts once the days in which it may come late are over", async () => {
    const lines = ["a,2022-01-01,2022-12-31", "b,2022-01-01,2022-12-31", "b,2023-01-20,2024-01-19"];
    const early = await contractsOf(lines, { asOf: "2023-01-25" });
    expect(early.result.renewals).toEqual([]);
    const later = await contractsOf(lines, { asOf: "2023-02-01" });
    expect(later.result.renewals.map(({ share }) => [share.n, share.x])).toEqual([[2, 1]]);
  });

  test("contracts of other lengths than the term are told", async () => {
    const lines = ["a", "b", "c"].flatMap((one) => years(one, 2019, 2023));
    expect((await contractsOf(lines, { asOf: "2023-06-01" })).result.offTerm).toMatchObject({ x: 0, n: 12 });
    const months = await contractsOf(lines, { asOf: "2023-06-01", term: 7 });
    expect(months.result.offTerm).toMatchObject({ x: 12, n: 12 });
  });
});

/** Customers with a chance to leave of their own; the last paid day is told as the first day of the next contract. */
const made = (() => {
  const { uniform } = random("renewals");
  const lines: string[] = [];
  for (let one = 0; one < 500; one++) {
    const leaves = uniform() ** 2;
    const first = 2015 + Math.floor(uniform() * 6);
    const month = String(1 + Math.floor(uniform() * 12)).padStart(2, "0");
    for (let year = first; year < 2024; year++) {
      lines.push(`c${one},${year}-${month}-01,${year + 1}-${month}-01`);
      if (uniform() < leaves) break;
    }
  }
  return lines;
})();

async function madeProjection(
  given: Readonly<Record<string, unknown>> = {},
  lines: readonly string[] = made,
) {
  return contractsOf(lines, { asOf: "2024-01-01", ...given });
}

test("the customers behind each number are as many as the number says", async () => {
  const found = await madeProjection();
  expect(found.result.fit.ok).toBe(true);
  const report = renewalProjection.report(found.result, found.request, languageOf("en"));
  const keys = await expectEachCounted(database(), renewalProjection, found, report);
  expect(keys.length).toBeGreaterThan(20);
  for (const key of ["renewal 99 came", "cohort 1900-01-01", "cohort x", "' or true"])
    expect(renewalProjection.customers!(found.request, found.result, key)).toBeNull();
});

test("chances to leave that are spread as the square of a uniform number are told again", async () => {
  const { result } = await madeProjection();
  // E(1 − u²) at the first renewal.
  const [low, high] = result.renewals[0]!.share.interval!;
  expect(low < 2 / 3 && 2 / 3 < high).toBe(true);
  // u² is beta(½, 1): of those who came to the second renewal E((1 − θ)²)/E(1 − θ) pass it.
  if (!result.fit.ok) throw new Error("no fit");
  const { alpha, beta, standardErrors } = result.fit;
  expect(Math.abs(alpha - 0.5)).toBeLessThan(3 * standardErrors.alpha);
  expect(Math.abs(beta - 1)).toBeLessThan(3 * standardErrors.beta);
});

test("neither the order of rows nor twice the customers change the rates", async () => {
  const { result } = await madeProjection();
  expect((await madeProjection({}, [...made].reverse())).result).toEqual(result);
  const twice = (await madeProjection({}, [...made, ...made.map((line) => `d${line}`)])).result;
  expect(twice.renewals.map(({ survival }) => survival)).toEqual(
    result.renewals.map(({ survival }) => survival),
  );
  expect(twice.customers).toBe(2 * result.customers);
  const newcomers = Array.from({ length: 50 }, (_, i) => `n${i},2023-10-01,2024-09-30`);
  const grown = (await madeProjection({}, [...made, ...newcomers])).result;
  expect([grown.renewals, grown.fit]).toEqual([result.renewals, result.fit]);
});

describe("what a table of survivors may hold", () => {
  const sheet = { cohort: "varchar", t: "integer", left: "double" };
  const given = { mode: "columns", survivors: "left", renewal: "t", cohort: "cohort" };

  async function told(lines: readonly string[], more: Readonly<Record<string, unknown>> = {}) {
    const columns = await tableFrom(database(), "sheet", ["cohort,t,left", ...lines].join("\n"), sheet);
    const asked = await run(database(), renewalProjection, dataSet("sheet", columns, {}), {
      ...given,
      ...more,
    });
    for (const locale of ["en", "ru"] as Locale[])
      expect(
        JSON.stringify(renewalProjection.report(asked.result, asked.request, languageOf(locale))),
      ).not.toMatch(/NaN|undefined|Infinity/);
    return { ...asked, report: renewalProjection.report(asked.result, asked.request, languageOf("en")) };
  }

  test("a cohort that contradicts itself is named and left out", async () => {
    const good = ["a,0,500", "a,1,300", "a,2,220", "a,3,180"];
    const { result, report } = await told([
      ...good,
      "b,0,500",
      "b,1,600",
      "c,0,500",
      "c,2,300",
      "d,0,500",
      "d,0,400",
      "e,0,0",
      "f,0,10",
      "f,1,-1",
    ]);
    expect(result.faults).toEqual([
      { cohort: "b", why: "rises" },
      { cohort: "c", why: "gap" },
      { cohort: "d", why: "repeated-renewal" },
      { cohort: "e", why: "no-start" },
      { cohort: "f", why: "negative" },
    ]);
    expect(report.verdict.level).toBe("cannot-tell");
    expect(result.fit).toEqual((await told(good)).result.fit);
  });

  test.each([
    ["nothing", [], "no-base"],
    ["one number", ["a,0,100"], "no-base"],
    ["one renewal", ["a,0,100", "a,1,60"], "one-renewal"],
    ["nobody left", ["a,0,200", "a,1,200", "a,2,200"], "nobody-lost"],
    ["all at once", ["a,0,200", "a,1,120", "a,2,120"], "all-at-once"],
    ["none remain", ["a,0,200", "a,1,0", "a,2,0"], "nobody-left"],
    ["all alike", ["a,0,200", "a,1,100", "a,2,50", "a,3,25"], "alike"],
  ])("%s", async (_, lines, why) => {
    const { result, report } = await told(lines);
    expect(result.fit).toMatchObject({ ok: false });
    if (why !== "no-base" || lines.length === 0) expect(result.fit).toMatchObject({ why });
    expect(report.figures).toEqual([]);
    expect(report.verdict.sentence).toMatch(/cannot be told|constant share of 50%/);
  });

  test("shares without the number of customers are asked about", async () => {
    const { report } = await told(["a,0,100", "a,1,63.1", "a,2,46.8", "a,3,38.2"]);
    expect(report.caveats.map(({ id, level }) => [id, level])).toContainEqual(["shares", "flips"]);
    expect(report.verdict.level).toBe("cannot-tell");
    const known = await told(["a,0,100", "a,1,63.1", "a,2,46.8", "a,3,38.2"], { atStart: 1000 });
    expect(known.report.verdict.level).toBe("likely");
  });
});
