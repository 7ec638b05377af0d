import { name, sql, type Sql } from "../../engine";
import { columnOf, isNamed, tableOf } from "../role-columns";
import { codes } from "../texts/theme-words";
import { withBlocks } from "../with-blocks";
import { exitBlocks, type Codes, type ExitRequest } from "./source";

/** Themes that are shown, the most frequent ones. */
export const mostShown = 20;

/** Which of the known codes occur. */
export function codesQuery(request: ExitRequest, asOf: string | null): Sql {
  const both = request.params.secondCoder === null ? sql`` : sql`union select code from second_mentions`;
  return sql`
    ${withBlocks(exitBlocks(request, asOf, []))}
    select code
    from (select code from mentions ${both})
    where code in (${[...codes.keys()]})
    order by code`;
}

/** One row: who left, who of them said why, and with whom nobody had spoken. */
export function totalsQuery(request: ExitRequest, asOf: string | null): Sql {
  const { contactDays } = request.params;
  return sql`
    ${withBlocks({ ...exitBlocks(request, asOf, []), told: sql`select distinct logo from mentions` })}
    select count(*) as lost, count(told.logo) as interviewed,
      count(*) filter (where told.logo is null and ${isUntouched(contactDays)}) as silent,
      coalesce(sum(mrr), 0) as mrr, coalesce(sum(mrr) filter (where told.logo is not null), 0) as mrr_interviewed,
      count(*) filter (where mrr is null) as unknown, count(*) filter (where left_on is null) as undated
    from lost left join told on told.logo = lost.logo`;
}

/** Nobody spoke with the logo in the last days before it left. */
export function isUntouched(days: number): Sql {
  return sql`left_on is not null and (contact is null or contact < left_on - ${days} or contact > left_on)`;
}

/** One row a theme, the most frequent first: its logos, those that said anything, all that left, and the MRR that went. */
export function themesQuery(request: ExitRequest, asOf: string | null, found: Codes | null): Sql {
  const money = request.data.roles.mrr === undefined ? sql`` : sql`, coalesce(sum(mrr), 0) as mrr`;
  return sql`
    ${withBlocks(exitBlocks(request, asOf, found))}
    select theme, min(said) as said, count(*) as logos,
      (select count(distinct logo) from mentions) as interviewed, (select count(*) from lost) as lost${money}
    from themed join lost using (logo)
    group by theme
    order by logos desc, theme
    limit ${mostShown}`;
}

/** How many themes were named by one logo, by two and so on: what the curve of saturation needs. */
export function frequenciesQuery(request: ExitRequest, asOf: string | null, found: Codes): Sql {
  return sql`
    ${withBlocks(exitBlocks(request, asOf, found))}
    select logos, count(*) as themes
    from (select theme, count(*) as logos from themed group by theme)
    group by logos
    order by logos`;
}

/** Themes that are named together, the most frequent pairs first. */
export function pairsQuery(request: ExitRequest, asOf: string | null, found: Codes): Sql {
  return sql`
    ${withBlocks(exitBlocks(request, asOf, found))}
    select a.theme as first, b.theme as second, min(a.said) as first_said, min(b.said) as second_said, count(*) as logos
    from themed as a join themed as b on a.logo = b.logo and a.theme < b.theme
    group by a.theme, b.theme
    order by logos desc, first, second
    limit 15`;
}

/** Of the logos that both coders coded: how many each theme was given by both, by the first alone and by the second. */
export function agreementQuery(request: ExitRequest, asOf: string | null, found: Codes): Sql {
  return sql`
    ${withBlocks({
      ...exitBlocks(request, asOf, found),
      coded: sql`select logo from themed intersect select logo from second_themed`,
      judgements: sql`
        select logo, theme, said, true as by_first from themed
        union all
        select logo, theme, said, false from second_themed`,
    })}
    select theme, min(said) as said, (select count(*) from coded) as coded,
      count(*) filter (where first and second) as both, count(*) filter (where first and not second) as first_only,
      count(*) filter (where second and not first) as second_only
    from (
      select logo, theme, min(said) as said, bool_or(by_first) as first, bool_or(not by_first) as second
      from judgements semi join coded using (logo)
      group by logo, theme
    )
    group by theme
    order by count(*) desc, theme
    limit ${mostShown}`;
}

/** Which currencies rows with a customer are in; blank ones apart from the others. */
export function currenciesQuery({ data }: ExitRequest): Sql {
  const currency = sql`coalesce(nullif(trim(${name(columnOf(data, "currency").name)}::varchar), ''), '?')`;
  return sql`
    with currencies as (
      select distinct ${currency} as currency from ${tableOf(data)} where ${isNamed(columnOf(data, "customer"))}
    )
    select currency from currencies order by currency limit 20`;
}

/** One row a logo that left: since when, its themes, its MRR and the last contact. */
export function logosQuery(request: ExitRequest, asOf: string | null, found: Codes, where: Sql): Sql {
  return sql`
    ${withBlocks({
      ...exitBlocks(request, asOf, found),
      told: sql`select logo, string_agg(said, '; ' order by said) as themes, list(theme) as named from themed group by logo`,
    })}
    select lost.logo::varchar as customer, left_on::date as left_on, coalesce(themes, '') as themes, mrr,
      contact::date as last_contact
    from lost left join told on told.logo = lost.logo
    where ${where}
    order by left_on, customer`;
}
