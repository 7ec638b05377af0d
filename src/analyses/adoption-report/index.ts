import type { Questions } from "../analysis";
import { pairOf } from "../id-match/pair-of";
import { withIdMatch } from "../id-match/with-id-match";
import { isOpen, widestQuery } from "../levers/widest";
import { activityRowQuestions } from "../row-counts";
import { adoptionReportCard } from "./card";
import { computeReport } from "./compute";
import { customersQuery } from "./customers";
import { datesQuery, readDates } from "./dates";
import { nearestQuery } from "./gaps";
import { monthFollowUp, monthQuestions } from "./months";
import { readKey } from "./names";
import type { reportParams, ReportRequest } from "./params";
import { reportOf } from "./report";
import { hasScores, reportResult, type ReportResult } from "./result";
import { givenScore, leverRequest } from "./score-given";
import { countsQuery } from "./scored";
import { weeksCode } from "./weeks-code";
import { weeksQuery } from "./weeks-query";

/** C18: the score week by week beside what stays, who is one lever away, and whether equal scores still mean the same. */
export const adoptionReport = withIdMatch<typeof reportParams, ReportResult>(
  {
    ...adoptionReportCard,
    result: reportResult,
    queries: (request): Questions => ({
      ...activityRowQuestions(request.data, request.params.asOf),
      dates: datesQuery(request),
      ...(isOpen(leverRequest(request)) && { widest: widestQuery(leverRequest(request)) }),
      ...monthQuestions(request),
    }),
    followUp: (answers, request): Questions => {
      const { levers, weights } = givenScore(request, answers);
      const dates = readDates(answers.dates);
      const last = dates.shown.at(-1);
      if (!weights || levers.length === 0 || last === undefined) return {};
      const known = knownUntil(request, dates.asOf);
      return {
        counts: countsQuery(known, levers, weights),
        nearest: nearestQuery(known, levers, weights, last),
        ...monthFollowUp(answers, request, dates),
      };
    },
    compute: computeReport,
    report: reportOf,
    asSql: (request, result) => weeksQuery(knownUntil(request, result?.asOf ?? null), result),
    asTypescript: (request, result, relation, language) =>
      result && !hasScores(result) ? null : weeksCode(relation, request, result, language),
    customers: (request, result, who) => {
      if (!hasScores(result)) return null;
      const asked = readKey(who ?? `date ${result.dates.length - 1} scored`, result);
      return asked && customersQuery(knownUntil(request, result.asOf), result, asked);
    },
  },
  (request) => (request.params.mode === "contracts" ? pairOf(request, "contracts", ["own", "beside"]) : []),
);

/** The day that was found stays when more data come. */
function knownUntil(request: ReportRequest, asOf: string | null): ReportRequest {
  return asOf ? { ...request, params: { ...request.params, asOf } } : request;
}
