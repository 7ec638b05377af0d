import { sql, type Sql } from "../../engine";
import { activity, customerOf, eventOf, happenedOf, usable } from "../activity";
import type { DataSet, Request } from "../analysis";
import { AnalysisError } from "../analysis-error";
import { activityExtent, asOfExtent } from "../extent";
import { columnOf, tableOf, textOrNull, timeOf } from "../role-columns";
import type { OnboardingParams, onboardingParams } from "./params";

export type OnboardingRequest = Request<typeof onboardingParams>;

/** As much of a request as says when customers began. */
export interface BeganRequest {
  readonly data: DataSet;
  readonly params: Pick<OnboardingParams, "people" | "start" | "startBeside" | "window" | "asOf">;
  readonly beside?: Readonly<Record<string, DataSet>>;
  /** Ids meet those of yet another table: as text. */
  readonly asText?: boolean;
}

/**
 * Blocks that end in began(customer, started): everybody whose start lies before all is known, with the moment of it. By
 * the calendar a start is the whole day, for a log may tell no time of day.
 */
export function beganBlocks(request: BeganRequest, asOf: string | null): Record<string, Sql> {
  const { data, params } = request;
  return {
    extent: activityExtent(data, asOf ?? params.asOf),
    activity: activity(data),
    starts: starts(request),
    began: sql`
      select customer, ${params.window === "calendar" ? sql`date_trunc('day', started)` : sql`started`} as started
      from starts, extent
      where started < as_of`,
  };
}

function starts(request: BeganRequest): Sql {
  const { data, params, beside } = request;
  const column = params.people === null ? params.start : params.startBeside;
  if (column === null)
    return sql`
      select ${idOf(request, sql`customer`)} as customer, min(happened) as started
      from activity
      group by 1`;
  const table = params.people === null ? data : beside?.people;
  const found = table?.columns.find(({ name }) => name === column);
  if (!table || !found) throw new AnalysisError("missing-column", `missing column: ${column}`);
  const started = timeOf(found);
  return sql`
    select ${idOf(request, textOrNull(columnOf(table, "customer")))} as customer, min(${started}) as started
    from ${tableOf(table)}
    where ${textOrNull(columnOf(table, "customer"))} is not null and isfinite(${started})
    group by 1`;
}

/** Ids of two tables may have two types: compared as text then, else as they are, which is faster. */
export function idOf({ params, asText }: Pick<BeganRequest, "params" | "asText">, customer: Sql): Sql {
  return params.people === null && !asText ? customer : sql`${customer}::varchar`;
}

/** Rows with one of some events, whatever the rule says of them. */
export function eventRows(request: BeganRequest, events: readonly string[]): Sql {
  const { data } = request;
  return sql`
    select ${idOf(request, customerOf(data))} as customer, ${happenedOf(data)} as happened, trim(${eventOf(data)}) as event
    from ${tableOf(data)}
    where ${usable(data)} and ${happenedOf(data)} < ${asOfExtent} and trim(${eventOf(data)}) in (${events})`;
}
