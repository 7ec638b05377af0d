import { describe, expect, test } from "vitest";
import { languageOf, loadLanguage } from "../../../src/analyses";
import { leverRegression } from "../../../src/analyses/lever-regression";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();
const types = { id: "varchar", state: "varchar", a: "bigint", b: "bigint", c: "double", plan: "varchar" };

/** Rows "state,a,b,c,plan", so many of each. */
async function asked(
  rows: readonly (readonly [string, number])[],
  given: Readonly<Record<string, unknown>> = {},
) {
  await loadLanguage("ru");
  const lines = rows.flatMap(([row, n]) => Array.from({ length: n }, () => row));
  const csv = ["id,state,a,b,c,plan", ...lines.map((line, i) => `c${i},${line}`)].join("\n");
  const data = dataSet("bad", await tableFrom(database(), "bad", csv, types), {
    customer: "id",
    status: "state",
  });
  const { request, result } = await run(database(), leverRegression, data, {
    mode: "columns",
    left: "gone",
    levers: ["a", "b"],
    resamples: 0,
    ...given,
  });
  const [report, russian] = ["en", "ru"].map((locale) =>
    leverRegression.report(result, request, languageOf(locale)),
  );
  for (const one of [report!, russian!]) expect(JSON.stringify(one)).not.toMatch(/NaN|undefined|Infinity/);
  expect(russian!.verdict.level).toBe(report!.verdict.level);
  return { result, report: report!, kinds: result.levers.map(({ judged }) => judged.kind) };
}

const plain: (readonly [string, number])[] = [
  ["there,0,0,1,x", 60],
  ["gone,0,0,2,y", 40],
  ["there,1,0,3,x", 70],
  ["gone,1,0,1,y", 30],
  ["there,0,1,2,y", 50],
  ["gone,0,1,1,x", 50],
  ["there,1,1,5,y", 75],
  ["gone,1,1,4,x", 25],
];

describe("what cannot be told is said, and why", () => {
  test("one customer; nobody left; everybody left", async () => {
    expect((await asked([["gone,1,0,1,x", 1]])).report.verdict.sentence).toMatch(/all 1 customer left/);
    expect((await asked([["there,1,0,1,x", 40]])).report.verdict).toMatchObject({ level: "cannot-tell" });
    expect((await asked([["gone,1,0,1,x", 40]])).report.verdict.sentence).toMatch(/left/);
  });

  test("no word for having left, or one that nobody has", async () => {
    expect((await asked(plain, { left: "" })).report.verdict.level).toBe("cannot-tell");
    expect((await asked(plain, { left: "away" })).report.verdict.sentence).toMatch(/“away”/);
  });

  test("no behaviour", async () => {
    expect((await asked(plain, { levers: [] })).report.verdict.sentence).toMatch(/behaviours/);
  });

  test("windows that overlap are refused", async () => {
    const { result, report } = await asked(plain, { usageDays: 90, statusDay: 60 });
    expect(report.verdict.level).toBe("refused");
    expect(result.model).toBeNull();
  });

  test("fewer than twenty left: no model is told, and how many are missing", async () => {
    const { report, kinds, result } = await asked([
      ["there,0,0,1,x", 40],
      ["there,1,1,1,x", 40],
      ["gone,0,0,1,x", 9],
    ]);
    expect(result.gate!.colour).toBe("red");
    expect(report.verdict).toMatchObject({ level: "cannot-tell" });
    expect(report.verdict.sentence).toMatch(/only 9 customers left/);
    expect(report.verdict.next).toContain(`${result.gate!.toAmber!.events} more`);
    expect(kinds[0]).toBe("cannot-tell");
    // What may still be behind it is named, and by what.
    const open = report.caveats.find(({ id }) => id === "unchecked")?.text ?? "";
    expect(open).toMatch(/cannot be checked of “a.*another behaviour explains.*turns round.*chance/);
  });

  test("of nobody all behaviours are known", async () => {
    const { report } = await asked([
      ["there,,1,1,x", 30],
      ["gone,1,,1,x", 30],
    ]);
    expect(report.verdict.sentence).toMatch(/of none of 60 customers/);
  });
});

