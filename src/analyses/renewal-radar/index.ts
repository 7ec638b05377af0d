import { pairOf } from "../id-match/pair-of";
import { withIdMatch } from "../id-match/with-id-match";
import type { Questions } from "../analysis";
import { contractRowQuestions } from "../row-counts";
import { bandNamed } from "./bands";
import { renewalRadarCard } from "./card";
import { computeRadar, readAsOf } from "./compute";
import { readWeekKey } from "./names";
import { isDisordered, type radarParams } from "./params";
import {
  asOfQuery,
  bandsQuery,
  currenciesQuery,
  factsQuery,
  listQuery,
  logosQuery,
  reviewsQuery,
  usageUntilQuery,
  weeksQuery,
} from "./query";
import { reportRadar } from "./report";
import { radarResult, type RadarResult } from "./result";
import { radarData } from "./source";
import { weeksCode } from "./weeks-code";
import { hasWeeks } from "./weeks-figure";

/** C11: contracts by the days they have left, and with whom it is time to talk. Rules and dates, no statistics. */
export const renewalRadar = withIdMatch<typeof radarParams, RadarResult>(
  {
    ...renewalRadarCard,
    result: radarResult,
    queries: (request): Questions =>
      isDisordered(request.params)
        ? {}
        : {
            known: asOfQuery(request),
            ...(request.data.roles.currency === undefined ? {} : { currencies: currenciesQuery(request) }),
            ...contractRowQuestions(radarData(request), request.params.asOf),
          },
    followUp: (answers, request): Questions => {
      const asOf = readAsOf(answers);
      if (asOf === null) return {};
      return {
        bands: bandsQuery(request, asOf),
        facts: factsQuery(request, asOf),
        weeks: weeksQuery(request, asOf),
        list: listQuery(request, asOf),
        ...(request.params.qbr === null ? {} : { reviews: reviewsQuery(request, asOf) }),
        ...(request.params.usage !== null && request.beside?.usage
          ? { until: usageUntilQuery(request, asOf) }
          : {}),
      };
    },
    compute: computeRadar,
    report: reportRadar,
    asSql: (request, result) => weeksQuery(request, result?.asOf ?? null),
    asTypescript: (request, result, relation, language) =>
      result && !hasWeeks(result) ? null : weeksCode(relation, request, result, language),
    customers: (request, result, who) => {
      if (result.asOf === null || result.isDisordered) return null;
      if (who === "late-qbr") return result.qbr && logosQuery(request, result.asOf, "late-qbr");
      const which = who === null ? null : (bandNamed(who) ?? readWeekKey(who, result));
      return who === null || which ? logosQuery(request, result.asOf, which) : null;
    },
  },
  // Usage of accounts without a contract is not looked at; an account without usage looks as if nobody used anything.
  ({ data, beside, params }) =>
    params.usage === null
      ? []
      : pairOf({ data, beside }, "usage", ["own"], {
          own: params.logo,
          other: beside?.usage?.roles.parent === undefined ? "customer" : "parent",
          isExtra: true,
        }),
);
