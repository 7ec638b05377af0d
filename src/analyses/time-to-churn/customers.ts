import { join, sql, type Sql } from "../../engine";
import { withBlocks } from "../with-blocks";
import type { ChurnRequest, Clock } from "./clock";
import { livesBlocks, omissions } from "./lives";
import { placedBlocks } from "./places";
import { readKey, type Key } from "./who";

/** One row a customer: the group, since when, until when, how long, and whether it has left. Null for an unknown key. */
export function customersQuery(request: ChurnRequest, known: Clock | null, who: string | null): Sql | null {
  const key = who === null ? everybody : readKey(who);
  if (!key) return null;
  const isDated = request.params.mode !== "durations";
  const evidence = isDated ? sql`opened as since, closed as until,` : sql``;
  if (key.what === "omitted") {
    const why = omissions.find((one) => one === key.why);
    if (!why) return null;
    return sql`
      ${withBlocks(livesBlocks(request, known))}
      select customer::varchar as customer, ${evidence} time as observed, entry as entered, omission as left_out_for
      from lives
      where omission = ${why}
      order by 1`;
  }
  return sql`
    ${withBlocks(placedBlocks(request, known))}
    select customer::varchar as customer, level as "group", ${evidence} entry as entered, time as observed,
      case when lost then 'lost' else 'still there' end as state
    from placed
    where ${join(conditions(key), " and ")}
    order by time, customer`;
}

const everybody: Key = { what: "all", place: null, from: null, to: null };

function conditions(key: Exclude<Key, { what: "omitted" }>): Sql[] {
  const place = key.place === null ? sql`true` : sql`place = ${key.place}`;
  switch (key.what) {
    case "risk":
      return [place, sql`time >= ${exact(key.at)}`, sql`(entry < ${exact(key.at)} or entry = 0)`];
    case "after":
      return [place, sql`entry <= ${exact(key.at)}`, key.at === 0 ? sql`true` : sql`time > ${exact(key.at)}`];
    case "entered":
      return [place, sql`entry > 0`, ...between(sql`entry`, key)];
    case "all":
      return [place, ...between(sql`time`, key)];
    case "lost":
      return [place, sql`lost`, ...between(sql`time`, key)];
    case "kept":
      return [place, sql`not lost`, ...between(sql`time`, key)];
  }
}

function between(value: Sql, { from, to }: { from: number | null; to: number | null }): Sql[] {
  // Both bounds alike name a single time.
  if (from !== null && from === to) return [sql`${value} = ${exact(from)}`];
  return [
    ...(from === null ? [] : [sql`${value} > ${exact(from)}`]),
    ...(to === null ? [] : [sql`${value} <= ${exact(to)}`]),
  ];
}

/** Written with a point DuckDB takes a number for a decimal, which may not be the double that was meant. */
function exact(value: number): Sql {
  return sql`${String(value)}::double`;
}
