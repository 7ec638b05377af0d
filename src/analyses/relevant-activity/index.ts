import { relevantActivityCard } from "./card";
import type { Analysis, Questions } from "../analysis";
import { textAt } from "../answer";
import { readBoundaries } from "../attrition/compute";
import { activityRowQuestions } from "../row-counts";
import { usualGapQuestion } from "../usual-gap";
import { computeRelevantActivity } from "./compute";
import { eventsCode } from "./events-code";
import { gapCode } from "./gap-code";
import type { relevantActivityParams } from "./params";
import { activeQuery, customersQuery, eventsQuery, gapsQuery, type RelevantActivityRequest } from "./query";
import { reportRelevantActivity } from "./report";
import { relevantActivityResult, type RelevantActivityResult } from "./result";
import { lastPeriodQuestion, ruleQuestions } from "./rules";

/** C01: which events count as a customer being active, and how often customers come. */
export const relevantActivity: Analysis<typeof relevantActivityParams, RelevantActivityResult> = {
  ...relevantActivityCard,
  result: relevantActivityResult,
  queries: (request): Questions => ({
    events: eventsQuery(request),
    gap: usualGapQuestion(request.data, request.params.asOf),
    gaps: gapsQuery(request),
    active: activeQuery(request),
    boundaries: lastPeriodQuestion(request),
    ...activityRowQuestions(request.data, request.params.asOf),
  }),
  followUp: (answers, request): Questions => {
    const known = readBoundaries(answers);
    const { events } = answers;
    if (!known || !events) return {};
    const names = Array.from({ length: events.rowCount }, (_, row) => textAt(events, row, "event"));
    return ruleQuestions(request, names, known);
  },
  compute: computeRelevantActivity,
  report: reportRelevantActivity,
  asSql: (request, result) =>
    hasEvents(request)
      ? eventsQuery({ ...request, params: { ...request.params, asOf: result?.asOf ?? request.params.asOf } })
      : gapsQuery(request),
  asTypescript: (request, result, relation, language) => {
    if (hasEvents(request))
      return result?.events.length === 0
        ? null
        : eventsCode(relation, result?.events.length ?? null, language);
    return result?.gap.bins.length === 0 ? null : gapCode(relation, result, language);
  },
  customers: customersQuery,
};

/** Without a column of events there is one, nameless event: what there is to see are the gaps. */
function hasEvents({ data }: RelevantActivityRequest): boolean {
  return data.roles.event !== undefined;
}
