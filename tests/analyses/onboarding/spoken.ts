import { onboarding } from "../../../src/analyses/onboarding";
import { onboardingFound, onboardingResultOf } from "../../charts/fixtures/onboarding";
import { spoken, type Spoken } from "../texts/spoken-one";

const few = [{ day: 1, x: 2, n: 9 }];

/** Every way in which this report can turn out. */
export const spokenOnboarding: readonly Spoken[] = [
  spoken("onboarding", onboarding, onboardingFound, {
    value: "report_shared",
    step1: "project_created",
    step2: "colleague_invited_to_the_project",
    step3: "report_shared",
  }),
  spoken("onboarding, below the benchmark", onboarding, onboardingFound, {
    benchmark: 0.55,
    window: "rolling",
    reading: "after",
    same: true,
  }),
  spoken("onboarding, above the benchmark", onboarding, onboardingFound, {
    benchmark: 0.1,
    people: "users",
    startBeside: "since",
  }),
  spoken(
    "onboarding, losses late",
    onboarding,
    onboardingResultOf(few, [
      { time: 20, events: 1, censored: 0 },
      { time: 200, events: 400, censored: 0 },
      { time: 400, events: 0, censored: 300 },
    ]),
    { days: [1], benchmark: 0.2 },
  ),
  spoken(
    "onboarding, losses at an even pace",
    onboarding,
    onboardingResultOf(few, [
      { time: 20, events: 2, censored: 0 },
      { time: 90, events: 4, censored: 0 },
      { time: 120, events: 0, censored: 30 },
    ]),
    { days: [1] },
  ),
  spoken("onboarding, nobody seen", onboarding, onboardingResultOf([{ day: 1, x: 0, n: 0 }], []), {
    days: [1],
  }),
  spoken("onboarding, one customer", onboarding, onboardingResultOf([{ day: 0, x: 1, n: 1 }], []), {
    days: [0],
  }),
  spoken("onboarding of nothing", onboarding, {
    ...onboardingResultOf([{ day: 1, x: 0, n: 0 }], []),
    clock: null,
    rows: { total: 0, used: 0, excluded: [], duplicates: 0, customers: 0, withoutTime: 0 },
  }),
];
