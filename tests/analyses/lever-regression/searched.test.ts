import { expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { leverRegression } from "../../../src/analyses/lever-regression";
import { searchedP, searchedWidth } from "../../../src/analyses/stats/searched-cut";
import { name, sql } from "../../../src/engine";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { madeCustomers } from "../segments/made";
import { fitted } from "./made";

const database = openedDatabase();
const columns = { mode: "columns", left: "gone", resamples: 0 };

test("a threshold that was looked for pays for it, one written down beforehand does not", async () => {
  const { people } = await madeCustomers(database(), "searched");
  const asked = { ...columns, levers: ["reports >= 5", "seats >= 40", "leaves"], controls: ["plan"] };
  const ask = async (lines: object) => run(database(), leverRegression, people, { ...asked, ...lines });
  const [searched, given] = [await ask({}), await ask({ lines: "beforehand" })];
  type Told = typeof searched;
  const caveatsOf = ({ result, request }: Told) =>
    leverRegression.report(result, request, languageOf("en")).caveats;
  const [after, before] = [fitted(searched.result), fitted(given.result)];
  const counts = await database().query(
    sql`select count(distinct reports) as reports, count(distinct seats) as seats from ${name(people.table)}`,
  );
  const lines = ["reports", "seats"].map((column) => Math.min(14, Number(counts.value(0, column)) - 1));
  expect(Math.min(...lines)).toBeGreaterThan(1);
  lines.forEach((tried, i) => {
    const [own, plain] = [after.levers[i]!, before.levers[i]!];
    expect(own).toMatchObject({ coefficient: plain.coefficient, plain: plain.p });
    expect(own.p).toBe(searchedP(plain.p!, tried));
    const width = searchedWidth(plain.p!, tried);
    expect(width).toBeGreaterThan(1);
    const half = ({ interval }: typeof own) => own.coefficient! - interval![0]!;
    expect(half(own) / half(plain)).toBeCloseTo(width, 10);
    const part = ({ effect }: typeof own) => effect!.interval[1] - effect!.points;
    expect(part(own) / part(plain)).toBeCloseTo(width, 10);
  });
  // What has no threshold has none that could have been searched; only its q is of another family.
  expect({ ...after.levers[2]!, q: 0, crude: null }).toEqual({ ...before.levers[2]!, q: 0, crude: null });
  expect(caveatsOf(searched).find(({ id }) => id === "searched")?.text).toMatch(/reports.*seats/);
  expect(caveatsOf(given).map(({ id }) => id)).not.toContain("searched");
  expect(before.levers.map(({ plain }) => plain)).toEqual([null, null, null]);
});

test("time until leaving and what is filled in pay too", async () => {
  const { events } = await madeCustomers(database(), "searched_days");
  const asked = { observeDays: 20, outcomeDays: 30, levers: ["*days >= 6"], beside: "cox", resamples: 0 };
  const hazard = async (lines: object) => {
    const { result } = await run(database(), leverRegression, events, { ...asked, ...lines });
    return result.cox!.levers[0]!;
  };
  const [after, before] = [await hazard({}), await hazard({ lines: "beforehand" })];
  expect(after.ratio).toBe(before.ratio);
  expect(after.p).toBeGreaterThan(before.p);
  expect(after.interval[0]).toBeLessThan(before.interval[0]);
  expect(after.interval[1]).toBeGreaterThan(before.interval[1]);
});
