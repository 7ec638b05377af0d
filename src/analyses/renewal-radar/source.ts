import { name, sql, type Sql } from "../../engine";
import type { DataSet, Request } from "../analysis";
import { endsOf, opensOf } from "../contracts";
import { contractExtent } from "../extent";
import { columnOf, dateOf, tableOf, textOrNull } from "../role-columns";
import type { radarParams } from "./params";
import { usageBlocks } from "./usage";

export type RadarRequest = Request<typeof radarParams>;

/** The table as it is asked: its customer is the logo. */
export function radarData({ data, params }: RadarRequest): DataSet {
  if (params.logo === "customer") return data;
  const { parent, ...roles } = data.roles;
  return { ...data, roles: { ...roles, ...(parent !== undefined && { customer: parent }) } };
}

export function mrrColumn(request: RadarRequest): DataSet["columns"][number] | null {
  return request.data.roles.mrr === undefined ? null : columnOf(request.data, "mrr");
}

/**
 * contracts(logo, opens, ends, days_left, mrr, status, band, qbr, contact, as_of): what is in force, or ended within the days
 * of grace without a successor. `ends` is the first day after the contract; `qbr` and `contact` are the logo's last.
 */
export function radarBlocks(request: RadarRequest, asOf: string | null): Record<string, Sql> {
  const { params } = request;
  const data = radarData(request);
  const column = (wanted: string | null) => {
    const found = data.columns.find((one) => one.name === wanted);
    return found ? dateOf(found) : null;
  };
  const mrr = mrrColumn(request);
  const money = mrr
    ? sql`case when isfinite(${name(mrr.name)}::double) then ${name(mrr.name)}::double end`
    : sql`null::double`;
  const last = (day: Sql | null) =>
    day ? sql`max(case when isfinite(${day}) and ${day} <= as_of then ${day} end)` : sql`null::date`;
  const customer = textOrNull(columnOf(data, "customer"));
  const status = data.roles.status === undefined ? sql`null::varchar` : name(columnOf(data, "status").name);
  return {
    extent: asOf === null ? contractExtent(data, params.asOf) : sql`select timestamp ${asOf} as as_of`,
    terms: sql`
      select *
      from (
        select ${customer} as logo, ${opensOf(data)} as opens, ${endsOf(data)} as ends, ${money} as mrr,
          ${status}::varchar as status
        from ${tableOf(data)}
      )
      where logo is not null and isfinite(opens) and (ends is null or ends > opens)`,
    touches: sql`
      select ${customer} as logo, ${last(column(params.qbr))} as qbr, ${last(column(params.contact))} as contact
      from ${tableOf(data)}, extent
      where ${customer} is not null
      group by all`,
    judged: sql`
      select *, date_diff('day', as_of, ends::timestamp) as days_left,
        exists (
          from terms as next
          where next.logo = terms.logo and next.opens between terms.ends - ${params.grace} and terms.ends + ${params.grace}
            and (next.ends is null or next.ends > terms.ends)
        ) as is_renewed
      from terms, extent
      where opens < as_of`,
    contracts: sql`
      select * exclude (is_renewed), ${bandOf(request)} as band
      from judged left join touches using (logo)
      where not is_renewed and (ends is null or ends + ${params.grace} > as_of)`,
    ...usageBlocks(request),
  };
}

function bandOf({ params }: RadarRequest): Sql {
  return sql`
    case when ends is null then 'open' when days_left <= 0 then 'overdue'
      when days_left < ${params.urgent} then 'urgent' when days_left < ${params.to} then 'late'
      when days_left <= ${params.from} then 'window' else 'later' end`;
}
