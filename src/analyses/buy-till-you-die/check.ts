import { holdoutByFrequency, tracking, type HoldoutRow, type TrackingPoint } from "../stats/btyd/holdout";
import { columnOf, historyColumns, tableOf, type HistoryColumns } from "./columns";
import { lastClass, told, type FitTold } from "./forecast";
import { modelNames, models, type ModelName } from "./models";
import type { Table } from "../../engine";

export interface CheckInput {
  readonly held: HistoryColumns;
  /** Purchases after the calibration end of the customers of each history. */
  readonly later: Float64Array;
  readonly weeksHeld: number;
  /** Days after the first day of all on which customers came, and how many. */
  readonly starts: { readonly at: Float64Array; readonly customers: Float64Array };
  /** Repeat purchases of each whole week. */
  readonly bought: Float64Array;
}

export interface Checked {
  readonly fits: readonly FitTold[];
  /** In the order of the fits that there are. */
  readonly models: readonly {
    readonly model: ModelName;
    readonly rows: readonly HoldoutRow[];
    readonly actual: number;
    readonly expected: number;
    readonly tracking: readonly TrackingPoint[];
  }[];
}

/** All models on the purchases before the calibration end, and what they expected of the time after it. */
export function check(
  { held, later, weeksHeld, starts, bought }: CheckInput,
  onProgress: (share: number) => void = () => undefined,
): Checked {
  const rows = tableOf(held).map((row, i) => ({ ...row, later: later[i]! }));
  const came = Array.from(starts.at, (days, i) => ({ at: days / 7, n: starts.customers[i]! }));
  const fits: FitTold[] = [];
  const found = modelNames.flatMap((name) => {
    const model = models[name];
    const fit = model.fit(rows);
    fits.push(told(name, fit));
    onProgress(fits.length / modelNames.length);
    if (!fit.ok) return [];
    const { parameters } = fit;
    const expected = (t: number) => model.expected(parameters, t);
    return [
      {
        model: name,
        ...holdoutByFrequency(
          rows,
          (history) => model.conditional(parameters, history, weeksHeld),
          lastClass,
        ),
        tracking: tracking(came, Array.from(bought), 1, expected),
      },
    ];
  });
  return { fits, models: found };
}

/** What was asked about the time that is held out, as the check takes it. */
export function checkInput(
  { held, weeks, starts }: { held: Table; weeks: Table | undefined; starts: Table },
  { firstDay, end, asOf }: { firstDay: string; end: string; asOf: string },
): CheckInput {
  const wholeWeeks = Math.floor(daysBetween(firstDay, asOf) / 7);
  const bought = new Float64Array(wholeWeeks);
  const [week, purchases] = [columnOf(weeks, "week"), columnOf(weeks, "purchases")];
  week.forEach((at, i) => {
    if (at < wholeWeeks) bought[at] = purchases[i]!;
  });
  const at: number[] = [];
  const customers: number[] = [];
  starts.rows().forEach((row, i) => {
    const days = daysBetween(firstDay, dayText(row.first_day));
    if (days >= daysBetween(firstDay, end)) return;
    at.push(days);
    customers.push(columnOf(starts, "customers")[i]!);
  });
  return {
    held: historyColumns(held),
    later: columnOf(held, "later"),
    weeksHeld: daysBetween(end, asOf) / 7,
    starts: { at: Float64Array.from(at), customers: Float64Array.from(customers) },
    bought,
  };
}

export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

export function dayText(value: unknown): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
