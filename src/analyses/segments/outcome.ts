import { sql, type Sql } from "../../engine";
import type { Answers, Questions, Request } from "../analysis";
import { attributes } from "../attributes";
import { readBoundaries } from "../attrition/compute";
import { boundariesQuery, customersQuery } from "../attrition/query";
import type { attritionParams } from "../attrition/params";
import type { Boundaries } from "../attrition/boundaries";
import type { ParamValues } from "../params";
import { columnOf } from "../role-columns";
import { activityRowQuestions, contractRowQuestions } from "../row-counts";
import { tableRowQuestions } from "../table-rows";
import { withBlocks } from "../with-blocks";
import type { outcomeParams } from "./outcome-params";

export type OutcomeRequest = Pick<Request, "data"> & { readonly params: ParamValues<typeof outcomeParams> };

/** What must be known before anybody can be counted: the period, or the values of the status column; and the rows used. */
export function outcomeQuestions(request: OutcomeRequest): Questions {
  const { data, params } = request;
  if (params.mode === "status") return { ...tableRowQuestions(data), statuses: statusesQuery(request) };
  return {
    boundaries: boundariesQuery(asAttrition(request)),
    ...(params.mode === "contracts"
      ? contractRowQuestions(data, params.asOf)
      : activityRowQuestions(data, params.asOf)),
  };
}

/**
 * Blocks that end in population(customer, is_lost, first_seen): everybody who was there when the period began, and whether they were gone when
 * it ended; of a status column everybody with one clear status. `known`: null before the data have been asked for the period.
 */
export function populationBlocks(request: OutcomeRequest, known: Boundaries | null): Record<string, Sql> {
  if (request.params.mode !== "status")
    return {
      ...(known ? {} : { boundaries: boundariesQuery(asAttrition(request)) }),
      population: sql`
        select customer, what = 'lost' as is_lost, first_seen
        from (
          ${customersQuery(asAttrition(request), known, ["lost", "remaining"])}
        )`,
    };
  return {
    population: sql`
      select customer::varchar as customer, level = ${request.params.left} as is_lost, null::date as first_seen
      from (
        ${latestStatus(request)}
      )
      where level is not null and ${hasOneStatus(request)}`,
  };
}

/** Null: the data hold no day to begin from, or there is no period to speak of. */
export function boundariesOf(answers: Answers): Boundaries | null {
  return answers.boundaries ? readBoundaries(answers) : null;
}

/** When the attributes of customers are read: as the period begins; beside a status, which has no day, the last known. */
export function momentOf({ params }: OutcomeRequest, known: Boundaries | null): Sql {
  if (params.mode === "status") return sql`timestamp 'infinity'`;
  return known ? sql`timestamp ${known.start}` : sql`(select period_start from boundaries)`;
}

function asAttrition({ data, params }: OutcomeRequest): Request<typeof attritionParams> {
  const mode = params.mode === "status" ? "snapshot" : params.mode;
  return { data, params: { ...params, mode } };
}

/** Every value of the status column, with its customers; those with contradicting ones apart (value null, is_clear false). */
function statusesQuery(request: OutcomeRequest): Sql {
  return sql`
    ${withBlocks({ latest: latestStatus(request) })}
    select value, is_clear, count(*) as customers
    from (
      select case when ${hasOneStatus(request)} then level end as value, level is null or ${hasOneStatus(request)} as is_clear
      from latest
    )
    group by value, is_clear
    order by value is null desc, customers desc, value
    limit 50`;
}

function latestStatus({ data }: OutcomeRequest): Sql {
  return attributes(data, columnOf(data, "status").name, sql`timestamp 'infinity'`);
}

/** A table with time has a last status; without it two values of one customer contradict each other. */
function hasOneStatus({ data }: OutcomeRequest): Sql {
  const hasTime = data.roles.time !== undefined || data.roles.start !== undefined;
  return hasTime ? sql`true` : sql`levels = 1`;
}
