import { riskTable } from "../stats/risk-table";
import { hazard } from "../stats/person-time";
import type { Counted } from "./curve";
import type { Unit } from "./params";
import type { ChurnResult } from "./result";

const widths: Record<Unit, readonly number[]> = {
  day: [1, 7, 14, 30, 60, 90, 180, 365, 730],
  week: [1, 2, 4, 13, 26, 52, 104],
  month: [1, 2, 3, 6, 12, 24, 36],
};
const mostIntervals = 24;

/** Intervals (from, to] of a width that people count in, up to the last time; the first one has time 0 in it. */
export function intervalsOf(
  { rows }: Counted,
  unit: Unit,
  { reach = Infinity, most = mostIntervals }: { reach?: number; most?: number } = {},
): ChurnResult["intervals"] {
  const table = riskTable(rows);
  const lastTime = Math.min(reach, table.rows.at(-1)?.time ?? 0);
  const width = widths[unit].find((one) => lastTime / one <= most) ?? Math.ceil(lastTime / most);
  const entries = rows.filter(({ entered }) => entered > 0);
  return Array.from({ length: Math.max(1, Math.ceil(lastTime / width)) }, (_, i) => {
    const [from, to] = [i * width, (i + 1) * width];
    const within = table.rows.filter(({ time }) => time <= to && (time > from || i === 0));
    const events = sum(within.map((row) => row.events));
    // Each customer's time within the interval, as that of exits less that of entries.
    const spent = (time: number) => Math.min(to, Math.max(from, time)) - from;
    const personTime =
      sum(table.rows.map((row) => (row.events + row.censored) * spent(row.time))) -
      sum(entries.map(({ time, entered }) => entered * spent(time)));
    const rate = personTime > 0 ? hazard(events, personTime) : null;
    return {
      from,
      to,
      atRisk:
        i === 0
          ? table.first
          : leaving(table.rows.filter(({ time }) => time > from)) - entering(entries, from, Infinity),
      events,
      censored: sum(within.map((row) => row.censored)),
      entered: entering(entries, from, to),
      personTime,
      hazard: rate && rate.rate,
      hazardInterval: rate && [rate.interval[0], rate.interval[1]],
    };
  });
}

function leaving(rows: readonly { readonly events: number; readonly censored: number }[]): number {
  return sum(rows.map(({ events, censored }) => events + censored));
}

function entering(entries: Counted["rows"], from: number, to: number): number {
  return sum(entries.filter(({ time }) => time > from && time <= to).map(({ entered }) => entered));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