describe("columns that are no levers", () => {
  test("identical, complementary and constant ones are named", async () => {
    const same = plain.map(([row, n]) => {
      const [state, a, , , plan] = row.split(",");
      return [`${state},${a},${a},7,${plan}`, n] as const;
    });
    const { kinds, result, report } = await asked(same, { levers: ["a", "b", "c"] });
    expect(kinds).toEqual(["keep", "repeats", "constant"]);
    expect(result.levers[1]!.judged.other).toEqual({ form: "lever", place: 0 });
    expect(report.verdict.sentence).toMatch(/“b” repeats exactly: a\..*The same for all: “c”/);
    const one = await asked(same, { levers: ["a"] });
    const estimate = (found: typeof one.result) =>
      found.model?.ok ? found.model.levers[0]!.coefficient : null;
    expect(estimate(result)).toBeCloseTo(estimate(one.result)!, 9);
  });

  test("the outcome under another name is taken for that", async () => {
    const told = plain.map(([row, n]) => {
      const [state, a, b, , plan] = row.split(",");
      return [`${state},${a},${b},${state === "gone" ? 0 : 1},${plan}`, n] as const;
    });
    const { kinds, report } = await asked(told, { levers: ["a", "c"] });
    expect(kinds[1]).toBe("leak");
    expect(report.caveats[0]).toMatchObject({ id: "leak", level: "flips" });
    expect(report.verdict.level).not.toBe("certain");
  });

  test("who has it all stayed: Firth's by itself, named, with a finite interval", async () => {
    const rare: (readonly [string, number])[] = plain.map(([row, n]) => {
      const [state, a, b, , plan] = row.split(",");
      return [`${state},${a},${b},0,${plan}`, n] as const;
    });
    const { result, report } = await asked([...rare, ["there,1,1,1,x", 14]], { levers: ["a", "c"] });
    expect(result.model).toMatchObject({ method: "firth", reason: "separated" });
    expect(report.caveats.map(({ id }) => id)).toContain("separated-1");
    if (!result.model?.ok) throw new Error("no model");
    const { interval, effect } = result.model.levers[1]!;
    expect(interval!.every((end) => end !== null && Number.isFinite(end))).toBe(true);
    // Next to certainty the delta method would give next to no error.
    expect(effect!.interval[1] - effect!.interval[0]).toBeGreaterThan(0.05);
  });
});

describe("customers of whom a behaviour is not known", () => {
  const gaps = (n: number): (readonly [string, number])[] => [...plain, ["gone,,1,1,x", n]];

  test("more than a tenth left out: the verdict says it first", async () => {
    const { report } = await asked(gaps(60));
    expect(report.verdict.sentence).toMatch(/^60 of 460 customers are left out .* 60 of those left\./);
    expect(report.verdict.level).not.toBe("certain");
    expect(report.caveats[0]!.id).toBe("incomplete");
    expect(report.caveats[0]!.level).toBe("flips");
  });

  test("fewer: a caveat", async () => {
    const { report } = await asked(gaps(20));
    expect(report.verdict.sentence).not.toMatch(/left out/);
    expect(report.caveats.find(({ id }) => id === "incomplete")!.level).toBe("limits");
  });

  test("marked instead: everybody is in the model", async () => {
    const { result, report } = await asked(gaps(60), { missing: "indicator" });
    expect(result.model).toMatchObject({ ok: true, customers: 460 });
    expect(report.verdict.sentence).not.toMatch(/left out/);
    expect(report.caveats.map(({ id }) => id)).toContain("indicator");
  });
});

test("customers twice in the table with different values are not believed, and told", async () => {
  const csv = ["id,state,a,b,c,plan", "c1,there,1,0,1,x", "c1,gone,1,0,1,x", "c2,there,0,1,1,x"].join("\n");
  const data = dataSet("bad", await tableFrom(database(), "bad", csv, types), {
    customer: "id",
    status: "state",
  });
  const { request, result } = await run(database(), leverRegression, data, {
    mode: "columns",
    left: "gone",
    levers: ["a"],
  });
  expect(result.facts!.excluded.contradictory).toBe(1);
  const { caveats } = leverRegression.report(result, request, languageOf("en"));
  expect(caveats.map(({ id }) => id)).toContain("contradictory");
});
