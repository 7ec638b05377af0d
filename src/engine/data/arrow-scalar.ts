import { type Data, DataType, TimeUnit } from "apache-arrow";
import type { CellReader } from "./arrow-cell";
import type { DuckDbType } from "./duckdb-type";
import { bignum, bits, blobText, exact, littleEndian } from "./bytes";
import { clockText, dateText, intervalText, timestampText } from "./moment-text";
import { decimalText, decimalValue, doubleText, floatText } from "./number-text";
import type { Value } from "./table";

/**
 * Reads Arrow's buffers directly, by DuckDB's type. Arrow's own getters lose digits of timestamps, throw on infinite
 * ones and leave decimals unscaled.
 */
export function scalarReader({ name: type, labels }: DuckDbType, arrow: DataType): CellReader {
  if (DataType.isBool(arrow)) return alike((data, i) => (data.values[i >> 3] & (1 << (i & 7))) !== 0);
  if (DataType.isInt(arrow)) return whole((data, i) => data.values[i]);
  if (DataType.isFixedSizeBinary(arrow))
    return whole((data, i) => littleEndian(fixedBytes(data, i, arrow.byteWidth)));
  if (DataType.isDecimal(arrow)) return type === "HUGEINT" ? whole(unscaled) : decimal(arrow.scale);
  if (DataType.isFloat(arrow)) return type === "FLOAT" ? floating(floatText) : floating(doubleText);
  if (DataType.isUtf8(arrow)) return alike((data, i) => decoder.decode(bytes(data, i)));
  // DuckDB-WASM leaves the dictionary out of the answers it sends in pieces; DESCRIBE has the same labels.
  if (DataType.isDictionary(arrow)) return alike((data, i) => labels[data.values[i]]!);
  if (DataType.isDate(arrow)) return date;
  if (DataType.isTimestamp(arrow)) return timestamp(unitsInSecond[arrow.unit], arrow.timezone ? "+00" : "");
  if (DataType.isTime(arrow)) return alike((data, i) => clockText(data.values[i], unitsInSecond[arrow.unit]));
  if (DataType.isInterval(arrow)) return alike(interval);
  if (type === "BIGNUM") return whole((data, i) => bignum(bytes(data, i)));
  if (type === "BIT") return alike((data, i) => bits(bytes(data, i)));
  return { value: bytes, text: (data, i) => blobText(bytes(data, i)) };
}

function alike(read: (data: Data, index: number) => string | boolean): CellReader {
  return { value: read, text: (data, i) => String(read(data, i)) };
}

function whole(read: (data: Data, index: number) => number | bigint): CellReader {
  return { value: (data, i) => exact(read(data, i)), text: (data, i) => String(read(data, i)) };
}

function floating(text: (value: number) => string): CellReader {
  return { value: (data, i) => data.values[i], text: (data, i) => text(data.values[i]) };
}

function decimal(scale: number): CellReader {
  return {
    value: (data, i) => decimalValue(unscaled(data, i), scale),
    text: (data, i) => decimalText(unscaled(data, i), scale),
  };
}

function unscaled(data: Data, i: number): bigint {
  const words: Uint32Array = data.values.subarray(i * 4, i * 4 + 4);
  const sign = (words[1]! >> 31) >>> 0;
  // Nearly all decimals fit two of the four words, where this is several times faster.
  if (words[2] === sign && words[3] === sign) {
    return BigInt.asIntN(64, (BigInt(words[1]!) << 32n) | BigInt(words[0]!));
  }
  return BigInt.asIntN(128, littleEndian(new Uint8Array(words.buffer, words.byteOffset, 16)));
}

const lastDay = 2 ** 31 - 1;
const date: CellReader = {
  value: (data, i) =>
    moment(infinity(data.values[i], lastDay), data.values[i] * 86_400_000, () => date.text(data, i)),
  text: (data, i) => infinityText(infinity(data.values[i], lastDay)) ?? dateText(data.values[i]),
};

function timestamp(units: bigint, zone: string): CellReader {
  const lastCount = 2n ** 63n - 1n;
  const reader: CellReader = {
    value(data, i) {
      const count: bigint = data.values[i];
      const ms = units > 1000n ? floorDivide(count, units / 1000n) : count * (1000n / units);
      return moment(infinity(count, lastCount), Number(ms), () => reader.text(data, i));
    },
    text: (data, i) =>
      infinityText(infinity(data.values[i], lastCount)) ?? timestampText(data.values[i], units) + zone,
  };
  return reader;
}

/** A Date where JavaScript has one; DuckDB knows later years, which stay text. */
function moment(infinite: number | undefined, ms: number, text: () => string): Value {
  if (infinite !== undefined) return infinite;
  return Math.abs(ms) <= 8.64e15 ? new Date(ms) : text();
}

function infinity(count: number | bigint, last: number | bigint): number | undefined {
  if (count === last) return Infinity;
  return count === -last ? -Infinity : undefined;
}

function infinityText(infinite: number | undefined): string | undefined {
  if (infinite === undefined) return undefined;
  return infinite > 0 ? "infinity" : "-infinity";
}

function interval(data: Data, i: number): string {
  const [months, days, low, high] = data.values.subarray(i * 4, i * 4 + 4) as Int32Array;
  return intervalText(months!, days!, ((BigInt(high!) << 32n) | BigInt(low! >>> 0)) / 1000n);
}

function bytes(data: Data, i: number): Uint8Array {
  return data.values.subarray(data.valueOffsets[i], data.valueOffsets[i + 1]);
}

function fixedBytes(data: Data, i: number, width: number): Uint8Array {
  return data.values.subarray(i * width, (i + 1) * width);
}

function floorDivide(count: bigint, divisor: bigint): bigint {
  const rest = count % divisor;
  return (count - (rest < 0n ? rest + divisor : rest)) / divisor;
}

const decoder = new TextDecoder();

const unitsInSecond = {
  [TimeUnit.SECOND]: 1n,
  [TimeUnit.MILLISECOND]: 1000n,
  [TimeUnit.MICROSECOND]: 1_000_000n,
  [TimeUnit.NANOSECOND]: 1_000_000_000n,
};
