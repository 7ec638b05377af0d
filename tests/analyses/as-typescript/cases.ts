import { saas } from "../../../examples/notebooks/saas";
import { shop } from "../../../examples/notebooks/shop";
import { readParams, type AnyAnalysis, type DataSet, type Request } from "../../../src/analyses";
import { requestOf } from "../../../src/cells/kinds";
import type { Database } from "../../../src/engine";
import { openStory } from "../../examples/open-example";
import { sharedText } from "../../reference/shared-data";
import { everyAnalysis } from "../every-analysis";
import { dayOf, lineOf, madeUses, usesOf } from "../cross-product/made";
import { scoreCases } from "../adoption-score/made";
import { reportCases } from "../adoption-report/made";
import { finderCases } from "../lever-finder/made";
import { regressionCases } from "../lever-regression/made";
import { madeTest } from "../ab-test/made";
import { madeCases } from "../segments/made";
import { survivorshipCases } from "../survivorship/made-cases";
import { dataSet, tableFrom } from "../table-from";
import { made } from "../user-logo-lead/made";

export interface Case {
  readonly title: string;
  readonly analysis: AnyAnalysis;
  readonly request: Request;
}

type Given = Readonly<Record<string, unknown>>;

/** Totals alone. */
export function totals(): Case[] {
  const empty = dataSet("none", [], {});
  return [
    asked("attrition-calculator", empty, {}),
    asked("attrition-calculator", empty, { start: 30, end: 31, new: 3, returned: 2 }),
    asked("unit-economics", empty, {}),
    asked("unit-economics", empty, { measured: 200, cac: 900 }),
  ];
}

/** The hand-checkable events and subscriptions, with all that changes a figure. */
export async function tinyWorked(database: Database): Promise<Case[]> {
  const events = await loaded(database, "tiny-worked/events.csv", "tiny_events", {
    types: { customer: "varchar", date: "date", amount: "double" },
    roles: { customer: "customer", time: "date" },
  });
  const contracts = await loaded(database, "tiny-worked/subscriptions.csv", "subscriptions", {
    types: { account: "varchar", contract: "varchar", start: "date", end: "date", mrr: "double" },
    roles: { customer: "account", start: "start", end: "end" },
  });
  const survivors = await tableFrom(
    database,
    "survivors",
    "year,here\n0,1000\n1,631\n2,468\n3,382\n4,326\n5,289\n6,262\n7,241\n8,223",
    { year: "integer", here: "integer" },
  );
  const columns = { mode: "columns", survivors: "here", renewal: "year" };
  return [
    asked("renewal-projection", dataSet("survivors", survivors, {}), columns),
    asked("renewal-projection", dataSet("survivors", survivors, {}), { ...columns, fitTo: 4, atStart: 500 }),
    asked("renewal-projection", contracts, { term: 1, grace: 5, asOf: "2024-07-15" }),
    asked("attrition", events, {}),
    asked("attrition", events, { mode: "interval", start: "2024-02-01" }),
    asked("attrition", events, { mode: "interval", start: "2024-03-01", asOf: "2024-03-15" }),
    asked("attrition-over-time", events, {}),
    asked("attrition-over-time", events, { grain: "week", baseline: 2 }),
    asked("attrition-over-time", events, { base: "cumulative" }),
    asked("attrition", contracts, { mode: "contracts", start: "2024-03-01", asOf: "2024-06-01" }),
    asked("attrition-over-time", contracts, { mode: "contracts", asOf: "2024-07-15", baseline: 2 }),
    asked("unit-economics", contracts, { mode: "contracts", cac: 40, asOf: "2024-07-15" }),
    asked("onboarding", events, { days: [0, 7, 30], benchmark: 0.4 }),
    asked("onboarding", { ...events, roles: { ...events.roles, event: "amount" } }, { value: "10.0" }),
    asked("onboarding", events, { days: [1, 9], window: "rolling", reading: "after" }),
    asked("retention-definitions", events, { zone: 3, from: "2024-02-01" }),
    asked("retention-definitions", events, { grain: "month", k: 2 }),
    asked("cohort-matrix", events, { grain: "month" }),
    asked("cohort-matrix", events, { window: "rolling", counting: "after", asOf: "2024-04-20" }),
    asked("cohort-matrix", events, { grain: "day", counting: "brackets", brackets: [0, 1, 30, 60] }),
    asked("cohort-matrix", events, { by: "attribute", attribute: "amount", grain: "month" }),
    asked("time-to-churn", events, { gap: 10 }),
    asked("time-to-churn", events, {
      gap: 20,
      censor: "last",
      unit: "week",
      scale: "plain",
      group: "amount",
    }),
    asked("time-to-churn", contracts, { mode: "contracts", asOf: "2024-07-15", group: "contract" }),
    asked("time-to-churn", contracts, {
      mode: "contracts",
      asOf: "2024-07-15",
      from: "2024-02-01",
      scale: "log",
    }),
    asked("logo-attrition", contracts, { asOf: "2024-06-01" }),
    asked("logo-attrition", withMrr(contracts), { grace: 0, start: "2024-03-01", asOf: "2024-06-01" }),
    asked("logo-attrition", withMrr(contracts), { start: "2024-05-01", asOf: "2024-05-15" }),
    asked("logo-attrition", withMrr(contracts), { grain: "quarter", start: "2024-01-01" }),
    asked("regrettable-attrition", contracts, { ...fitting, start: "2024-03-01", asOf: "2024-06-01" }),
    asked("regrettable-attrition", contracts, { ...fitting, start: "2024-05-01", asOf: "2024-05-20" }),
    asked(
      "exit-themes",
      { ...contracts, roles: { ...contracts.roles, reason: "contract" } },
      { grace: 0, asOf: "2024-06-01" },
    ),
    asked(
      "exit-themes",
      { ...withMrr(contracts), roles: { ...withMrr(contracts).roles, reason: "contract" } },
      { mode: "rows" },
    ),
    asked("renewal-radar", contracts, { asOf: "2024-03-10" }),
    asked("renewal-radar", withMrr(contracts), { asOf: "2024-02-20" }),
    asked("logo-attrition", { ...events, roles: { ...events.roles, amount: "amount" } }, { mode: "rows" }),
  ];
}

