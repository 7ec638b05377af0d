import { cox, hazardRatios } from "../stats/cox";
import type { CoxRow } from "../stats/cox-sums";
import { exposureRows } from "../stats/landmark";
import type { TaskContext } from "./tasks";

/** Customers alike in all three times, counted. */
export interface ExposureCounts {
  /** Since when the behaviour is there; NaN: never seen. */
  readonly exposure: Float64Array;
  readonly ended: Float64Array;
  /** 1: left at `ended`; 0: still there then. */
  readonly gone: Uint8Array;
  readonly customers: Float64Array;
}

export interface ExposureTask {
  readonly behaviours: readonly ExposureCounts[];
  readonly landmark: number;
}

/** A ratio of the hazard of leaving, with the behaviour to without; null where there is no finite estimate. */
export type Hazard = { readonly ratio: number; readonly interval: [number, number] } | null;

/** Of each behaviour the naive ratio, that with the behaviour counted from its beginning on, and that at the landmark. */
export function exposureTask({ behaviours, landmark }: ExposureTask, { onProgress }: TaskContext) {
  return behaviours.map((counts, i) => {
    const naive = new CountedRows();
    const inTime = new CountedRows();
    const atLandmark = new CountedRows();
    let [exposed, others] = [0, 0];
    for (let row = 0; row < counts.ended.length; row++) {
      const exposure = counts.exposure[row]!;
      const customer = {
        exposure: Number.isNaN(exposure) ? null : exposure,
        end: counts.ended[row]!,
        left: counts.gone[row] === 1,
      };
      const n = counts.customers[row]!;
      const rows = exposureRows([customer], landmark);
      naive.add(rows.naive, n);
      inTime.add(rows.timeDependent, n);
      atLandmark.add(rows.landmark, n);
      exposed += n * rows.landmarkExposed;
      others += n * rows.landmarkOthers;
    }
    const found = {
      naive: hazardOf(naive),
      inTime: hazardOf(inTime),
      landmark: hazardOf(atLandmark),
      exposed,
      others,
    };
    onProgress((i + 1) / behaviours.length);
    return found;
  });
}

/** Rows alike in times and values put together: their order, and how many customers share one, change nothing. */
class CountedRows {
  readonly #rows = new Map<string, { -readonly [K in keyof CoxRow]: CoxRow[K] }>();

  add(rows: readonly CoxRow[], n: number): void {
    for (const { entry, time, values, events, censored } of rows) {
      const key = `${entry} ${time} ${values[0]}`;
      const known = this.#rows.get(key);
      if (known) {
        known.events += n * events;
        known.censored += n * censored;
      } else
        this.#rows.set(key, {
          ...(entry !== undefined && { entry }),
          time,
          values,
          events: n * events,
          censored: n * censored,
        });
    }
  }

  all(): readonly CoxRow[] {
    return [...this.#rows.values()];
  }
}

function hazardOf(rows: CountedRows): Hazard {
  const fit = cox(rows.all());
  if (!fit.ok) return null;
  const { ratio, interval } = hazardRatios(fit)[0]!;
  return { ratio, interval: [interval[0], interval[1]] };
}
