import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { survivorship } from "../../../src/analyses/survivorship";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { run } from "../ask";
import { expectCustomersBehind } from "../who-counts";
import { openedDatabase } from "../opened-database";
import { pasTypes } from "../pas-types";
import { dataSet, tableFrom } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";

const database = openedDatabase();
const reference = "spec/reference/10_pas_synthetic.json";

interface Row {
  readonly lever: string;
  readonly in_retained: number;
  readonly in_churned: number;
  readonly diff: number;
  readonly newcombe: readonly [number, number];
  readonly p: number;
  readonly phi: number;
  readonly retention_with: number;
  readonly retention_without: number;
  readonly n_with: number;
  readonly p_bh: number;
}

interface Hazard {
  readonly hr: number;
  readonly lo: number;
  readonly hi: number;
}

interface Immortal {
  readonly used: number;
  readonly naive: Hazard;
  readonly time_dependent: Hazard;
  readonly landmark90: Hazard & { readonly n: number; readonly exposed: number };
}

/** Name in the reference, behaviour as a person writes it, and what it is. */
const levers = [
  ["reach", "reach_pct >= 25", "real candidate"],
  ["nps", "nps_surveys >= 1", "real candidate"],
  ["integ", "integrations >= 2", "real candidate"],
  ["check", "checklists >= 2", "real candidate"],
  ["logins", "logins_wk >= 3", "real candidate"],
  ["themes", "themes >= 2", "cannot tell"],
  ["profile", "profile_done", "common but useless"],
  ["calls", "support_calls >= 1", "reversed"],
  ["sso", "sso", "too rare"],
] as const;

async function pas() {
  const columns = await tableFrom(
    database(),
    "pas",
    sharedText("spec/reference/data/pas_synthetic.csv"),
    pasTypes,
  );
  return dataSet("pas", columns, { customer: "account_id", status: "retained_365" });
}

const asked = { mode: "columns", left: "0", usageDays: 90, statusDay: 365 };

describe.skipIf(!isShared(reference))("10_pas_synthetic.json", () => {
  test("survivorship_table: shares, difference, phi, staying with and without, q; and what each behaviour is", async () => {
    const { survivorship_table: known } = sharedJson<{ survivorship_table: readonly Row[] }>(reference);
    const { request, result } = await run(database(), survivorship, await pas(), {
      ...asked,
      levers: levers.map(([, lever]) => lever),
    });
    expect(result).toMatchObject({ customers: 1200, used: 1200, lost: 304, best: { customers: 896 } });
    expect(result.behaviours).toHaveLength(known.length);
    for (const [name, text, what] of levers) {
      const row = known.find(({ lever }) => lever === name)!;
      const one = result.behaviours.find(({ behaviour }) => text.startsWith(behaviour))!;
      expect([name, one.class]).toEqual([name, what]);
      expect(one.best.rate).toBeCloseTo(row.in_retained, 12);
      expect(one.current).toEqual(one.best);
      expect(one.lost.rate).toBeCloseTo(row.in_churned, 12);
      expect(one.difference!.value).toBeCloseTo(row.diff, 12);
      row.newcombe.forEach((bound, i) => expect(one.difference!.interval[i]).toBeCloseTo(bound, 10));
      expect(one.phi).toBeCloseTo(row.phi, 12);
      expect(one.p! / row.p).toBeCloseTo(1, 8);
      expect(one.q! / row.p_bh).toBeCloseTo(1, 8);
      expect(one.with.n).toBe(row.n_with);
      expect(one.with.rate).toBeCloseTo(row.retention_with, 12);
      expect(one.without.rate).toBeCloseTo(row.retention_without, 12);
    }
    expectVerdictFromTables(survivorship, request, result);
    const keys = await expectCustomersBehind(database(), survivorship, request, result);
    expect(keys).toContain("best on 0");
    const { verdict } = survivorship.report(result, request, languageOf("en"));
    expect(verdict.level).toBe("certain");
    expect(verdict.sentence).toContain(
      "“profile_done”: 89.6% of the best have it, and 89.8% of those who left.",
    );
  });

  test("immortal: ever used 0.43, counted from first use on 1.01, at the landmark 0.78", async () => {
    const { immortal: known } = sharedJson<{ immortal: Immortal }>(reference);
    const { request, result } = await run(database(), survivorship, await pas(), {
      ...asked,
      firstUse: ["report_builder_day"],
      followed: "churn_day",
      landmark: 90,
    });
    const [one] = result.behaviours;
    expect(one).toMatchObject({ form: "first-use", class: "survivor artefact", with: { n: known.used } });
    const { time } = one!;
    expect(time).toMatchObject({
      customers: 1200,
      used: known.used,
      exposed: known.landmark90.exposed,
      others: known.landmark90.n - known.landmark90.exposed,
      isArtefact: true,
    });
    for (const [found, wanted] of [
      [time!.naive, known.naive],
      [time!.inTime, known.time_dependent],
      [time!.landmark, known.landmark90],
    ] as const) {
      // R stops its steps at 1e-9 of the likelihood: some 1e-8 of the estimates.
      expect(found!.ratio / wanted.hr).toBeCloseTo(1, 6);
      expect(found!.interval[0] / wanted.lo).toBeCloseTo(1, 6);
      expect(found!.interval[1] / wanted.hi).toBeCloseTo(1, 6);
    }
    const { verdict, caveats } = survivorship.report(result, request, languageOf("en"));
    expect(verdict.sentence).toContain("Only those who stayed had the time for it: report_builder_day.");
    expect(caveats.map(({ id }) => id)).toContain("immortal");
  });
});
