import { type Data, DataType, type Field, TimeUnit } from "apache-arrow";
import { cellReader } from "../../../data/arrow-cell";
import { decimalText } from "../../../data/number-text";
import { parseType } from "../../../data/duckdb-type";
import type { Column } from "../../../data/table";
import { asCode } from "./nested-values";
import { textColumn } from "./text-column";

export type ColumnValues = ArrayLike<unknown> & Iterable<unknown>;

/**
 * One column, in the form in which code can use it: numbers as a typed array where no NULL is among them, otherwise an array
 * with `null`. `warn` is told of numbers that JavaScript's cannot hold: whole ones make the
 * whole column bigint, decimals come as the nearest.
 */
export function decodeColumn(
  column: Column,
  field: Field,
  chunks: readonly Data[],
  warn: (text: string) => void,
): ColumnValues {
  const type = parseType(column.type);
  const arrow = field.type;
  const isPlainNumber = (DataType.isInt(arrow) && arrow.bitWidth < 64) || DataType.isFloat(arrow);
  if (isPlainNumber) return withNulls(joined(chunks), chunks);
  if (DataType.isInt(arrow))
    return (
      wholeColumn(chunks, { words: 2, isSigned: arrow.isSigned, scale: 0, isExact: true }) ??
      bigColumn(column, field, chunks, warn)
    );
  if (DataType.isDecimal(arrow)) {
    const isExact = type.name === "HUGEINT";
    const numbers = wholeColumn(chunks, { words: 4, isSigned: true, scale: arrow.scale, isExact }, () =>
      warn(
        `column ${column.name} (${column.type}) has numbers of more than 15 digits: code gets the nearest it can hold; text(row, "${column.name}") has every digit`,
      ),
    );
    return numbers ?? bigColumn(column, field, chunks, warn);
  }
  if (DataType.isUtf8(arrow)) return textColumn(chunks);
  if (DataType.isDictionary(arrow)) return each(chunks, (data) => (i) => type.labels[data.values[i]]);
  if (DataType.isDate(arrow)) {
    const reader = cellReader(type, field);
    return each(chunks, (data) => (i) => {
      const day: number = data.values[i];
      return Math.abs(day) <= 1e8 ? new Date(day * 86_400_000) : reader.value(data, i);
    });
  }
  if (DataType.isTimestamp(arrow)) {
    const reader = cellReader(type, field);
    const { ms, inMs } = units[arrow.unit];
    return each(chunks, (data) => {
      const words = wordsOf(data, 2);
      return (i) => instant(words, i, ms, inMs) ?? reader.value(data, i);
    });
  }
  const reader = cellReader(type, field);
  if (/^(UHUGEINT|BIGNUM)$/.test(type.name)) return bigColumn(column, field, chunks, warn);
  return each(chunks, (data) => (i) => asCode(type, reader.value(data, i)));
}

interface Integers {
  /** Of 32 bits. */
  readonly words: 2 | 4;
  readonly isSigned: boolean;
  /** Digits after the point. */
  readonly scale: number;
  /** Only the number itself will do, not the nearest one. */
  readonly isExact: boolean;
}

/** 64- or 128-bit numbers as doubles; undefined when one of them would have to be exact and is not. */
function wholeColumn(
  chunks: readonly Data[],
  { words, isSigned, scale, isExact }: Integers,
  rounded: () => void = () => undefined,
): ColumnValues | undefined {
  const numbers = new Float64Array(lengthOf(chunks));
  const divisor = 10 ** scale;
  let at = 0;
  let isRounded = false;
  for (const data of chunks) {
    const parts = wordsOf(data, words);
    const hasNulls = data.nullCount > 0;
    for (let i = 0; i < data.length; i++, at++) {
      const low = parts[i * words]!;
      const signed = parts[i * words + 1]! | 0;
      const high = isSigned ? signed : signed >>> 0;
      const isSmall = high >= -0x200000 && high < 0x200000;
      const sign = signed >> 31;
      const isFilled = words === 2 || ((parts[i * 4 + 2]! | 0) === sign && (parts[i * 4 + 3]! | 0) === sign);
      if ((!isSmall || !isFilled) && !(hasNulls && !data.getValid(i))) {
        if (isExact) return undefined;
        const digits = unscaled(parts, i);
        isRounded ||= String(digits).replace(/^-|0+$/g, "").length > 15;
        numbers[at] = Number(decimalText(digits, scale));
      } else {
        // A quotient of two exact doubles is the double nearest to the written decimal, up to 10^22.
        const whole = high * 0x1_0000_0000 + low;
        numbers[at] = scale <= 22 ? whole / divisor : Number(`${whole}e-${scale}`);
      }
    }
  }
  if (isRounded) rounded();
  return withNulls(numbers, chunks);
}

