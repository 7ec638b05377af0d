import {
  type Data,
  DataType,
  type Interval,
  IntervalMonthDayNano,
  IntervalUnit,
  makeData,
} from "apache-arrow";

export interface Span {
  readonly months: number;
  readonly days: number;
  readonly milliseconds: number;
}

/** Intervals of days and milliseconds with months and nanoseconds too: DuckDB takes the others for microseconds. */
export function withMonths(data: Data): Data {
  if (!DataType.isInterval(data.type)) return data;
  const { unit } = data.type as Interval;
  if (unit !== IntervalUnit.DAY_TIME) return data;
  const values = data.values as Int32Array;
  return intervals(data, (row) => {
    const [days, milliseconds] = [values[row * 2]!, values[row * 2 + 1]!];
    return { months: 0, days, milliseconds };
  });
}

/** Under the same NULLs. */
export function intervals({ length, nullCount, nullBitmap }: Data, spanOf: (row: number) => Span): Data {
  const values = new DataView(new ArrayBuffer(length * 16));
  for (let row = 0; row < length; row++) {
    const { months, days, milliseconds } = spanOf(row);
    values.setInt32(row * 16, months, true);
    values.setInt32(row * 16 + 4, days, true);
    values.setBigInt64(row * 16 + 8, BigInt(milliseconds) * 1_000_000n, true);
  }
  const data = new Int32Array(values.buffer);
  return makeData({ type: new IntervalMonthDayNano(), length, nullCount, nullBitmap, data });
}
