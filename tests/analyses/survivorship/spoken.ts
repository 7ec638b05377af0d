import { survivorship } from "../../../src/analyses/survivorship";
import { habits, habitsOfAccounts, habitsOfLog, survivorshipOf } from "../../charts/fixtures/survivorship";
import { spoken, type Spoken } from "../texts/spoken-one";

const columns = { mode: "columns", left: "0", levers: ["reach_pct >= 25"] };
const told = { ...columns, usageDays: 90, statusDay: 365 };
const noRows = { total: 0, used: 0, excluded: [], duplicates: 0, customers: 0, withoutTime: 0 };
const [reach, , , , , , profile, calls] = habits;

/** Every way the check can turn out. */
export const spokenSurvivorship: readonly Spoken[] = [
  spoken("habits of accounts", survivorship, habitsOfAccounts, told),
  spoken("habits without windows, the best by contract value", survivorship, habitsOfAccounts, {
    ...columns,
    tenure: "contract_value",
  }),
  spoken(
    "habits, the best by months",
    survivorship,
    survivorshipOf(
      habits.map((one) => ({ ...one, current: one.best, best: [Math.round(one.best[0] / 4), 224] })),
      { best: { customers: 224, tenure: 31.5, began: null } },
    ),
    { ...told, tenure: "months" },
  ),
  spoken("habits of a log", survivorship, habitsOfLog, { observeDays: 60, outcomeDays: 90 }),
  spoken(
    "habits of a log of contracts, by the week, of active accounts alone",
    survivorship,
    {
      ...habitsOfLog,
      mode: "contracts",
      unit: 7,
      quiet: { customers: 705, quiet: 0, days: 546 },
    },
    { mode: "contracts", contracts: "terms", best: "stayed" },
    { rule: { form: "listed", events: ["login"], minPerDay: 1, conditions: [], after: null } },
  ),
  spoken(
    "habits with gaps",
    survivorship,
    survivorshipOf([
      { ...reach!, best: [517, 880], lost: [90, 220], unknown: [16, 84] },
      profile!,
      { ...profile!, behaviour: "wizard" },
      calls!,
    ]),
    told,
  ),
  spoken(
    "first use alone",
    survivorship,
    survivorshipOf([
      {
        behaviour: "report_builder_day",
        form: "first-use",
        best: [458, 896],
        lost: [89, 304],
        time: habitsOfLog.behaviours.find(({ behaviour }) => behaviour === "report builder")!.time!,
      },
    ]),
    { ...told, levers: [], firstUse: ["report_builder_day"], followed: "churn_day" },
  ),
  spoken(
    "first use, nobody knows how long they were followed",
    survivorship,
    survivorshipOf([
      { behaviour: "report_builder_day", form: "first-use", best: [458, 896], lost: [89, 304] },
    ]),
    { ...told, levers: [], firstUse: ["report_builder_day"] },
  ),
  spoken(
    "habits of few",
    survivorship,
    survivorshipOf([
      { behaviour: "a", best: [9, 14], lost: [3, 8] },
      { behaviour: "b", best: [12, 14], lost: [7, 8] },
    ]),
    told,
  ),
  spoken(
    "one habit of few, clearly",
    survivorship,
    survivorshipOf([{ behaviour: "a", best: [60, 70], lost: [3, 25] }]),
    told,
  ),
  spoken(
    "nobody left",
    survivorship,
    survivorshipOf([{ behaviour: "a", best: [9, 14], lost: [0, 0] }]),
    told,
  ),
  spoken(
    "none of the first is there",
    survivorship,
    survivorshipOf([{ behaviour: "a", best: [0, 0], current: [9, 14], lost: [3, 9] }], {
      ...{ mode: "activity", status: null },
      best: { customers: 0, tenure: null, began: "2024-01-01" },
    }),
  ),
  spoken("windows overlap", survivorship, survivorshipOf([], { rows: null, status: null }), {
    ...columns,
    usageDays: 90,
    statusDay: 30,
  }),
  spoken("no rows", survivorship, survivorshipOf([], { rows: noRows, status: [] }), told),
  spoken("no habits", survivorship, survivorshipOf([]), { ...told, levers: [] }),
  spoken("no word for leaving", survivorship, survivorshipOf([]), { ...told, left: "" }),
];
