import { cohortMatrix } from "../../../src/analyses/cohort-matrix";
import {
  cohortResultOf,
  cohortsLost,
  cohortsOfBehaviour,
  cohortsOfMoney,
  cohortsOfPlans,
  monthsOfCohorts,
  weeksOfCohorts,
} from "../../charts/fixtures/cohort-matrix";
import { spoken, type Spoken } from "../texts/spoken-one";

const month = { grain: "month", offsets: 6 };
const nobody = cohortResultOf([]);

/** Every way in which this report can turn out. */
export const spokenCohortMatrix: readonly Spoken[] = [
  spoken("cohorts by week", cohortMatrix, weeksOfCohorts),
  spoken("cohorts by month, simple mean", cohortMatrix, monthsOfCohorts, { ...month, average: "simple" }),
  spoken("cohorts lost, as Mixpanel", cohortMatrix, cohortsLost, {
    ...month,
    show: "attrition",
    average: "mixpanel",
  }),
  spoken(
    "cohorts of amounts",
    cohortMatrix,
    { ...cohortsOfMoney, refunds: { rows: 3, total: -120.5 } },
    {
      ...month,
      metric: "revenue",
    },
  ),
  spoken(
    "cohorts of orders",
    cohortMatrix,
    { ...cohortsOfMoney, metric: "orders", cohorts: cohortsOfMoney.cohorts },
    { ...month, metric: "orders" },
  ),
  spoken("cohorts by plan", cohortMatrix, cohortsOfPlans, { ...month, by: "attribute", attribute: "plan" }),
  spoken("cohorts by behaviour", cohortMatrix, cohortsOfBehaviour, {
    by: "behaviour",
    event: "invite",
    days: 5,
  }),
  spoken(
    "cohorts by behaviour, no difference",
    cohortMatrix,
    { ...cohortsOfBehaviour, difference: { value: 0.011, interval: [-0.04, 0.062] } },
    { by: "behaviour", event: "invite", days: 5 },
  ),
  spoken(
    "cohorts by behaviour, less",
    cohortMatrix,
    { ...cohortsOfBehaviour, difference: { value: -0.11, interval: [-0.24, -0.062] } },
    { by: "behaviour", event: "invite", days: 5 },
  ),
  spoken(
    "cohorts with doubts",
    cohortMatrix,
    {
      ...weeksOfCohorts,
      by: "signup",
      window: "rolling",
      counting: "after",
      early: 12,
      unplaced: 40,
      longYears: [2020, 2026],
      total: { cohorts: 6000, customers: 90_000 },
    },
    { by: "signup", people: "users", window: "rolling", counting: "after" },
    {
      rule: { form: "listed", events: ["login"], minPerDay: 1, conditions: [], after: null },
      weekStart: "sunday",
    },
  ),
  spoken(
    "cohorts in brackets of days",
    cohortMatrix,
    cohortResultOf(
      [
        { id: "2024-01-01", size: 40, came: [40, 20, 12], over: 3 },
        { id: "2024-01-02", size: 21, came: [21, 9, 1], over: 3 },
        { id: "2024-01-03", size: 35, came: [35, 9, 1], over: 2 },
      ],
      { grain: "day", counting: "brackets", brackets: [0, 1, 3, 7] },
    ),
    { grain: "day", counting: "brackets", brackets: [0, 1, 3, 7] },
  ),
  spoken("cohorts, a period that is not shown", cohortMatrix, { ...weeksOfCohorts, at: null }, { at: 30 }),
  spoken(
    "cohorts, one customer",
    cohortMatrix,
    cohortResultOf([{ id: "2024-01-01", size: 1, came: [1, 0], over: 2 }]),
  ),
  spoken(
    "cohorts, everybody back",
    cohortMatrix,
    cohortResultOf([{ id: "2024-01-01", size: 50, came: [50, 50], over: 2 }]),
  ),
  spoken(
    "cohorts too young",
    cohortMatrix,
    cohortResultOf([{ id: "2024-01-01", size: 50, came: [50], over: 0 }]),
  ),
  spoken("cohorts of nobody", cohortMatrix, nobody),
  spoken("cohorts without rows", cohortMatrix, { ...nobody, rows: { ...nobody.rows!, used: 0 } }),
  spoken(
    "cohorts without a first amount",
    cohortMatrix,
    cohortResultOf([{ id: "2024-01-01", size: 50, came: [0, 20], over: 2 }], { ...month, metric: "revenue" }),
    { ...month, metric: "revenue" },
  ),
  ...(["currencies", "event", "after-amounts", "brackets"] as const).map((refused) =>
    spoken(`cohorts refused, ${refused}`, cohortMatrix, {
      ...nobody,
      refused,
      currencies: [
        { currency: "EUR", rows: 30 },
        { currency: "USD", rows: 12 },
      ],
    }),
  ),
];
