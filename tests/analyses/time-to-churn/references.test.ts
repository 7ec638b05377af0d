import { describe, expect, test } from "vitest";
import type { DataSet } from "../../../src/analyses";
import { timeToChurn } from "../../../src/analyses/time-to-churn";
import type { Curve } from "../../../src/analyses/time-to-churn/result";
import { sql } from "../../../src/engine";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { run } from "../ask";
import { heart } from "../stats/survival-tables";
import { openedDatabase } from "../opened-database";
import { readSharedLog, readSignups, sharedLogs } from "../shared-logs";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();

interface At {
  readonly time: number;
  readonly surv: number;
  readonly se: number;
  readonly ci_loglog: readonly [number | null, number | null];
}
interface Group {
  readonly n: number;
  readonly events: number;
  readonly median: number | null;
  readonly at: readonly At[];
  readonly rmst?: { readonly tau: number; readonly value: number };
}
interface Survival {
  readonly overall: Group;
  readonly by_group: Readonly<Record<string, Group>>;
  readonly logrank: {
    readonly groups: readonly {
      readonly group: string;
      readonly observed: number;
      readonly expected: number;
    }[];
    readonly chi2: number;
    readonly df: number;
    readonly p: number;
  };
}

/** The references give twelve digits. */
const digits = 10;

function expectCurve(curve: Curve, group: Group, shift = 0) {
  expect({ n: curve.customers, events: curve.events }).toEqual({ n: group.n, events: group.events });
  expect(curve.median.time).toBe(group.median === null ? null : group.median + shift);
  group.at.forEach(({ surv, se, ci_loglog: [low, high] }, i) => {
    const { survival, interval, at } = curve.horizons[i]!;
    // Beyond the last customer still followed the reference goes on flat; here it is not known.
    if (survival === null) return expect(at).toBeGreaterThan(curve.lastTime);
    expect(survival).toBeCloseTo(surv, digits);
    if (survival === 1 || survival === 0) return expect(interval).toBeNull();
    const step = curve.steps.findLast(({ time }) => time <= at)!;
    expect(step.standardError).toBeCloseTo(se, digits);
    expect(interval![0]).toBeCloseTo(low!, digits);
    expect(interval![1]).toBeCloseTo(high!, digits);
  });
}

async function expectSurvival(
  data: DataSet,
  given: Readonly<Record<string, unknown>>,
  known: Survival,
  shift = 0,
  beside: Readonly<Record<string, DataSet>> = {},
) {
  const horizons = known.overall.at.map(({ time }) => time + shift).filter((time) => time > 0);
  const atZero = known.overall.at.length - horizons.length;
  const from = ({ at, ...group }: Group): Group => ({ ...group, at: at.slice(atZero) });
  const tau = known.overall.rmst ? known.overall.rmst.tau : null;
  const { result } = await run(database(), timeToChurn, data, { ...given, horizons, tau }, beside);
  expectCurve(result.overall, from(known.overall), shift);
  if (known.overall.rmst && shift === 0)
    expect(result.overall.mean!.mean).toBeCloseTo(known.overall.rmst.value, 8);
  for (const curve of result.groups) {
    const group = known.by_group[curve.level!]!;
    expectCurve(curve, from(group), shift);
    if (group.rmst && shift === 0 && curve.mean) expect(curve.mean.mean).toBeCloseTo(group.rmst.value, 8);
  }
  expect(result.groups.map(({ level }) => level).sort()).toEqual(Object.keys(known.by_group).sort());
  const { chi2, df, p } = known.logrank;
  expect(result.comparison!.logRank!.df).toBe(df);
  expect(Math.abs(result.comparison!.logRank!.chiSquare / chi2 - 1)).toBeLessThan(1e-9);
  expect(result.comparison!.logRank!.p).toBeCloseTo(p, digits);
  return result;
}

/** The reference with the levels as the file has them. */
function named(known: Survival, names: Readonly<Record<string, string>>): Survival {
  const renamed = Object.entries(names).map(([level, name]) => [level, known.by_group[name]!] as const);
  return renamed.length ? { ...known, by_group: Object.fromEntries(renamed) } : known;
}

const classics = [
  ["lung_sex", "lung", "status", "2", "sex", ""],
  ["aml_x", "aml", "status", "1", "x", ""],
  ["colon_rx_death", "colon", "status", "1", "rx", "where etype = 2"],
  ["veteran_celltype", "veteran", "status", "1", "celltype", ""],
] as const;