function wordsOf(data: Data, words: 2 | 4): Uint32Array {
  const values = data.values as BigInt64Array | Uint32Array;
  return new Uint32Array(values.buffer, values.byteOffset, data.length * words);
}

function unscaled(words: Uint32Array, i: number): bigint {
  let value = 0n;
  for (let k = 3; k >= 0; k--) value = (value << 32n) | BigInt(words[i * 4 + k]!);
  return BigInt.asIntN(128, value);
}

/** One number that is too large makes the whole column bigint: a mixture could not be added up. */
function bigColumn(
  { name, type }: Column,
  field: Field,
  chunks: readonly Data[],
  warn: (text: string) => void,
): ColumnValues {
  const reader = cellReader(parseType(type), field);
  const values = each(chunks, (data) => (i) => reader.value(data, i));
  if (!values.some((value) => typeof value === "bigint")) return values;
  warn(
    `column ${name} (${type}) has whole numbers beyond 2^53: all its values are bigint; cast it in SQL, "${name}"::double, if near values will do`,
  );
  const wide = values.map((value) => (value === null ? null : BigInt(value as number | bigint)));
  if (wide.includes(null)) return wide;
  return type === "BIGINT" ? BigInt64Array.from(wide as bigint[]) : wide;
}

/** A Date, or undefined for what the exact reader must look at (infinite, or far away). */
function instant(words: Uint32Array, i: number, msInOne: number, inMs: number): Date | undefined {
  const high = words[2 * i + 1]! | 0;
  if (high < -0x200000 || high >= 0x200000) return undefined;
  // Divided, not multiplied by a thousandth: whole milliseconds must stay whole.
  const ms = Math.floor(((high * 0x1_0000_0000 + words[2 * i]!) * msInOne) / inMs);
  return Math.abs(ms) <= 8.64e15 ? new Date(ms) : undefined;
}

function joined(chunks: readonly Data[]): Float64Array {
  const first = chunks[0]?.values as Float64Array | undefined;
  if (!first) return new Float64Array();
  if (chunks.length === 1) return first.subarray(0, chunks[0]!.length);
  const all = new (first.constructor as Float64ArrayConstructor)(lengthOf(chunks));
  let at = 0;
  for (const data of chunks) {
    all.set((data.values as Float64Array).subarray(0, data.length), at);
    at += data.length;
  }
  return all;
}

function withNulls(values: Float64Array, chunks: readonly Data[]): ColumnValues {
  if (chunks.every((data) => data.nullCount === 0)) return values;
  let at = 0;
  const all: (number | null)[] = new Array(values.length);
  for (const data of chunks)
    for (let i = 0; i < data.length; i++, at++) all[at] = data.getValid(i) ? values[at]! : null;
  return all;
}

/** `reader` is asked once a chunk, what it gives once a value that is not NULL. */
function each(chunks: readonly Data[], reader: (data: Data) => (i: number) => unknown): unknown[] {
  const all: unknown[] = new Array(lengthOf(chunks));
  let at = 0;
  for (const data of chunks) {
    const read = reader(data);
    const hasNulls = data.nullCount > 0;
    for (let i = 0; i < data.length; i++) all[at++] = hasNulls && !data.getValid(i) ? null : read(i);
  }
  return all;
}

function lengthOf(chunks: readonly Data[]): number {
  return chunks.reduce((sum, { length }) => sum + length, 0);
}

const units = {
  [TimeUnit.SECOND]: { ms: 1000, inMs: 1 },
  [TimeUnit.MILLISECOND]: { ms: 1, inMs: 1 },
  [TimeUnit.MICROSECOND]: { ms: 1, inMs: 1000 },
  [TimeUnit.NANOSECOND]: { ms: 1, inMs: 1_000_000 },
};
