/** From `at` (seconds since 1970, UTC) on, local time is this many seconds ahead of UTC. */
export interface OffsetChange {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** What the browser's own zone data say of the years 1900 to 2100: summer time, and every change a country has made. */
export function offsetChanges(zone: string): readonly OffsetChange[] {
  const known = remembered.get(zone);
  if (known) return known;
  const clock = clockOf(zone);
  const changes: OffsetChange[] = [];
  const week = 7 * 86_400;
  const end = Date.UTC(2100, 0, 1) / 1000;
  let from = Date.UTC(1900, 0, 1) / 1000;
  let before = offsetAt(clock, from);
  for (let to = from + week; to < end; from = to, to += week) {
    const after = offsetAt(clock, to);
    if (after === before) continue;
    changes.push({ at: changeBetween(clock, from, to, before), before, after });
    before = after;
  }
  remembered.set(zone, changes);
  return changes;
}

/** Seconds ahead of UTC in 1900, before any change. */
export function firstOffset(zone: string): number {
  return offsetChanges(zone)[0]?.before ?? offsetAt(clockOf(zone), 0);
}

const remembered = new Map<string, readonly OffsetChange[]>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const [year, rest] = ["numeric", "2-digit"] as const;
  return new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    era: "short",
    ...{ year, month: rest, day: rest, hour: rest, minute: rest, second: rest },
  });
}

function offsetAt(clock: Intl.DateTimeFormat, seconds: number): number {
  const parts = Object.fromEntries(
    clock.formatToParts(seconds * 1000).map(({ type, value }) => [type, value]),
  );
  const [year, month, day, hour, minute, second] = ["year", "month", "day", "hour", "minute", "second"].map(
    (part) => Number(parts[part]),
  ) as [number, number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - seconds;
}

/** To the second. A week holds one change; where two were ever closer, the later one counts. */
function changeBetween(clock: Intl.DateTimeFormat, from: number, to: number, before: number): number {
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(clock, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
