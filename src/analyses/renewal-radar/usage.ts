import { sql, type Sql } from "../../engine";
import { activity } from "../activity";
import type { DataSet } from "../analysis";
import { knownUntil } from "../calendar";
import { columnOf, isFiniteTime, tableOf, textOrNull, timeOf } from "../role-columns";
import type { RadarRequest } from "./source";

/** Where the log names the account of its users they are counted; otherwise the account's active days. */
export function usageUnit(request: RadarRequest): "users" | "days" | null {
  const usage = request.beside?.usage;
  if (!usage) return null;
  return usage.roles.parent === undefined ? "days" : "users";
}

/**
 * usage(logo, active_before, active_now, gone): users, or days, in the last days and as many before them; `gone` are users
 * of before that were not seen since. The windows end where the log ends, if that is earlier than the contracts' day.
 */
export function usageBlocks(request: RadarRequest): Record<string, Sql> {
  const usage = request.beside?.usage;
  const unit = usageUnit(request);
  if (!usage || !unit) return {};
  const days = request.params.usageDays;
  const time = columnOf(usage, "time");
  return {
    usage_until: sql`
      select least(any_value(as_of), ${knownUntil(timeOf(time), time.kind)}) as until
      from ${tableOf(usage)}, extent
      where ${isFiniteTime(time)}`,
    seen: sql`
      select logo, unit, bool_or(happened < until - interval ${days} day) as was_active,
        bool_or(happened >= until - interval ${days} day) as is_active
      from (${relevantOf(usage, unit)}), usage_until
      where happened >= until - interval ${2 * days} day and happened < until and logo is not null
      group by logo, unit`,
    usage: sql`
      select logo::varchar as logo, count(*) filter (where was_active) as active_before,
        count(*) filter (where is_active) as active_now, count(*) filter (where was_active and not is_active) as gone
      from seen
      group by all`,
  };
}

function relevantOf(usage: DataSet, unit: "users" | "days"): Sql {
  if (unit === "days")
    return sql`select customer as logo, happened::date as unit, happened from (${activity(usage)})`;
  const logo = textOrNull(columnOf(usage, "parent"));
  return sql`select logo, customer as unit, happened from (${activity(usage, { columns: { logo } })})`;
}
