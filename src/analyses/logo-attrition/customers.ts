import { sql, type Sql } from "../../engine";
import type { Who } from "../report";
import type { Language } from "../texts";
import { withBlocks } from "../with-blocks";
import { movesBlocks, type Moments } from "./moves";
import { focalOf, stepsBlocks } from "./query";
import type { LogoPeriod, LogoResult } from "./result";
import { hasRevenue, type LogoRequest } from "./source";

export const whoNames = [
  "start",
  "lost",
  "remaining",
  "new",
  "returned",
  "end",
  "contraction",
  "expansion",
  "late",
  "due",
  "due-lost",
] as const;
export type WhoName = (typeof whoNames)[number];

/** Which logos of which period: "2024-03-01 lost". */
export function keyOf(opens: string, who: WhoName): string {
  return `${opens} ${who}`;
}

/** The way to the logos of a period, and what they are called above their list. */
export function whoIs(opens: string, who: WhoName, grain: LogoResult["grain"], { texts }: Language): Who {
  const told = texts.logoAttrition;
  return { key: keyOf(opens, who), label: told.whoIn(told.who[who], texts.base.period(opens, grain)) };
}

/** What a key needs to know of a result. */
interface Told {
  readonly asOf: string | null;
  readonly series: readonly Pick<LogoPeriod, "opens" | "state">[];
}

/** Null where the key names no number of this result. */
function parseKey(key: string, { series }: Told): { readonly opens: string; readonly who: WhoName } | null {
  const [opens, who, ...rest] = key.split(" ");
  const name = whoNames.find((one) => one === who);
  const period = series.find((one) => one.opens === opens);
  return period && name && rest.length === 0 && period.state !== "not observed"
    ? { opens: period.opens, who: name }
    : null;
}

/** One row a logo: what happened to it in the period, its MRR at both ends and since when it is known. */
export function logosQuery(request: LogoRequest, result: Told, key: string | null): Sql | null {
  const last = result.series[result.series.length - 1];
  const wanted = key === null ? (last ? { opens: last.opens, who: null } : null) : parseKey(key, result);
  if (!wanted || result.asOf === null) return null;
  // The period itself bounds what is asked for: of the first day only its place before that period matters.
  const moments: Moments = { asOf: result.asOf, firstDay: result.series[0]!.opens, focal: wanted.opens };
  const money = hasRevenue(request)
    ? sql`
      case when was_there and not unknown then before end as mrr_at_start,
      case when is_there and not unknown then after end as mrr_at_end,`
    : sql``;
  return sql`
    ${withBlocks({ ...movesBlocks(focalOf(request), moments), ...stepsBlocks() })}
    select logo::varchar as customer, step as what, ${money}
      first_opens::date as customer_since, opens::date as period_start, closes::date as period_end
    from steps join periods using (place)
    where ${wanted.who === null ? sql`true` : conditionOf(wanted.who)}
    order by what, customer`;
}

function conditionOf(who: WhoName): Sql {
  switch (who) {
    case "start":
      return sql`was_there`;
    case "end":
      return sql`is_there`;
    case "contraction":
      return sql`step = 'remaining' and not unknown and after < before`;
    case "expansion":
      return sql`step = 'remaining' and not unknown and after > before`;
    case "late":
      return sql`is_there and is_late`;
    case "due":
      return sql`is_due`;
    case "due-lost":
      return sql`is_due and step = 'lost'`;
    case "lost":
    case "remaining":
    case "new":
    case "returned":
      return sql`step = ${who}`;
  }
}
