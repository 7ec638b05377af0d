import type { Answers } from "../analysis";
import { pairOf } from "../id-match/pair-of";
import { withIdMatch } from "../id-match/with-id-match";
import { timeToChurnCard } from "./card";
import type { ChurnRequest, Clock } from "./clock";
import { computeChurn, readClock, refusal } from "./compute";
import { customersQuery } from "./customers";
import { startOf, type churnParams } from "./params";
import { countQuestions, firstQuestions } from "./query";
import { reportChurn } from "./report";
import { churnResult, type ChurnResult } from "./result";
import { stepsQuery } from "./steps";
import { survivalCode } from "./survival-code";

/** C05: how long customers stay, by Kaplan–Meier. */
export const timeToChurn = withIdMatch<typeof churnParams, ChurnResult>(
  {
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
  },
  ({ data, beside, params }) =>
    params.mode === "durations" || params.people === null
      ? []
      : pairOf({ data, beside }, "people", ["own"], { isExtra: startOf(params) === null }),
);

function canCount(answers: Answers, { params }: ChurnRequest): boolean {
  return params.mode === "durations" ? refusal(answers, params) === null : readClock(answers) !== null;
}

/** With the days as they were found. */
function knownFrom({ clock }: ChurnResult): Clock | null {
  return clock && { asOf: clock.asOf, gap: clock.gap, from: clock.from };
}
