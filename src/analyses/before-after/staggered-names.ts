import type { Language } from "../texts";
import type { BeforeAfterParams } from "./params";
import type { StaggeredCohort, StaggeredResult } from "./staggered-result";

/** Under this name the SQL and the keys of lists know a group. */
export function partOf({ kind, met }: Pick<StaggeredCohort, "kind" | "met">): string {
  return met === null ? kind : String(met);
}

export function periodName(
  { periods }: StaggeredResult,
  place: number,
  { grain }: BeforeAfterParams,
  { texts }: Language,
): string {
  return texts.base.periodShort(periods[place]!, grain);
}

export function groupName(
  result: StaggeredResult,
  { kind, met }: Pick<StaggeredCohort, "kind" | "met">,
  params: BeforeAfterParams,
  language: Language,
): string {
  const { kind: names } = language.texts.beforeAfter.staggered;
  return met === null || kind !== "met"
    ? names[kind === "met" ? "never" : kind]
    : names.met(periodName(result, met, params, language));
}
