import { type Sql, sql } from "../../data/sql";
import { firstOffset, type OffsetChange, offsetChanges } from "./offsets";

/**
 * Local time in a zone for a TIMESTAMP that is in UTC. DuckDB's own functions for that lie in an extension that would have
 * to be fetched, so the offsets stand in the query: a tree of comparisons, eight deep for a century of summer times.
 */
export function toZone(utc: Sql, zone: string): Sql {
  if (zone === "UTC") return utc;
  const changes = offsetChanges(zone).map(({ at, after }) => ({ at, offset: after }));
  return sql`${utc} + to_seconds(${offsetOf(utc, changes, firstOffset(zone))})`;
}

/**
 * UTC for a TIMESTAMP that is local time in a zone. A time that summer time skips is taken as if the clock had not been put
 * forward yet; of a time that comes twice, the first is meant.
 */
export function fromZone(local: Sql, zone: string): Sql {
  if (zone === "UTC") return local;
  const changes = offsetChanges(zone).map((change) => ({ at: localBegin(change), offset: change.after }));
  return sql`${local} - to_seconds(${offsetOf(local, changes, firstOffset(zone))})`;
}

function localBegin({ at, before, after }: OffsetChange): number {
  return at + Math.max(before, after);
}

interface Step {
  readonly at: number;
  readonly offset: number;
}

function offsetOf(time: Sql, steps: readonly Step[], first: number): Sql {
  if (!steps.length) return sql`${first}`;
  const middle = steps.length >> 1;
  const { at, offset } = steps[middle]!;
  const earlier = offsetOf(time, steps.slice(0, middle), first);
  const later = offsetOf(time, steps.slice(middle + 1), offset);
  return sql`case when ${time} < ${stamp(at)}::timestamp then ${earlier} else ${later} end`;
}

function stamp(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " ");
}
