import { describe, expect, test } from "vitest";
import { timeToChurn } from "../../../src/analyses/time-to-churn";
import type { Curve } from "../../../src/analyses/time-to-churn/result";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();

/** 6-MP against placebo: Freireich et al. (1963), Blood 21, 699–716; as Gehan (1965) prints it. A plus is still in remission. */
const remission = {
  "6-MP": "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+",
  control: "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23",
};

async function gehan(given: object = {}) {
  const rows = Object.entries(remission).flatMap(([arm, times]) =>
    times.split(" ").map((time) => `${arm},${time.replace("+", "")},${time.endsWith("+") ? "no" : "yes"}`),
  );
  const types = { arm: "varchar", weeks: "integer", relapse: "varchar" };
  const columns = await tableFrom(database(), "gehan", ["arm,weeks,relapse", ...rows].join("\n"), types);
  const roles = { mode: "durations", duration: "weeks", status: "relapse", event: "yes", unit: "week" };
  return run(database(), timeToChurn, dataSet("gehan", columns, {}), { ...roles, ...given });
}

test("6-MP: survival, standard errors and medians as published (Kleinbaum & Klein, Survival Analysis, 3rd ed., ch. 2)", async () => {
  const { result } = await gehan({ group: "arm" });
  const treated = result.groups.find(({ level }) => level === "6-MP")!;
  const control = result.groups.find(({ level }) => level === "control")!;
  const steps = treated.steps.filter(({ events }) => events > 0);
  expect(steps.map(({ time }) => time)).toEqual([6, 7, 10, 13, 16, 22, 23]);
  expect(steps.map(({ survival }) => survival.toFixed(3))).toEqual([
    "0.857",
    "0.807",
    "0.753",
    "0.690",
    "0.627",
    "0.538",
    "0.448",
  ]);
  expect(steps.map(({ standardError }) => standardError!.toFixed(4))).toEqual([
    "0.0764",
    "0.0869",
    "0.0963",
    "0.1068",
    "0.1141",
    "0.1282",
    "0.1346",
  ]);
  expect(treated.median).toMatchObject({ time: 23, interval: [13, null] });
  expect(control.median).toMatchObject({ time: 8, interval: [4, 11] });
  expect(result.comparison!.logRank!.chiSquare).toBeCloseTo(16.79, 2);
  expect(result.comparison!.peto!.chiSquare).toBeCloseTo(14.46, 2);
});

test("a status written with blanks is the same one", async () => {
  const types = { c: "varchar", d: "integer", s: "varchar" };
  const csv = 'c,d,s\na,1,left\nb,2," left"\nd,3,here\ne,4,"here "';
  const data = dataSet("spelled", await tableFrom(database(), "spelled", csv, types), {});
  const { result } = await run(database(), timeToChurn, data, {
    ...{ mode: "durations", duration: "d", status: "s", event: "gone" },
  });
  expect(result.statuses).toEqual([
    { status: "here", rows: 2 },
    { status: "left", rows: 2 },
  ]);
});

interface Survfit {
  readonly time: number[];
  readonly n_risk: number[];
  readonly n_event: number[];
  readonly surv: number[];
  readonly se: (number | null)[];
  readonly lower: (number | null)[];
  readonly upper: (number | null)[];
  readonly median: number;
  readonly median_lcl: number;
  readonly median_ucl: number | null;
}

function expectSurvfit(curve: Curve, r: Survfit) {
  const steps = curve.steps.filter(({ events }) => events > 0);
  expect(steps.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual(
    r.time.map((time, i) => [time, r.n_risk[i], r.n_event[i]]),
  );
  steps.forEach(({ survival, standardError, interval }, i) => {
    expect(survival).toBeCloseTo(r.surv[i]!, 12);
    if (survival === 0) return expect([standardError, interval]).toEqual([null, null]);
    expect(standardError).toBeCloseTo(r.se[i]!, 12);
    expect(interval![0]).toBeCloseTo(r.lower[i]!, 12);
    expect(interval![1]).toBeCloseTo(r.upper[i]!, 12);
  });
  expect(curve.median).toMatchObject({ time: r.median, interval: [r.median_lcl, r.median_ucl] });
}

const reference = "spec/reference/02_survival.json";
describe.skipIf(!isShared(reference))("R's survfit and survdiff (spec/reference/02_survival.json)", () => {
  const r = () => sharedJson<Record<string, Record<string, Survfit>>>(reference);
  const numbers = () => sharedJson<Record<string, Record<string, number> & { chisq: number }>>(reference);

  test.each(["log-log", "log", "plain"])(
    "6-MP and control with %s intervals: gehan_6MP, gehan_control",
    async (scale) => {
      const { result } = await gehan({ group: "arm", scale });
      expectSurvfit(
        result.groups.find(({ level }) => level === "6-MP")!,
        r().gehan_6MP![scale]!,
      );
      expectSurvfit(
        result.groups.find(({ level }) => level === "control")!,
        r().gehan_control![scale]!,
      );
      const { logRank, peto } = result.comparison!;
      expect(logRank!.chiSquare).toBeCloseTo(numbers().gehan_logrank!.chisq, 10);
      expect(logRank!.p).toBeCloseTo(numbers().gehan_logrank!.p!, 12);
      expect(peto!.chiSquare).toBeCloseTo(numbers().gehan_logrank!.peto_rho1!, 10);
    },
  );

  test.skipIf(!isShared("data/survival-classics"))(
    "aml: aml_maintained, aml_nonmaintained, aml_logrank",
    async () => {
      const types = { time: "integer", status: "integer", x: "varchar" };
      const columns = await tableFrom(database(), "aml", sharedText("data/survival-classics/aml.csv"), types);
      const given = {
        mode: "durations",
        duration: "time",
        status: "status",
        event: "1",
        unit: "week",
        group: "x",
      };
      const { result } = await run(database(), timeToChurn, dataSet("aml", columns, {}), given);
      expectSurvfit(
        result.groups.find(({ level }) => level === "Maintained")!,
        r().aml_maintained!["log-log"]!,
      );
      expectSurvfit(
        result.groups.find(({ level }) => level === "Nonmaintained")!,
        r().aml_nonmaintained!["log-log"]!,
      );
      expect(result.comparison!.logRank!.chiSquare).toBeCloseTo(numbers().aml_logrank!.chisq, 10);
    },
  );
});
