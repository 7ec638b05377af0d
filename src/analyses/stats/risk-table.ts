/**
 * Customers counted by the time at which their observation ends; any number of rows may share a time.
 * `time` in the analysis' unit, ≥ 0; counts are whole.
 */
export interface SurvivalRow {
  readonly time: number;
  readonly events: number;
  readonly censored: number;
  /** Delayed entry: since when these customers are observed, before `time`. Absent: from the beginning. */
  readonly entry?: number;
  /**
   * The other way to say delayed entry, where entries are counted apart from exits: how many come under observation
   * at this time. Those who leave and were counted nowhere as entering were there from the beginning.
   */
  readonly entered?: number;
}

/** One time at which somebody leaves. At risk are those with entry < time ≤ exit: censored after events of the time. */
export interface RiskRow {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
}

export interface RiskTable {
  /** Ascending, one a time. */
  readonly rows: readonly RiskRow[];
  /** Customers who entered late: time and how many, ascending. */
  readonly entries: readonly { readonly time: number; readonly count: number }[];
  /** Observed from the beginning. */
  readonly first: number;
}

/** The sets at risk of counted customers, in any order. Throws a RangeError on what is no count or no time. */
export function riskTable(counted: readonly SurvivalRow[]): RiskTable {
  const exits = new Map<number, { events: number; censored: number }>();
  const entered = new Map<number, number>();
  let left = 0;
  let late = 0;
  for (const row of counted) {
    check(row);
    const count = row.events + row.censored;
    if (count > 0) {
      const exit = exits.get(row.time) ?? { events: 0, censored: 0 };
      exit.events += row.events;
      exit.censored += row.censored;
      exits.set(row.time, exit);
      left += count;
    }
    for (const [time, number] of [
      [row.time, row.entered ?? 0],
      [row.entry ?? 0, row.entry === undefined ? 0 : count],
    ] as const) {
      if (number > 0) entered.set(time, (entered.get(time) ?? 0) + number);
      late += number;
    }
  }
  if (late > left) throw new RangeError(`more enter than leave: ${late} and ${left}`);
  const entries = [...entered].map(([time, count]) => ({ time, count })).sort((a, b) => a.time - b.time);
  const times = [...exits].sort(([a], [b]) => a - b);

  let atRisk = left - late;
  let next = 0;
  const rows = times.map(([time, { events, censored }]) => {
    for (; next < entries.length && entries[next]!.time < time; next++) atRisk += entries[next]!.count;
    const row = { time, atRisk, events, censored };
    atRisk -= events + censored;
    if (atRisk < 0) throw new RangeError(`more leave by ${time} than have entered`);
    return row;
  });
  return { rows, entries, first: left - late };
}

/** How many are at risk at time t: entered before t, not left before t. */
export function atRiskAt(table: RiskTable, t: number): number {
  let count = table.first;
  for (const entry of table.entries) if (entry.time < t) count += entry.count;
  for (const { time, events, censored } of table.rows) if (time < t) count -= events + censored;
  return count;
}

function check({ time, events, censored, entry, entered }: SurvivalRow) {
  if (!(time >= 0 && time < Infinity)) throw new RangeError(`no time: ${time}`);
  for (const count of [events, censored, entered ?? 0]) {
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`no count: ${count}`);
  }
  if (entry !== undefined && !(entry >= 0 && entry < time)) {
    throw new RangeError(`entry not before the end: ${entry}, ${time}`);
  }
}