const fitting = { column: "contract", value: "annual", period: "month", grace: 0 };

function withMrr(contracts: DataSet): DataSet {
  return { ...contracts, roles: { ...contracts.roles, mrr: "mrr" } };
}

export async function cdnow(database: Database): Promise<Case[]> {
  const data = await loaded(database, "cdnow-sample/cdnow_sample.csv", "cdnow", {
    types: { master_id: "varchar", customer_id: "varchar", date: "date", cds: "bigint", dollars: "double" },
    roles: { customer: "customer_id", time: "date" },
  });
  return [
    asked("attrition", data, { period: "quarter" }),
    asked("attrition-over-time", data, {}),
    asked("attrition-over-time", data, { periods: 5, target: 0.8 }),
    asked("attrition-over-time", data, { grain: "week", target: 0.9, alert: 0.95 }),
    asked("attrition-over-time", data, { grain: "quarter", baseline: 2 }),
    asked("attrition-over-time", data, { base: "cumulative", alert: 0.9 }),
    asked("relevant-activity", data, {}),
    asked("cohort-matrix", data, { show: "attrition" }),
    asked(
      "cohort-matrix",
      { ...data, roles: { ...data.roles, amount: "dollars" } },
      { grain: "month", metric: "revenue" },
    ),
    asked("repeat-purchase", data, {}),
    asked("buy-till-you-die", data, { calibrationEnd: "1997-10-01" }),
    asked("buy-till-you-die", data, { asOf: "1997-10-01", model: "pareto" }),
    asked("repeat-purchase", data, { window: 365, purchase: "orders", threshold: 0.45, asOf: "1998-03-01" }),
  ];
}

