import { describe, expect, test } from "vitest";
import { mixShift } from "../../../src/analyses/mix-shift";
import { isShared, sharedJson } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { customersOf } from "./two-by-two";

const database = openedDatabase();
const asked = { mode: "status", left: "yes", group: "team", by: "department" };

interface Proportions {
  readonly simpson_berkeley: {
    readonly crude_or: number;
    readonly mh_or: number;
    readonly mh_ci: readonly [number, number];
    readonly mh_chi2_cc: number;
    readonly mh_p_cc: number;
    readonly breslow_day: number;
    readonly breslow_day_df: number;
    readonly breslow_day_p: number;
    readonly tarone: number;
    readonly standardised_rate_male: number;
    readonly standardised_rate_female: number;
    readonly departments: readonly {
      readonly dept: string;
      readonly male_adm: number;
      readonly male_n: number;
      readonly female_adm: number;
      readonly female_n: number;
    }[];
  };
  readonly simpson_kidney: Readonly<
    Record<"A" | "B", Readonly<Record<"small" | "large", readonly [number, number]>>>
  > &
    Readonly<Record<"A_total" | "B_total", number>>;
}

describe.skipIf(!isShared("spec/reference"))("spec/reference/01_proportions_tests.json", () => {
  test("simpson_berkeley: men seem favoured, and within departments are not", async () => {
    const { simpson_berkeley: known } = sharedJson<Proportions>("spec/reference/01_proportions_tests.json");
    const cells = known.departments.flatMap((one) => [
      { group: "men", stratum: one.dept, x: one.male_adm, n: one.male_n },
      { group: "women", stratum: one.dept, x: one.female_adm, n: one.female_n },
    ]);
    const data = await customersOf(database(), "berkeley", cells);
    const { result } = await run(database(), mixShift, data, asked);
    expect(result.group).toEqual({ column: "team", first: "men", second: "women" });
    expect(result.first).toMatchObject({ x: 1198, n: 2691 });
    expect(result.second).toMatchObject({ x: 557, n: 1835 });
    expect(result.crudeOdds).toBeCloseTo(known.crude_or, 10);
    expect(result.commonOdds!.value).toBeCloseTo(known.mh_or, 10);
    expect(result.commonOdds!.interval![0]).toBeCloseTo(known.mh_ci[0], 10);
    expect(result.commonOdds!.interval![1]).toBeCloseTo(known.mh_ci[1], 10);
    expect(result.test!.chiSquare).toBeCloseTo(known.mh_chi2_cc, 9);
    expect(result.test!.p).toBeCloseTo(known.mh_p_cc, 10);
    expect(result.homogeneity!.chiSquare).toBeCloseTo(known.breslow_day, 8);
    expect(result.homogeneity!.p).toBeCloseTo(known.breslow_day_p, 10);
    expect(result.homogeneity!.df).toBe(known.breslow_day_df);
    expect(result.homogeneity!.tarone).toBeCloseTo(known.tarone, 8);
    expect(result.standardised!.first.value).toBeCloseTo(known.standardised_rate_male, 10);
    expect(result.standardised!.second.value).toBeCloseTo(known.standardised_rate_female, 10);
    const { rateEffect, mixEffect } = result.decomposition!;
    expect(rateEffect + mixEffect).toBeCloseTo(result.crude!.value, 14);
    // The other way round, but the interval holds both: p 0.23.
    expect(result.adjusted!.value).toBeLessThan(0);
    expect(result.reversal).toBe("vanished");
  });

  test("simpson_kidney: B seems better, and for small and for large stones A is", async () => {
    const { simpson_kidney: known } = sharedJson<Proportions>("spec/reference/01_proportions_tests.json");
    const cells = (["A", "B"] as const).flatMap((group) =>
      (["small", "large"] as const).map((stratum) => {
        const [x, n] = known[group][stratum];
        return { group, stratum, x, n };
      }),
    );
    const data = await customersOf(database(), "kidney", cells);
    const { result } = await run(database(), mixShift, data, { ...asked, first: "A", second: "B" });
    expect(result.first.rate).toBeCloseTo(known.A_total, 12);
    expect(result.second.rate).toBeCloseTo(known.B_total, 12);
    expect(result.crude!.value).toBeLessThan(0);
    expect(result.strata.map(({ difference }) => difference!.value > 0)).toEqual([true, true]);
    expect(result.adjusted!.value).toBeGreaterThan(0);
  });
});
