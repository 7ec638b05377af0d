import type { Who } from "../report";
import type { Language } from "../texts";
import { isInTime, type CohortGrain } from "./params";
import type { CohortResult, StepResult } from "./result";

/** What a row is called: its period, the value of the attribute, or whether it was done. */
export function cohortName(
  id: string,
  result: Pick<CohortResult, "by" | "grain">,
  { texts, format }: Language,
): string {
  const told = texts.cohortMatrix;
  if (result.by === "behaviour") return id === "yes" ? told.did : told.didNot;
  if (!isInTime(result)) return id === "" ? told.noLevel : id;
  return periodName(id, result.grain, { texts, format });
}

export function periodName(
  day: string,
  grain: CohortGrain,
  { texts, format }: Pick<Language, "texts" | "format">,
): string {
  return grain === "day" ? format.dayShort(day) : texts.base.periodShort(day, grain);
}

/** "4", "3–6" or "4+". */
export function stepName({ k, to }: Pick<StepResult, "k" | "to">): string {
  if (to === null) return `${k}+`;
  return to === k + 1 ? String(k) : `${k}–${to - 1}`;
}

export const whats = ["returned", "not", "all"] as const;
export type What = (typeof whats)[number];

/** The cohort of a key that speaks of all of them. */
export const everybody = "*";

/** Customers of a cell by what they did: "2024-01-01;3;returned". All cohorts together: "*". */
export function whoIs(
  cohort: string,
  step: StepResult,
  what: What,
  result: Pick<CohortResult, "by" | "grain">,
  language: Language,
): Who {
  const told = language.texts.cohortMatrix;
  const name = cohort === everybody ? told.all : cohortName(cohort, result, language);
  return {
    key: `${cohort === everybody ? everybody : `=${cohort}`};${step.k};${what}`,
    label: told.who(told.what[what], name, told.step(stepName(step), result.grain)),
  };
}

export function whoInRow(
  cohort: string,
  result: Pick<CohortResult, "by" | "grain">,
  language: Language,
): Who {
  return { key: `=${cohort};;size`, label: cohortName(cohort, result, language) };
}