describe.skipIf(!isShared("data/survival-classics"))(
  "statsmodels (data/survival-classics/reference.json)",
  () => {
    test.each(classics)("%s", async (key, file, status, event, group, where) => {
      const path = await database().addFile(
        `${file}.csv`,
        new Blob([sharedText(`data/survival-classics/${file}.csv`)]),
      );
      await database().query(sql`
      create or replace table ${{ text: file }} as select * from read_csv(${path}) ${{ text: where }}`);
      await database().removeFile(path);
      const columns = await database().describe(sql`from ${{ text: file }}`);
      const all = sharedJson<Record<string, Survival>>("data/survival-classics/reference.json");
      const known = named(all[key]!, key === "lung_sex" ? { "1": "male", "2": "female" } : {});
      const result = await expectSurvival(
        dataSet(file, columns, {}),
        { mode: "durations", duration: "time", status, event, group },
        known,
      );
      if (key === "lung_sex") {
        // R: print(survfit(Surv(time, status) ~ 1), rmean = 365); spec/reference/02_survival.json, lung_overall.
        const { result: mean } = await run(database(), timeToChurn, dataSet(file, columns, {}), {
          mode: "durations",
          duration: "time",
          status,
          event,
          tau: 365,
          scale: "log",
        });
        expect(mean.overall.mean!.mean).toBeCloseTo(263.221866482007, 10);
        expect(mean.overall.mean!.standardError).toBeCloseTo(7.798859086314, 10);
        expect(mean.overall.median).toMatchObject({ time: 310, interval: [285, 363] });
        expect(result.overall.customers).toBe(228);
      }
    });
  },
);

describe.skipIf(!isShared("data/telco"))("telco", () => {
  const given = { mode: "durations", duration: "tenure", status: "Churn", event: "Yes", unit: "month" };

  async function telco(): Promise<DataSet> {
    const path = await database().addFile(
      "telco.csv",
      new Blob([sharedText("data/telco/Telco-Customer-Churn.csv")]),
    );
    await database().query(sql`
      create or replace table telco as select * from read_csv(${path}, types = {'Churn': 'varchar'})`);
    await database().removeFile(path);
    return dataSet("telco", await database().describe(sql`from telco`), {
      customer: "customerID",
      status: "Churn",
    });
  }

  test.each(["km_contract", "km_internet"])(
    "%s equals statsmodels (data/telco/reference.json)",
    async (key) => {
      const known = sharedJson<Record<string, Survival>>("data/telco/reference.json")[key]!;
      await expectSurvival(
        await telco(),
        { ...given, group: key === "km_contract" ? "Contract" : "InternetService" },
        known,
      );
    },
  );

  test("the whole curve equals the table (data/telco/km_overall.csv)", async () => {
    const { result } = await run(database(), timeToChurn, await telco(), given);
    const known = sharedText("data/telco/km_overall.csv")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").map(Number));
    const steps = result.overall.steps.filter(({ time }) => time > 0);
    expect(steps.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual(
      known.map((row) => row.slice(0, 3)),
    );
    steps.forEach(({ survival }, i) => expect(survival).toBeCloseTo(known[i]![3]!, 13));
  });

  test("guessed from the names of its columns", async () => {
    expect(timeToChurn.guess!(await telco())).toMatchObject({
      mode: "durations",
      duration: "tenure",
      status: "Churn",
      unit: "month",
    });
  });
});

describe.skipIf(!isShared("data/relax-logins"))("relax-logins", () => {
  test("lapse after 60 days equals statsmodels (data/relax-logins/reference.json, km_lapse), a day later", async () => {
    const people = await readSignups(database());
    const data = await readSharedLog(database(), sharedLogs.logins);
    const known = sharedJson<Record<string, Survival>>("data/relax-logins/reference.json").km_lapse!;
    // The reference dates a lapse at the last login; here it is the day after it, when the customer was first gone.
    const given = {
      gap: 60,
      censor: "last",
      people: "users",
      startBeside: "creation_time",
      groupBeside: "creation_source",
    };
    const result = await expectSurvival(data, given, known, 1, { people });
    expect(result.facts).toMatchObject({ people: 12_000, silent: 3_177 });
  });
});

const heartTruth = "spec/reference/13_extra.json";
test.skipIf(!isShared(heartTruth))(
  "delayed entry equals R's survfit of survival::heart (13, delayed_entry_heart)",
  async () => {
    const rows = Object.entries(heart).flatMap(([state, counted]) =>
      counted.map(({ entry, time, events }) => `${state},${entry ?? 0},${time},${events}`),
    );
    const columns = await tableFrom(database(), "heart", ["state,start,stop,event", ...rows].join("\n"), {
      state: "varchar",
      start: "double",
      stop: "double",
      event: "integer",
    });
    const { result } = await run(database(), timeToChurn, dataSet("heart", columns, {}), {
      mode: "durations",
      duration: "stop",
      entry: "start",
      status: "event",
      event: "1",
      group: "state",
      horizons: [30, 90, 180, 365, 730],
    });
    const { delayed_entry_heart: truth } = sharedJson<{
      delayed_entry_heart: { strata: string[]; t: number[]; n_risk: number[]; surv: number[]; se: number[] };
    }>(heartTruth);
    truth.strata.forEach((stratum, i) => {
      const curve = result.groups.find(
        ({ level }) => level === (stratum === "transplant=1" ? "transplanted" : "waiting"),
      )!;
      const { survival, atRisk } = curve.horizons.find(({ at }) => at === truth.t[i])!;
      expect(atRisk).toBe(truth.n_risk[i]);
      expect(survival).toBeCloseTo(truth.surv[i]!, 12);
    });
  },
);
