import { beforeAll, describe, expect, test } from "vitest";
import { languageOf, type DataSet } from "../../../src/analyses";
import { abTest } from "../../../src/analyses/ab-test";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";

const database = openedDatabase();

interface Told {
  readonly n_A: number;
  readonly n_B: number;
  readonly x_A: number;
  readonly x_B: number;
  readonly difference: number;
  readonly p: number;
  readonly ci95_newcombe: [number, number];
  readonly wilson_A: [number, number];
  readonly wilson_B: [number, number];
}
interface Means {
  readonly mean_A: number;
  readonly mean_B: number;
  readonly sd_A: number;
  readonly sd_B: number;
  readonly difference: number;
  readonly p: number;
  readonly ci95: [number, number];
}
interface Truth {
  readonly retention_1: Told;
  readonly retention_7: Told;
  readonly srm: { readonly chi2: number; readonly p: number };
  readonly gamerounds_all: Means;
  readonly bh_two_metrics: { readonly p_bh: [number, number] };
  readonly sample_size: { readonly n: number };
}

const folder = "data/cookie-cats";

describe.skipIf(!isShared(folder))("Cookie Cats equals reference.json of its folder", () => {
  let data: DataSet;
  const truth = isShared(folder) ? sharedJson<Truth>(`${folder}/reference.json`) : null!;
  const both = { primary: "retention_7", others: ["retention_1"] };

  beforeAll(async () => {
    const columns = await tableFrom(database(), "cats", sharedText(`${folder}/cookie_cats.csv`), {
      userid: "bigint",
      version: "varchar",
      sum_gamerounds: "bigint",
      retention_1: "boolean",
      retention_7: "boolean",
    });
    data = dataSet("cats", columns, { customer: "userid", variant: "version" });
  });

  test("shares, difference, interval, p and q of the days 1 and 7; the split", async () => {
    const { result, request } = await run(database(), abTest, data, both);
    expect(result.arms.map(({ name, assigned }) => [name, assigned])).toEqual([
      ["gate_30", truth.retention_7.n_A],
      ["gate_40", truth.retention_7.n_B],
    ]);
    // The file has twelve digits.
    expect(result.split!.chiSquare / truth.srm.chi2).toBeCloseTo(1, 11);
    expect(result.split!.p / truth.srm.p).toBeCloseTo(1, 10);
    expect(result.split!.isBroken).toBe(false);
    for (const [i, name] of ["retention_7", "retention_1"].entries()) {
      const want = truth[name as "retention_1"];
      const metric = result.metrics[i]!;
      expect(metric.arms.map(({ share }) => [share.x, share.n])).toEqual([
        [want.x_A, want.n_A],
        [want.x_B, want.n_B],
      ]);
      const [contrast] = metric.contrasts;
      expect(contrast!.raw!.difference).toBeCloseTo(want.difference, 12);
      contrast!.raw!.interval.forEach((end, at) => expect(end).toBeCloseTo(want.ci95_newcombe[at]!, 12));
      expect(contrast!.raw!.p! / want.p).toBeCloseTo(1, 9);
      const wilson = [want.wilson_A, want.wilson_B];
      metric.arms.forEach(({ share }, arm) =>
        share.interval!.forEach((end, at) => expect(end).toBeCloseTo(wilson[arm]![at]!, 11)),
      );
    }
    // The file's order is day 1, day 7.
    const q = result.metrics.map(({ contrasts }) => contrasts[0]!.q!);
    expect(q[0]! / truth.bh_two_metrics.p_bh[1]).toBeCloseTo(1, 9);
    expect(q[1]! / truth.bh_two_metrics.p_bh[0]).toBeCloseTo(1, 9);
    expect(result.metrics.map(({ contrasts }) => contrasts[0]!.finding)).toEqual(["lowers", "small"]);
    expectVerdictFromTables(abTest, request, result, [2, 4, 5, 40, 30, 7]);
  });

  test("what is told: the day 7 is lowered by 0.82 points, less than the two that matter", async () => {
    const { result, request } = await run(database(), abTest, data, { ...both, planned: 44_700 });
    const { verdict, caveats } = abTest.report(result, request, languageOf("en"));
    expect(verdict.level).toBe("certain");
    expect(verdict.sentence).toBe(
      "“gate_40” lowers “retention_7”: 18.2% against 19% with “gate_30”, lower by 0.82 pp (0.31 to 1.3 pp). That is about 8 of 1,000 customers. The whole interval lies below the 2 pp that would matter.",
    );
    expect(caveats.find(({ id }) => id === "near")?.text).toContain("0.0086");
  });

  test("an alarm at .01 blocks the verdict, whatever the outcomes say", async () => {
    const { result, request } = await run(database(), abTest, data, { ...both, alarm: 0.01 });
    const report = abTest.report(result, request, languageOf("en"));
    expect(report.verdict.level).toBe("refused");
    expect(report.verdict.sentence).toContain("44,700 and 45,489 customers");
    expect(report.verdict.number).toBeUndefined();
    expect(report.findings.map(({ id }) => id)).toEqual(["customers", "split"]);
  });

  test("before the planned size nothing is told; who looks at any time has a wider interval", async () => {
    const early = await run(database(), abTest, data, { ...both, planned: 60_000 });
    const said = abTest.report(early.result, early.request, languageOf("en"));
    expect([early.result.stage, said.verdict.level]).toEqual(["early", "cannot-tell"]);
    expect(said.verdict.sentence).not.toContain("lowers");
    const { result } = await run(database(), abTest, data, { ...both, stop: "always" });
    const [contrast] = result.metrics[0]!.contrasts;
    expect(contrast!.always!.interval[0]).toBeLessThan(contrast!.raw!.interval[0]);
    expect(contrast!.always!.interval[1]).toBeGreaterThan(contrast!.raw!.interval[1]);
    expect(contrast!.judged!.p).toBe(contrast!.always!.p);
  });

  test("rounds played: Welch's difference of means", async () => {
    const { result } = await run(database(), abTest, data, { primary: "sum_gamerounds" });
    const want = truth.gamerounds_all;
    const [metric] = result.metrics;
    expect(metric!.kind).toBe("mean");
    expect(metric!.arms[0]!.mean! / want.mean_A).toBeCloseTo(1, 10);
    expect(metric!.arms[1]!.deviation! / want.sd_B).toBeCloseTo(1, 10);
    const { raw } = metric!.contrasts[0]!;
    // A difference of 1 out of 50 loses two digits of the twelve.
    expect(raw!.difference / want.difference).toBeCloseTo(1, 9);
    raw!.interval.forEach((end, at) => expect(end / want.ci95[at]!).toBeCloseTo(1, 9));
    expect(raw!.p! / want.p).toBeCloseTo(1, 9);
  });

  test("the size of the next test: one point from the gate at level 30", async () => {
    const { n_A, x_A } = truth.retention_7;
    const { result } = await run(database(), abTest, data, {
      mode: "plan",
      baseline: x_A / n_A,
      effect: 0.01,
    });
    expect(result.plan!.sizes[1]!.rise).toBe(Math.ceil(truth.sample_size.n));
  });
});
