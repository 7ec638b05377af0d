import { join, name, sql, type Sql } from "../../engine";
import type { DataSet, Request } from "../analysis";
import { dayOr } from "../calendar";
import { closesOf, endsOf, opensOf as contractOpensOf } from "../contracts";
import { contractExtent } from "../extent";
import { monthColumns } from "../month-columns";
import { columnOf, dateOf, isFiniteTime, tableOf, textOrNull } from "../role-columns";
import type { logoParams } from "./params";

export type LogoRequest = Request<typeof logoParams>;

/** The table as it is asked: its customer is the logo. */
export function logoData({ data, params }: LogoRequest): DataSet {
  if (params.logo === "customer") return data;
  const { parent, ...roles } = data.roles;
  return { ...data, roles: { ...roles, ...(parent !== undefined && { customer: parent }) } };
}

/** The column with the money of a month: of contracts the MRR, of a sheet either. */
export function revenueColumn(request: LogoRequest): DataSet["columns"][number] | null {
  const data = logoData(request);
  const role = (request.params.mode === "contracts" ? (["mrr"] as const) : (["mrr", "amount"] as const)).find(
    (one) => data.roles[one] !== undefined,
  );
  return role ? columnOf(data, role) : null;
}

/** Whether revenue can be told at all: a sheet of ticks counts logos only. */
export function hasRevenue(request: LogoRequest): boolean {
  if (request.params.mode !== "columns") return revenueColumn(request) !== null;
  const columns = monthColumns(request.data.columns, request.params.months);
  const kinds = columns.map(
    ({ column }) => request.data.columns.find(({ name: one }) => one === column)?.kind,
  );
  return columns.length > 0 && !kinds.includes("boolean");
}

/** Blocks that a table is read by. */
export interface Source {
  /** extent(first_day, as_of); reads `entries` of a sheet. */
  readonly extent: Sql;
  /** terms(logo, opens, closes, ends, mrr), of contracts; reads `extent`. */
  readonly terms?: Sql;
  /** entries(logo, month, mrr), of a sheet: as many rows a logo and month as stand there. */
  readonly entries?: Sql;
  /** sheet(logo, month, mrr): one row a logo and month; reads `entries`, and `boundaries` where only months before those are read. */
  readonly sheet?: Sql;
}

export function source(request: LogoRequest, atBoundaries = false): Source {
  const { params } = request;
  const data = logoData(request);
  if (params.mode === "contracts")
    return { extent: contractExtent(data, params.asOf), terms: terms(request) };
  return {
    entries: params.mode === "rows" ? longSheet(request) : wideSheet(request),
    extent: sql`
      select min(month) as first_day, ${dayOr(params.asOf, sql`max(month) + interval 1 month`)} as as_of
      from entries`,
    sheet: sql`
      select logo, month, sum(mrr) as mrr
      from entries
      ${atBoundaries ? sql`where month in (select day - interval 1 month from boundaries)` : sql``}
      group by logo, month`,
  };
}

/** `closes`: the first day on which the contract is over or no longer paid for; `ends`: over. */
function terms(request: LogoRequest): Sql {
  const data = logoData(request);
  const money = revenueColumn(request);
  return sql`
    select *
    from (
      select ${textOrNull(columnOf(data, "customer"))} as logo, ${contractOpensOf(data)} as opens,
        ${closesOf(data)} as closes, ${endsOf(data)} as ends, ${money ? finite(money) : sql`null::double`} as mrr
      from ${tableOf(data)} ${ofCurrency(request)}
    ), extent
    where logo is not null and isfinite(opens) and opens < as_of and (closes is null or closes > opens)`;
}

function longSheet(request: LogoRequest): Sql {
  const data = logoData(request);
  const money = revenueColumn(request);
  const time = columnOf(data, "time");
  return sql`
    select logo, month, mrr
    from (
      select ${textOrNull(columnOf(data, "customer"))} as logo, date_trunc('month', ${dateOf(time)}) as month,
        ${money ? finite(money) : sql`1::double`} as mrr
      from ${tableOf(data)}
      where ${isFiniteTime(time)} ${ofCurrency(request, "and")}
    )
    where logo is not null`;
}

function wideSheet(request: LogoRequest): Sql {
  const data = logoData(request);
  const columns = monthColumns(data.columns, request.params.months);
  const logo = textOrNull(columnOf(data, "customer"));
  if (columns.length === 0)
    return sql`select ${logo} as logo, null::timestamp as month, null::double as mrr from ${tableOf(data)} where false`;
  const months = join(
    columns.map(({ month }) => sql`timestamp ${month}`),
    ", ",
  );
  const cells = join(
    columns.map(({ column }) => sql`${name(column)}::double`),
    ", ",
  );
  return sql`
    select logo, month, case when isfinite(mrr) then mrr end as mrr
    from (select ${logo} as logo, unnest([${months}]) as month, unnest([${cells}]) as mrr from ${tableOf(data)})
    where logo is not null`;
}

function finite(column: DataSet["columns"][number]): Sql {
  const value = sql`${name(column.name)}::double`;
  return column.kind === "number" ? sql`case when isfinite(${value}) then ${value} end` : value;
}

/** Only rows in the chosen currency, where there is a choice. */
function ofCurrency({ data, params }: LogoRequest, word: "where" | "and" = "where"): Sql {
  if (params.currency === "" || data.roles.currency === undefined) return sql``;
  return sql`${{ text: word }} ${currencyOf(data)} = ${params.currency}`;
}

/** A currency as text, blank as none. */
export function currencyOf(data: DataSet): Sql {
  return sql`nullif(trim(${name(columnOf(data, "currency").name)}::varchar), '')`;
}
