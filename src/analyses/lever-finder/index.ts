import { sql } from "../../engine";
import type { Analysis, Questions } from "../analysis";
import { pairOf } from "../id-match/pair-of";
import type { Pair } from "../id-match/match";
import { withIdMatch } from "../id-match/with-id-match";
import { controlQuestions, controlsFrom } from "../levers/controls";
import { factsQuery } from "../levers/facts";
import { leversOverlap } from "../levers/overlap";
import { isOpen, leversOf, widestQuery } from "../levers/widest";
import { columnOf, tableOf, textOrNull } from "../role-columns";
import { activityRowQuestions } from "../row-counts";
import { tableRowQuestions } from "../table-rows";
import { leverFinderCard } from "./card";
import { computeFinder } from "./compute";
import { linedOf, readKey } from "./names";
import type { FinderRequest, finderParams } from "./params";
import { countsQuery, customersQuery, sidesQuery, type Line } from "./query";
import { hasFigure, reportFinder } from "./report";
import { finderResult, type FinderResult } from "./result";
import { sidesCode } from "./sides-code";
import { leverOf } from "../levers/lever";

const analysis: Analysis<typeof finderParams, FinderResult> = {
  ...leverFinderCard,
  result: finderResult,
  queries: (request): Questions => {
    const { data, params } = request;
    if (leversOverlap(params)) return {};
    return params.mode === "columns"
      ? { ...tableRowQuestions(data), statuses: statusesQuery(request), ...controlQuestions(request) }
      : {
          ...activityRowQuestions(data, params.asOf),
          ...(isOpen(request) ? { widest: widestQuery(request) } : {}),
          ...controlQuestions(request),
        };
  },
  followUp: (answers, request): Questions => {
    const { params } = request;
    if (leversOverlap(params) || (params.mode === "columns" && (params.left === "" || !params.levers.length)))
      return {};
    const levers = leversOf(request, answers);
    return {
      facts: factsQuery(request, levers),
      counts: countsQuery(request, levers, controlsFrom(request, answers)),
    };
  },
  compute: computeFinder,
  report: reportFinder,
  asSql: (request, result) => sidesQuery(asItWas(request, result), linesOf(request, result)),
  asTypescript: (_, result, relation, language) =>
    result && !hasFigure(result) ? null : sidesCode(relation, result?.overall.rate ?? null, language),
  customers: (request, result, who) => {
    if (result.overall.n === 0) return null;
    const asked = readKey(who ?? "all", result);
    return asked && customersQuery(asItWas(request, result), asked.part, asked.what);
  },
};

/** C15: from which value on does a behaviour go with staying? */
export const leverFinder = withIdMatch<typeof finderParams, FinderResult>(analysis, finderPairs);

/** A customer of whom the log knows nothing has done nothing; what customers bring along only says more. */
function finderPairs({ data, beside, params }: FinderRequest): readonly Pair[] {
  const contracts = params.mode === "contracts" ? beside?.contracts : undefined;
  return [
    ...(contracts ? pairOf({ data, beside }, "contracts", ["own", "beside"]) : []),
    ...(params.people === null
      ? []
      : pairOf({ data: contracts ?? data, beside }, "people", ["own"], { isExtra: true })),
  ];
}

function linesOf(request: FinderRequest, result: FinderResult | null): readonly Line[] {
  if (result && hasFigure(result))
    return linedOf(result).map(({ lever }) => ({
      lever: { behaviour: lever.behaviour, cut: lever.given },
      cut: lever.best.cut,
    }));
  const asked = request.params.levers.map(leverOf);
  // A log that is to say itself what there is has at least its days.
  const levers = asked.length ? asked : request.params.mode === "columns" ? [] : [leverOf("*days")];
  return levers.map((lever) => ({ lever, cut: lever.cut }));
}

/** The day that was found stays when more data come. */
function asItWas(request: FinderRequest, result: FinderResult | null): FinderRequest {
  const { params } = request;
  if (params.mode === "columns" || !result) return request;
  return { ...request, params: { ...params, asOf: result.asOf ?? params.asOf } };
}

function statusesQuery({ data }: FinderRequest) {
  const status = textOrNull(columnOf(data, "status"));
  return sql`
    select ${status}::varchar as value, count(distinct ${textOrNull(columnOf(data, "customer"))}) as customers
    from ${tableOf(data)}
    where ${status} is not null
    group by value
    order by customers desc, value
    limit 50`;
}
