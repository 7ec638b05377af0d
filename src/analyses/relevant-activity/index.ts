import { activity } from "../activity";
import type { Analysis, Questions } from "../analysis";
import { textAt } from "../answer";
import { readBoundaries } from "../attrition/compute";
import { activityRowQuestions } from "../row-counts";
import { usualGapQuestion } from "../usual-gap";
import { computeRelevantActivity } from "./compute";
import { eventsCode } from "./events-code";
import { relevantActivityParams } from "./params";
import { activeQuery, eventsQuery, gapsQuery } from "./query";
import { reportRelevantActivity } from "./report";
import { relevantActivityResult, type RelevantActivityResult } from "./result";
import { lastPeriodQuestion, ruleQuestions } from "./rules";

/** C01: which events count as a customer being active, and how often customers come. */
export const relevantActivity: Analysis<typeof relevantActivityParams, RelevantActivityResult> = {
  id: "relevant-activity",
  form: (texts) => texts.relevantActivity.form,
  needs: () => ["customer", "time"],
  params: relevantActivityParams,
  result: relevantActivityResult,
  queries: (request): Questions => ({
    events: eventsQuery(request),
    gap: usualGapQuestion(activity(request.data)),
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
    eventsQuery({ ...request, params: { ...request.params, asOf: result?.asOf ?? request.params.asOf } }),
  // Without a column of events the first figure is that of the gaps, which these rows do not hold.
  asTypescript: ({ data }, result, relation, language) =>
    data.roles.event === undefined || result?.events.length === 0
      ? null
      : eventsCode(relation, result?.events.length ?? null, language),
};
