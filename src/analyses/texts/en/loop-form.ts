import type { FormTexts } from "../form-texts";

const isNamed = (value: unknown) => typeof value === "string" && value.trim() !== "";

/** The holes of the steps that play a part: one more than are named. */
export function stepHoles(params: Readonly<Record<string, unknown>>): string {
  const steps = [1, 2, 3, 4, 5];
  const named = steps.findIndex((n) => !isNamed(params[`step${n}`]));
  return steps
    .slice(0, named < 0 ? steps.length : named + 1)
    .map((n) => `{step${n}}`)
    .join(", ");
}

const leaving = ({ mode }: Readonly<Record<string, unknown>>) =>
  mode === "contracts"
    ? "Left means {mode} in {contracts}, with days of grace: {grace} (relevant activity: {rule})"
    : "Left means {mode}: nothing of {rule} for {gap} days";

const entry = { label: "Begins with", unset: "the beginning" };
const done = { label: "Done with", unset: "(which event?)" };
const within = { label: "Days" };

export const form: FormTexts = {
  title: "Loop scorecard",
  question: "After the purchase: which stages of the loop are measured, and what do they show?",
  sentence: (params) =>
    `A customer begins with {${params.people === null ? "start" : "startBeside"}} (table of customers: {people}). Events that are not named {guess}. {expressName}: from {expressEntry} to {expressDone} within {expressDays} days; its steps are ${stepHoles(params)}; a call, {call}, by day {callDays}. {tailorName}: from {tailorEntry} to {tailorDone} within {tailorDays} days. {amplifyName}: from {amplifyEntry} to the invitation {amplifyDone} within {amplifyDays} days; accepted is {accepted}; invitations are counted over {inviteDays} days of life. {evolveName}: from {evolveEntry} to {evolveDone} within {evolveDays} days. At the entrance: from {door} to {bought} within {doorDays} days. Scores of 0 to 10 are in {${params.surveys === null ? "score" : "scoreBeside"}} (table of surveys: {surveys}), asked with {asked}. ${leaving(params)}; who is still there is seen {later} days later. Data known until: {asOf}.`,
  params: {
    rule: { label: "Activity" },
    people: { label: "Table of customers", unset: "none" },
    start: { label: "Beginning", unset: "the first activity" },
    startBeside: { label: "Beginning", unset: "(which column?)" },
    guess: { label: "Events not named", options: { true: "are guessed", false: "are not measured" } },
    expressName: { label: "First stage", unset: "Onboarding" },
    expressEntry: entry,
    expressDone: { label: "Done with", unset: "(which event? or all steps)" },
    expressDays: within,
    step1: { label: "First step", unset: "(which steps?)" },
    step2: { label: "Second step", unset: "…" },
    step3: { label: "Third step", unset: "…" },
    step4: { label: "Fourth step", unset: "…" },
    step5: { label: "Fifth step", unset: "…" },
    call: { label: "Call", unset: "(which event?)" },
    callDays: { label: "Day of the call" },
    tailorName: { label: "Second stage", unset: "Personalisation" },
    tailorEntry: entry,
    tailorDone: done,
    tailorDays: within,
    amplifyName: { label: "Third stage", unset: "Promoters" },
    amplifyEntry: entry,
    amplifyDone: { label: "Invitation", unset: "(which event?)" },
    amplifyDays: within,
    accepted: { label: "Accepted", unset: "(which event?)" },
    inviteDays: { label: "Days of invitations" },
    evolveName: { label: "Fourth stage", unset: "Adapting" },
    evolveEntry: entry,
    evolveDone: done,
    evolveDays: within,
    door: { label: "Came to the door", unset: "(which event?)" },
    bought: { label: "Came in", unset: "(which event?)" },
    doorDays: within,
    surveys: { label: "Table of surveys", unset: "none" },
    score: { label: "Scores", unset: "(which column?)" },
    scoreBeside: { label: "Scores", unset: "(which column?)" },
    asked: { label: "Asked", unset: "(which event?)" },
    mode: {
      label: "Left means",
      options: { activity: "silence", contracts: "no contract" },
    },
    contracts: { label: "Table of contracts", unset: "(which table?)" },
    grace: { label: "Days of grace" },
    gap: { label: "Days of silence" },
    later: { label: "Days later" },
    asOf: { label: "Data known until", unset: "the last whole day" },
  },
};
