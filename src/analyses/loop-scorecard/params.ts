import type { ParamSpecs, ParamValues } from "../params";
import { leverParams } from "../levers/lever-params";
import { startParams } from "../start-params";

type Given = Readonly<Record<string, unknown>>;

const isNamed = (value: unknown) => typeof value === "string" && value.trim() !== "";
const hasSurveys = ({ surveys }: Given) => surveys !== null;
const stepsNamed = (params: Given, upTo: number) =>
  Array.from({ length: upTo }, (_, i) => params[`step${i + 1}`]).every(isNamed);

const byContracts = ({ mode }: Given) => mode === "contracts";

const numeric = ["integer", "number", "decimal"];
/** The name of an event; empty: guessed from the names there are, or none. */
const event = { type: "text", default: "", valuesOf: { role: "event" } } as const;
/** What a person calls it; empty: its usual name. */
const called = { type: "text", default: "" } as const;
const days = { type: "number", min: 1, max: 3650, integer: true } as const;

export const loopParams = {
  rule: { type: "rule" },
  ...startParams,
  /** Events that nobody named: guessed from the names in the log, or left out. */
  guess: { type: "switch", default: true },

  expressName: called,
  expressEntry: event,
  expressDone: event,
  expressDays: { ...days, default: 30 },
  step1: event,
  step2: { ...event, visible: (params) => stepsNamed(params, 1) },
  step3: { ...event, visible: (params) => stepsNamed(params, 2) },
  step4: { ...event, visible: (params) => stepsNamed(params, 3) },
  step5: { ...event, visible: (params) => stepsNamed(params, 4) },
  /** The personal call, and the day of life by which it is to be made. */
  call: event,
  callDays: { ...days, default: 7 },

  tailorName: called,
  tailorEntry: event,
  tailorDone: event,
  tailorDays: { ...days, default: 30 },

  amplifyName: called,
  amplifyEntry: event,
  amplifyDone: event,
  amplifyDays: { ...days, default: 14 },
  /** An invitation that was accepted, in the log of whoever invited. */
  accepted: event,
  /** Days of life over which invitations are counted. */
  inviteDays: { ...days, max: 365, default: 30 },

  evolveName: called,
  evolveEntry: event,
  evolveDone: event,
  evolveDays: { ...days, default: 90 },

  /** The entrance: who came to the door, and who came in. */
  door: event,
  bought: event,
  doorDays: { ...days, default: 30 },

  /** Answers of 0 to 10: a column of the log, or of a table of surveys beside it. */
  surveys: { type: "table", default: null },
  score: { type: "column", kinds: numeric, default: null, visible: (params) => !hasSurveys(params) },
  scoreBeside: {
    type: "column",
    of: "surveys",
    kinds: numeric,
    default: null,
    required: true,
    visible: hasSurveys,
  },
  /** The event with which somebody was asked. */
  asked: event,

  /** Gone is who has fallen silent, or who has no contract. */
  mode: { type: "choice", options: ["activity", "contracts"], default: "activity" },
  contracts: { ...leverParams.contracts, visible: byContracts },
  grace: { ...leverParams.grace, visible: byContracts },
  /** Days of silence after which somebody counts as gone. */
  gap: { ...days, default: 30, visible: (params) => !byContracts(params) },
  /** Days after a stage, or after an answer, at whose end it is seen who is still there. */
  later: { ...days, default: 90 },
  asOf: { type: "date", default: "auto" },
} as const satisfies ParamSpecs;

export type LoopParams = ParamValues<typeof loopParams>;

/** Who is silent for so long cannot be seen to be there so soon. */
export function isTooSoon({ mode, gap, later }: LoopParams): boolean {
  return mode === "activity" && later < gap;
}

export const stageIds = ["express", "tailor", "amplify", "evolve"] as const;
export type StageId = (typeof stageIds)[number];

/** The steps that were named, up to the first that was not. */
export function stepsOf({ step1, step2, step3, step4, step5 }: LoopParams): string[] {
  const steps = [step1, step2, step3, step4, step5].map((step) => step.trim());
  const end = steps.indexOf("");
  return end < 0 ? steps : steps.slice(0, end);
}
