import { attritionOverTimeCard } from "./card";
import { sql } from "../../engine";
import type { Analysis, Questions } from "../analysis";
import { activityExtent, contractExtent } from "../extent";
import { activityRowQuestions, contractRowQuestions } from "../row-counts";
import { usualGapQuestion } from "../usual-gap";
import { computeOverTime } from "./compute";
import { readCount } from "./counts";
import type { overTimeParams } from "./params";
import { mostShown, refusesWeeks } from "./params";
import { customersQuery, periodsQuery, scoresQuery, type OverTimeRequest } from "./query";
import { rateCode } from "./rate-code";
import { readPeriods } from "./read-periods";
import { reportOverTime } from "./report";
import { overTimeResult, type OverTimeResult } from "./result";
import { fitTrend } from "./trend";

/** C03: attrition period after period, held against its own first periods. */
export const attritionOverTime: Analysis<typeof overTimeParams, OverTimeResult> = {
  ...attritionOverTimeCard,
  result: overTimeResult,
  queries: (request): Questions => {
    const { data, params } = request;
    if (refusesWeeks(params)) return {};
    // The baseline stays where it is when fewer periods are shown: all of them are asked for.
    const periods = periodsQuery({ ...request, params: { ...params, periods: null } });
    const extent = params.mode === "contracts" ? contractExtent : activityExtent;
    const asOf = sql`select as_of::date as as_of from (${extent(data, params.asOf)})`;
    return params.mode === "contracts"
      ? { periods, extent: asOf, ...contractRowQuestions(data, params.asOf) }
      : {
          periods,
          extent: asOf,
          gap: usualGapQuestion(data, params.asOf),
          ...activityRowQuestions(data, params.asOf),
        };
  },
  followUp: (answers, request): Questions => {
    if (!answers.periods || request.params.base === "cumulative") return {};
    const model = fitTrend(readPeriods(answers.periods));
    return model ? { scores: scoresQuery(request, model.fitted) } : {};
  },
  compute: computeOverTime,
  report: reportOverTime,
  asSql: (request, result) => periodsQuery(result ? asItWas(request, result) : request),
  asTypescript: (request, result, relation, language) =>
    result && result.periods.length === 0 ? null : rateCode(relation, request, result, language),
  customers: (request, result, who) => {
    const count = who === null ? null : readCount(who, result);
    if (result.refused || (who !== null && !count)) return null;
    return customersQuery(asItWas(request, result), count);
  },
};

/** With the day the data were known until, and with as many periods as were shown. */
function asItWas({ data, params }: OverTimeRequest, { asOf, total }: OverTimeResult): OverTimeRequest {
  const periods = params.periods ?? (total > mostShown ? mostShown : null);
  return { data, params: { ...params, periods, asOf: asOf ?? params.asOf } };
}
