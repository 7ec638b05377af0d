import type { Questions } from "../analysis";
import { pairOf } from "../id-match/pair-of";
import { withIdMatch } from "../id-match/with-id-match";
import { activityRowQuestions } from "../row-counts";
import { clockQuestion } from "../time-to-churn/clock";
import { readClock } from "../time-to-churn/compute";
import { countQuestions } from "../time-to-churn/query";
import type { OnboardingRequest } from "./began";
import { onboardingCard } from "./card";
import { computeOnboarding } from "./compute";
import { onboardingCustomers } from "./customers";
import { daysCode } from "./days-code";
import { lossRequest } from "./losses";
import { stepsOf, type onboardingParams } from "./params";
import { daysQuery, funnelQuery, valueQuery } from "./query";
import { hasDays, leadsWithValue, reportOnboarding } from "./report";
import { valueCode } from "./value-code";
import { valueCurveQuery } from "./value-query";
import { onboardingResult, type OnboardingResult } from "./result";

/** C27: who comes back after the first day, when customers are lost, and how far they get. */
export const onboarding = withIdMatch<typeof onboardingParams, OnboardingResult>(
  {
    ...onboardingCard,
    result: onboardingResult,
    queries: (request): Questions => ({
      clock: clockQuestion(lossRequest(request)),
      ...activityRowQuestions(request.data, request.params.asOf),
    }),
    followUp: (answers, request) => {
      const clock = readClock(answers);
      if (!clock) return {};
      const { counts } = countQuestions(lossRequest(request), clock);
      return {
        days: daysQuery(request, clock.asOf),
        ...(counts && { counts }),
        ...(request.params.value.trim() === "" ? {} : { value: valueQuery(request, clock.asOf) }),
        ...(stepsOf(request.params).length === 0 ? {} : { funnel: funnelQuery(request, clock.asOf) }),
      };
    },
    compute: computeOnboarding,
    report: reportOnboarding,
    asSql: (request, result) =>
      leadsWithValue(request, result)
        ? valueCurveQuery(request, result?.clock?.asOf ?? null)
        : daysQuery(request, result?.clock?.asOf ?? null),
    asTypescript: (request: OnboardingRequest, result, relation, language) =>
      leadsWithValue(request, result)
        ? valueCode(relation, request, language)
        : result && !hasDays(result)
          ? null
          : daysCode(relation, request, language),
    customers: onboardingCustomers,
  },
  // Who is only in the table of customers never did anything; who is only in the log has no start.
  ({ data, beside, params }) =>
    params.people === null ? [] : pairOf({ data, beside }, "people", ["own", "beside"]),
);