/** Outcomes of a test, from a table and from a log. */
export async function tested(database: Database): Promise<Case[]> {
  const { people, log } = await madeTest(database);
  const fromLog = asked("ab-test", log, { mode: "log", people: people.table, goal: "buy", goal2: "open" });
  return [
    asked("ab-test", people, { primary: "paid", others: ["kept", "minutes"] }),
    { ...fromLog, request: { ...fromLog.request, beside: { people } } },
    asked("ab-test", people, { mode: "plan" }),
    asked("loop-scorecard", log, { bought: "buy", door: "open", expressDone: "buy", amplifyName: "Friends" }),
    asked("before-after", log, { action: "2024-04-01", from: 3, within: 10, span: 60 }),
    asked("before-after", log, { when: "event", done: "buy", grain: "week", lead: 2, ahead: 6 }),
    asked("rollback-signal", log, { observeDays: 10, outcomeDays: 10 }),
  ];
}

/** Customers divided by attributes and by usage. */
export async function divided(database: Database): Promise<Case[]> {
  const made = [
    ...(await madeCases(database)),
    ...(await scoreCases(database)),
    ...(await reportCases(database)),
    ...(await finderCases(database)),
    ...(await regressionCases(database)),
  ];
  return made.map(({ id, data, given, beside }) => {
    const one = asked(id, data, given);
    return { ...one, request: { ...one.request, beside } };
  });
}

/** What the best do and those who left did not, and whether there are enough of them for a model. */
export async function bestAndLost(database: Database): Promise<Case[]> {
  return (await survivorshipCases(database)).flatMap(({ data, given, beside }) => {
    const levers = { ...given, ...(given.mode === "columns" && { controls: ["seats"] }) };
    const own = Object.fromEntries(Object.entries(levers).filter(([param]) => !onlyChecked.has(param)));
    const both = [asked("survivorship", data, given), asked("model-gate", data, own)];
    return both.map((one) => ({ ...one, request: { ...one.request, beside } }));
  });
}

/** Parameters of the survivorship check alone. */
const onlyChecked = new Set(["best", "tenure", "firstUse", "followed", "landmark"]);

/** Every analysis cell of the example notebooks. */
export async function examples(database: Database): Promise<Case[]> {
  const cases: Case[] = [];
  for (const story of [saas, shop]) {
    const notebook = await openStory(database, story);
    for (const cell of notebook.cells) {
      if (cell.kind !== "analysis") continue;
      const slot = notebook.data.find(({ table }) => table === cell.table) ?? null;
      const found = requestOf(cell, slot, notebook.settings.weekStart, notebook.data);
      if ("error" in found) throw new Error(found.error.message);
      cases.push({ title: cell.id, analysis: loadedNow(cell.analysis), request: found.request });
    }
  }
  return cases;
}

function loadedNow(id: string): AnyAnalysis {
  return everyAnalysis.find((one) => one.id === id)!;
}

function asked(id: string, data: DataSet, given: Given): Case {
  const analysis = loadedNow(id);
  const { values, refused } = readParams(analysis.params, given);
  if (refused.length) throw new Error(`refused parameters: ${refused.join(", ")}`);
  return {
    title: `${id} ${data.table} ${JSON.stringify(given)}`,
    analysis,
    request: { data, params: values },
  };
}

async function loaded(
  database: Database,
  file: string,
  table: string,
  { types, roles }: { types: Readonly<Record<string, string>>; roles: DataSet["roles"] },
): Promise<DataSet> {
  return dataSet(table, await tableFrom(database, table, sharedText(`data/${file}`), types), roles);
}

/** Accounts whose users leave first, accounts of which nobody knows, and customers of several products. */
export async function accountsAndUsers(database: Database): Promise<Case[]> {
  const { data, beside, given } = await made(database, 80, 0.2);
  const lead = (more: Given) => ({ ...asked("user-logo-lead", data, { ...given, ...more }) });
  const leads = [lead({}), lead({ lag: 1, threshold: 0.5 })].map((one) => ({
    ...one,
    request: { ...one.request, beside },
  }));
  const uses = await usesOf(database, "uses_of_products", madeUses(120).map(lineOf));
  return [...leads, asked("cross-product", uses, { product: "product", asOf: dayOf(280), fewest: 5 })];
}
