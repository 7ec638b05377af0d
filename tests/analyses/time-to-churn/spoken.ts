import { timeToChurn } from "../../../src/analyses/time-to-churn";
import { churnOfAll, churnOfPlans, churnOfTwo, churnResultOf } from "../../charts/fixtures/time-to-churn";
import { spoken, type Spoken } from "../texts/spoken-one";

const nobody = churnResultOf([]);
const durations = { mode: "durations", duration: "weeks", status: "state", event: "gone" };

/** Every way in which this report can turn out. */
export const spokenTimeToChurn: readonly Spoken[] = [
  spoken("time to churn", timeToChurn, churnOfAll),
  spoken("time to churn of plans", timeToChurn, churnOfPlans, { group: "plan" }),
  spoken("time to churn of two small groups", timeToChurn, churnOfTwo, {
    ...durations,
    unit: "week",
    group: "arm",
    entry: "entry",
  }),
  spoken(
    "time to churn of contracts",
    timeToChurn,
    { ...churnOfPlans, mode: "contracts", usual: null, unit: "month" },
    { mode: "contracts", people: "accounts", groupBeside: "plan", unit: "month" },
  ),
  spoken(
    "time to churn with doubts",
    timeToChurn,
    {
      ...churnOfPlans,
      comparison: { ...churnOfPlans.comparison!, crossing: true },
      clock: { ...churnOfPlans.clock!, gap: 14, from: "2023-01-05" },
      facts: { ids: 800, changed: 7, inFirstWeek: 300, days: 25, people: 1200, silent: 100 },
      omitted: [
        { why: "no-start", customers: 100 },
        { why: "ended-before-start", customers: 1 },
        { why: "before-observation", customers: 22 },
      ],
      overall: { ...churnOfPlans.overall, emptied: 200 },
    },
    { gap: 14, people: "users", startBeside: "since", censor: "last" },
    { rule: { form: "listed", events: ["login"], minPerDay: 1, conditions: [], after: null } },
  ),
  spoken(
    "time to churn, repeated ids",
    timeToChurn,
    { ...churnOfTwo, facts: { ...churnOfTwo.facts, ids: 20 } },
    durations,
  ),
  spoken(
    "time to churn, nobody left",
    timeToChurn,
    churnResultOf([{ place: 1, level: null, rows: [{ time: 90, events: 0, censored: 40, entered: 0 }] }]),
  ),
  spoken(
    "time to churn, everybody left at once",
    timeToChurn,
    churnResultOf([{ place: 1, level: null, rows: [{ time: 3, events: 40, censored: 0, entered: 0 }] }]),
  ),
  spoken(
    "time to churn, one customer",
    timeToChurn,
    churnResultOf([{ place: 1, level: null, rows: [{ time: 3, events: 1, censored: 0, entered: 0 }] }]),
  ),
  spoken(
    "time to churn, groups of none lost",
    timeToChurn,
    churnResultOf([
      { place: 1, level: "a", rows: [{ time: 9, events: 0, censored: 40, entered: 0 }] },
      { place: 2, level: "b", rows: [{ time: 8, events: 1, censored: 40, entered: 0 }] },
    ]),
    { group: "plan" },
  ),
  spoken("time to churn of nobody", timeToChurn, nobody),
  spoken("time to churn without rows", timeToChurn, {
    ...nobody,
    clock: null,
    omitted: [],
    rows: {
      total: 3,
      used: 0,
      excluded: [{ why: "no-customer", rows: 3 }],
      duplicates: 0,
      customers: 0,
      withoutTime: 0,
    },
  }),
  ...(["no event", "no such event", "too many times"] as const).map((refused) =>
    spoken(
      `time to churn, ${refused}`,
      timeToChurn,
      {
        ...nobody,
        mode: "durations",
        refused,
        rows: null,
        clock: null,
        omitted: [],
        statuses: [
          { status: "No", rows: 30 },
          { status: "Yes", rows: 12 },
        ],
      },
      durations,
    ),
  ),
];
