import { join, name, sql, type Sql } from "../../engine";
import type { DataSet, Request } from "../analysis";
import { dayOr } from "../calendar";
import { closesOf, opensOf } from "../contracts";
import { contractExtent } from "../extent";
import { columnOf, dateOf, tableOf, textOrNull } from "../role-columns";
import { codes } from "../texts/theme-words";
import type { exitParams } from "./params";

export type ExitRequest = Request<typeof exitParams>;

/** Codes found in the data, each with the theme it means. */
export type Codes = readonly { readonly code: string; readonly theme: string }[];

const allCodes: Codes = [...codes].map(([code, theme]) => ({ code, theme }));

/**
 * lost(logo, left_on, mrr, contact): the customers that left. mentions(logo, code, said): each reason they gave, split at
 * the separator, once a logo. themed(logo, theme, said): the same as themes. `asOf` null: told from the data.
 */
export function exitBlocks(
  request: ExitRequest,
  asOf: string | null,
  found: Codes | null,
): Record<string, Sql> {
  const { params, data } = request;
  return {
    ...(params.mode === "contracts"
      ? {
          extent: asOf === null ? contractExtent(data, params.asOf) : sql`select timestamp ${asOf} as as_of`,
          rows: rowsOf(request),
          ends: sql`
            select logo, max(closes) as left_on
            from rows, extent
            where opens < as_of
            group by logo
            having bool_and(closes is not null) and max(closes) + ${params.grace} <= any_value(as_of)`,
          // What was said stands with the contract that ended last: an earlier loss had its own reasons.
          leaving: sql`select rows.*, left_on from rows join ends on ends.logo = rows.logo and rows.closes = left_on`,
        }
      : {
          rows: rowsOf(request),
          leaving: sql`select *, max(happened) over (partition by logo) as left_on from rows`,
        }),
    lost: sql`
      select logo, any_value(left_on) as left_on, sum(mrr) as mrr, max(contact) as contact
      from leaving
      ${since(params.since)}
      group by logo`,
    ...mentions("mentions", "reason", request),
    themed: themed("mentions", found ?? allCodes),
    ...(params.secondCoder === null
      ? {}
      : {
          ...mentions("second_mentions", "second", request),
          second_themed: themed("second_mentions", found ?? allCodes),
        }),
  };
}

function since(day: string): Sql {
  return day === "auto" ? sql`` : sql`where left_on >= date ${day}`;
}

function mentions(block: string, column: string, { params }: ExitRequest): Record<string, Sql> {
  const text = { text: column };
  const pieces = params.separator === "" ? sql`[${text}]` : sql`string_split(${text}, ${params.separator})`;
  return {
    [block]: sql`
      select logo, lower(piece) as code, min(piece) as said
      from (
        select leaving.logo, trim(unnest(${pieces})) as piece
        from leaving
        where ${text} is not null
      ) join lost using (logo)
      where piece <> ''
      group by all`,
  };
}

/** Known codes become their theme; any other value is a theme of its own, as it is. */
function themed(block: string, found: Codes): Sql {
  const from = { text: block };
  if (found.length === 0)
    return sql`select logo, code as theme, min(said) as said from ${from} group by logo, theme`;
  const values = join(
    found.map(({ code, theme }) => sql`(${code}, ${theme})`),
    ", ",
  );
  return sql`
    select logo, coalesce(known.theme, ${from}.code) as theme, min(said) as said
    from ${from} left join (values ${values}) as known(code, theme) on known.code = ${from}.code
    group by all`;
}

/** rows(logo, opens, closes, happened, mrr, reason, second, contact), as the table has them. */
function rowsOf({ params, data }: ExitRequest): Sql {
  const text = (column: string) => sql`nullif(trim(${name(column)}::varchar), '')`;
  const contact = dayColumn(data, params.contact);
  const isContracts = params.mode === "contracts";
  const role = (["end", "time"] as const).find((one) => data.roles[one] !== undefined);
  const when = role ? dayColumn(data, data.roles[role]!) : sql`null::date`;
  const inner = sql`
    select ${textOrNull(columnOf(data, "customer"))} as logo,
      ${isContracts ? sql`${opensOf(data)} as opens, ${closesOf(data)} as closes,` : sql`${when} as happened,`}
      ${mrrOf(data)} as mrr, ${text(columnOf(data, "reason").name)} as reason,
      ${params.secondCoder === null ? sql`null::varchar` : text(params.secondCoder)} as second, ${contact} as contact
    from ${tableOf(data)}`;
  return isContracts
    ? sql`select * from (${inner}) where logo is not null and isfinite(opens) and (closes is null or closes > opens)`
    : sql`select * from (${inner}) where logo is not null`;
}

function dayColumn(data: DataSet, column: string | null): Sql {
  const found = data.columns.find(({ name: one }) => one === column);
  if (!found) return sql`null::date`;
  const day = dateOf(found);
  return sql`case when isfinite(${day}) then ${day} end`;
}

function mrrOf(data: DataSet): Sql {
  if (data.roles.mrr === undefined) return sql`null::double`;
  const value = sql`${name(columnOf(data, "mrr").name)}::double`;
  return sql`case when isfinite(${value}) then ${value} end`;
}

export function asOfQuery({ data, params }: ExitRequest): Sql {
  return sql`
    with extent as (
      ${params.mode === "contracts" ? contractExtent(data, params.asOf) : sql`select ${dayOr(params.asOf, sql`null::timestamp`)} as as_of`}
    )
    select as_of::date as as_of from extent where as_of is not null`;
}
