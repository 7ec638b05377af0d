import type { Analysis, Answers } from "../analysis";
import { timeToChurnCard } from "./card";
import type { ChurnRequest, Clock } from "./clock";
import { computeChurn, readClock, refusal } from "./compute";
import { customersQuery } from "./customers";
import type { churnParams } from "./params";
import { countQuestions, firstQuestions } from "./query";
import { reportChurn } from "./report";
import { churnResult, type ChurnResult } from "./result";
import { stepsQuery } from "./steps";
import { survivalCode } from "./survival-code";

/** C05: how long customers stay, by Kaplan–Meier. */
export const timeToChurn: Analysis<typeof churnParams, ChurnResult> = {
  ...timeToChurnCard,
  result: churnResult,
  queries: firstQuestions,
  followUp: (answers, request) =>
    canCount(answers, request) ? countQuestions(request, readClock(answers)) : {},
  compute: computeChurn,
  report: reportChurn,
  asSql: (request, result) => stepsQuery(request, result && knownFrom(result)),
  asTypescript: (request, result, relation, language) =>
    result && result.overall.customers === 0 ? null : survivalCode(relation, request, result, language),
  customers: (request, result, who) =>
    result.overall.customers === 0 && result.omitted.length === 0
      ? null
      : customersQuery(request, knownFrom(result), who),
};

function canCount(answers: Answers, { params }: ChurnRequest): boolean {
  return params.mode === "durations" ? refusal(answers, params) === null : readClock(answers) !== null;
}

/** With the days as they were found. */
function knownFrom({ clock }: ChurnResult): Clock | null {
  return clock && { asOf: clock.asOf, gap: clock.gap, from: clock.from };
}
