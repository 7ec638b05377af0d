import { name, sql, type Sql } from "../../engine";
import { contractExtent } from "../extent";
import { tableOf } from "../role-columns";
import { withBlocks } from "../with-blocks";
import { graceOf, lives, type KnownAsOf, type RenewalProjectionRequest } from "./lives";

export function asOfQuestion({ data, params }: RenewalProjectionRequest): Sql {
  return sql`
    ${withBlocks({ extent: contractExtent(data, params.asOf) })}
    select as_of::date as as_of from extent`;
}

/** Customers by cohort, renewals known and renewals passed. */
export function livesQuestion(request: RenewalProjectionRequest, known: KnownAsOf): Sql {
  return sql`
    ${withBlocks(lives(request, known))}
    select cohort, known, passed, count(*) as customers
    from lives
    group by all
    order by all`;
}

/** How many contracts that ended do so away from a renewal: a term that is wrong shows here. */
export function termsQuestion(request: RenewalProjectionRequest, known: KnownAsOf): Sql {
  const { contracts, extent } = lives(request, known);
  const { term } = request.params;
  const grace = graceOf(request.params);
  return sql`
    ${withBlocks({ ...(extent ? { extent } : {}), contracts: contracts! })}
    select count(*) as contracts, count(*) filter (
        where least(abs((closes - ${grace}) - (opens + to_months(term_count * ${term})::interval)::date),
          abs((closes - ${grace}) - (opens + to_months((term_count + 1) * ${term})::interval)::date)) > ${slack}
      ) as off_term
    from (select opens, closes, date_sub('month', opens, closes - ${grace})::integer // ${term} as term_count from contracts where closes is not null)`;
}

/** Days that a contract may end before or after its term. */
const slack = 7;

/** The rows of a table of survivors as they stand. */
export function survivorsQuery({ data, params }: RenewalProjectionRequest): Sql {
  const { survivors, renewal, cohort } = params;
  return sql`
    select ${cohort === null ? sql`''` : sql`coalesce(trim(${name(cohort)}::varchar), '')`} as cohort,
      ${name(renewal ?? "")}::double as renewal, ${name(survivors ?? "")}::double as survivors
    from ${tableOf(data)}
    where isfinite(${name(renewal ?? "")}::double) and isfinite(${name(survivors ?? "")}::double)
    order by cohort, renewal`;
}
