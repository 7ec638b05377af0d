import { leverRegression } from "../../../src/analyses/lever-regression";
import type { Fitted } from "../../../src/analyses/lever-regression/result";
import type { Database } from "../../../src/engine";
import type { DataSet } from "../../../src/analyses";
import { madeCustomers } from "../segments/made";
import { sharedText } from "../../reference/shared-data";
import { run } from "../ask";
import { pasTypes } from "../pas-types";
import { dataSet, tableFrom } from "../table-from";

export const pasLevers = [
  "reach_pct >= 25",
  "nps_surveys >= 1",
  "integrations >= 2",
  "checklists >= 2",
  "logins_wk >= 3",
  "themes >= 2",
  "profile_done",
  "support_calls >= 1",
];

/** The synthetic accounts with one row each; their thresholds are those by which they were made. */
export async function pas(database: Database, given: Readonly<Record<string, unknown>>) {
  const csv = sharedText("spec/reference/data/pas_synthetic.csv");
  const data = dataSet("pas", await tableFrom(database, "pas", csv, pasTypes), {
    customer: "account_id",
    status: "retained_365",
  });
  return run(database, leverRegression, data, {
    mode: "columns",
    left: "0",
    lines: "beforehand",
    resamples: 0,
    ...given,
  });
}

export function fitted({ model }: { readonly model: { readonly ok: boolean } | null }): Fitted {
  if (!model?.ok) throw new Error(`no model: ${JSON.stringify(model)}`);
  return model as Fitted;
}

interface RegressionCase {
  readonly id: "lever-regression";
  readonly data: DataSet;
  readonly given: Readonly<Record<string, unknown>>;
  readonly beside: Readonly<Record<string, DataSet>>;
}

/** Every way to ask, of customers made by rule. */
export async function regressionCases(database: Database): Promise<RegressionCase[]> {
  const { events, people, contracts } = await madeCustomers(database, "regressed");
  const one = (
    data: DataSet,
    given: RegressionCase["given"],
    beside: RegressionCase["beside"] = {},
  ): RegressionCase => ({ id: "lever-regression", data, given: { resamples: 0, ...given }, beside });
  const windows = { observeDays: 20, outcomeDays: 30 };
  const byPlan = { people: people.table, controlsBeside: ["plan"] };
  const table = { mode: "columns", left: "gone" };
  return [
    one(people, { ...table, levers: ["reports >= 5", "seats"], controls: ["plan"], resamples: 50 }),
    one(people, { ...table, levers: ["seats >= 40", "leaves"], controls: [] }),
    one(people, { ...table, levers: ["reports >= 3", "seats >= 20"], beside: "lasso", model: "firth" }),
    one(events, windows),
    one(events, { ...windows, ...byPlan, levers: ["*days >= 6", "report >= 2"], beside: "cox" }, { people }),
    one(
      events,
      { mode: "contracts", contracts: contracts.table, ...windows, ...byPlan, beside: "cox" },
      { contracts, people },
    ),
  ];
}
