import { type Data, DataType, type Field, Precision, TimeUnit, type Vector } from "apache-arrow";
import { markedType } from "./arrow-type";
import { clockText, dateText, intervalText, offsetText, timestampText } from "./moment-text";
import { decimalText, doubleText, floatText } from "./number-text";
import type { Value } from "./table";

/**
 * How one field's cells are read from Arrow's buffers. Not through Arrow's own getters: they lose digits of
 * timestamps, throw on infinite ones and leave decimals unscaled. Neither function is called for a NULL.
 */
export interface CellReader {
  value(data: Data, index: number): Value;
  text(data: Data, index: number): string;
}

export function cellReader(field: Field): CellReader {
  const marked = markedType(field);
  if (marked) return markedReader(marked);
  const type = field.type;
  if (DataType.isInt(type)) return integer;
  if (DataType.isFloat(type)) return type.precision === Precision.DOUBLE ? double : float;
  if (DataType.isDecimal(type)) return decimal(type.scale, type.bitWidth / 32);
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return textReader(utf8);
  if (DataType.isBinary(type) || DataType.isLargeBinary(type)) return { value: bytes, text: blobText };
  if (DataType.isDate(type)) return date;
  if (DataType.isTimestamp(type)) return timestamp(unitsInSecond[type.unit], type.timezone ? "+00" : "");
  if (DataType.isTime(type))
    return textReader((data, i) => clockText(data.values[i], unitsInSecond[type.unit]));
  if (DataType.isInterval(type)) return textReader(interval);
  if (DataType.isDictionary(type)) return textReader((data, i) => dictionary(data).get(data.values[i]));
  if (DataType.isBool(type)) return boolean((data, i) => (data.values[i >> 3] & (1 << (i & 7))) !== 0);
  if (DataType.isList(type))
    return list(type.children[0]!, (data, i) => [data.valueOffsets[i], data.valueOffsets[i + 1]]);
  if (DataType.isFixedSizeList(type)) {
    return list(type.children[0]!, (_, i) => [i * type.listSize, (i + 1) * type.listSize]);
  }
  if (DataType.isStruct(type)) return struct(type.children);
  if (DataType.isMap(type)) return map(type.children[0]!);
  if (DataType.isUnion(type)) return union(type.children, type.typeIds);
  return textReader(() => "");
}

function markedReader(type: string): CellReader {
  switch (type) {
    case "BOOLEAN":
      return boolean((data, i) => data.values[i] !== 0);
    case "HUGEINT":
      return whole((data, i) => words(view(data, i, 16), 16, true));
    case "UHUGEINT":
      return whole((data, i) => words(view(data, i, 16), 16, false));
    case "BIGNUM":
      return whole((data, i) => bignum(bytes(data, i)));
    case "UUID":
      return textReader((data, i) => uuid(data.values.subarray(i * 16, i * 16 + 16)));
    case "BIT":
      return textReader((data, i) => bits(bytes(data, i)));
    case "TIME WITH TIME ZONE":
      return textReader((data, i) => zonedTime(view(data, i, 8).getBigUint64(0, true)));
    default:
      return { value: bytes, text: blobText };
  }
}

const integer: CellReader = {
  value: (data, i) => exact(data.values[i]),
  text: (data, i) => String(data.values[i]),
};
const double: CellReader = {
  value: (data, i) => data.values[i],
  text: (data, i) => doubleText(data.values[i]),
};
const float: CellReader = {
  value: (data, i) => data.values[i],
  text: (data, i) => floatText(data.values[i]),
};

function whole(read: (data: Data, index: number) => bigint): CellReader {
  return { value: (data, i) => exact(read(data, i)), text: (data, i) => String(read(data, i)) };
}

function boolean(read: (data: Data, index: number) => boolean): CellReader {
  return { value: read, text: (data, i) => String(read(data, i)) };
}

function textReader(read: (data: Data, index: number) => string): CellReader {
  return { value: read, text: read };
}

function decimal(scale: number, width: number): CellReader {
  const unscaled = (data: Data, i: number) => {
    const part: Uint32Array = data.values;
    const [low = 0, high = 0] = [part[i * width], part[i * width + 1]];
    const rest = width === 4 ? [part[i * width + 2], part[i * width + 3]] : [];
    // Nearly all decimals fit two words; BigInt from bytes is ten times slower.
    const sign = high >> 31;
    if (rest.every((word) => word === sign >>> 0))
      return BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low));
    return words(new DataView(part.buffer, part.byteOffset + i * width * 4, width * 4), width * 4, true);
  };
  const text = (data: Data, i: number) => decimalText(unscaled(data, i), scale);
  return {
    text,
    value(data, i) {
      const whole = unscaled(data, i);
      // A quotient of two exact doubles is the double nearest to the written decimal.
      if (whole > -tenTo15 && whole < tenTo15 && scale <= 22) return Number(whole) / 10 ** scale;
      const written = decimalText(whole, scale);
      const significant = written.replace(/^-?0*\.?0*/, "").replace(".", "");
      const digits = scale ? significant.replace(/0+$/, "") : significant;
      return digits.length <= 15 ? Number(written) : written;
    },
  };
}

const date: CellReader = {
  value: (data, i) =>
    moment(data.values[i] * 86_400_000, infinity(data.values[i], 2_147_483_647), () => date.text(data, i)),
  text: (data, i) => infinityText(infinity(data.values[i], 2_147_483_647)) ?? dateText(data.values[i]),
};

function timestamp(units: bigint, zone: string): CellReader {
  const text = (data: Data, i: number) => {
    const count: bigint = data.values[i];
    return infinityText(infinity(count, lastInt64)) ?? timestampText(count, units) + zone;
  };
  const value = (data: Data, i: number) => {
    const count: bigint = data.values[i];
    const ms = units > 1000n ? floorDivide(count, units / 1000n) : count * (1000n / units);
    return moment(Number(ms), infinity(count, lastInt64), () => text(data, i));
  };
  return { value, text };
}

/** A Date where JavaScript has one; DuckDB knows later years, which stay text. */
function moment(ms: number, infinite: number | undefined, text: () => string): Value {
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
  const part: Int32Array = data.values;
  const nanos = (BigInt(part[i * 4 + 3]!) << 32n) | BigInt(part[i * 4 + 2]! >>> 0);
  return intervalText(part[i * 4]!, part[i * 4 + 1]!, nanos / 1000n);
}

function zonedTime(packed: bigint): string {
  // DuckDB packs the microseconds above 24 bits that count the offset down from 15:59:59.
  const offset = 57_599 - Number(packed & 0xffffffn);
  return clockText(packed >> 24n, 1_000_000n) + offsetText(offset);
}

function list(
  member: Field,
  span: (data: Data, index: number) => [number | bigint, number | bigint],
): CellReader {
  const reader = cellReader(member);
  const each = <T>(data: Data, i: number, read: (inner: Data, index: number) => T): T[] => {
    const [from, to] = span(data, i);
    return Array.from({ length: Number(to) - Number(from) }, (_, k) =>
      read(data.children[0]!, Number(from) + k),
    );
  };
  return {
    value: (data, i) => each(data, i, (inner, k) => valueAt(reader, inner, k)),
    text: (data, i) => `[${each(data, i, (inner, k) => memberText(reader, inner, k)).join(", ")}]`,
  };
}

function struct(members: readonly Field[]): CellReader {
  const readers = members.map(cellReader);
  const named = members.every((member) => member.name !== "");
  return {
    value: (data, i) =>
      Object.fromEntries(
        members.map((member, k) => [
          member.name || String(k + 1),
          valueAt(readers[k]!, data.children[k]!, i),
        ]),
      ),
    text(data, i) {
      const texts = readers.map((reader, k) => memberText(reader, data.children[k]!, i));
      if (!named) return `(${texts.join(", ")})`;
      return `{${members.map((member, k) => `'${member.name.replaceAll("'", "\\'")}': ${texts[k]}`).join(", ")}}`;
    },
  };
}

function map(entry: Field): CellReader {
  const [key, value] = entry.type.children!.map(cellReader) as [CellReader, CellReader];
  const each = <T>(data: Data, i: number, read: (keys: Data, values: Data, index: number) => T): T[] => {
    const [keys, values] = data.children[0]!.children as [Data, Data];
    const from = data.valueOffsets[i]!;
    return Array.from({ length: data.valueOffsets[i + 1]! - from }, (_, k) => read(keys, values, from + k));
  };
  return {
    value: (data, i) =>
      each(data, i, (keys, values, k) => [valueAt(key, keys, k), valueAt(value, values, k)]),
    text(data, i) {
      const pairs = each(
        data,
        i,
        (keys, values, k) => `${memberText(key, keys, k)}=${memberText(value, values, k)}`,
      );
      return `{${pairs.join(", ")}}`;
    },
  };
}

function union(members: readonly Field[], typeIds: Int32Array): CellReader {
  const readers = members.map(cellReader);
  const active = (data: Data, i: number) => typeIds.indexOf(data.typeIds[i]!);
  return {
    value: (data, i) => valueAt(readers[active(data, i)]!, data.children[active(data, i)]!, i),
    text: (data, i) => textAt(readers[active(data, i)]!, data.children[active(data, i)]!, i) ?? "NULL",
  };
}

export function valueAt(reader: CellReader, data: Data, index: number): Value {
  return data.getValid(index) ? reader.value(data, index) : null;
}

export function textAt(reader: CellReader, data: Data, index: number): string | null {
  return data.getValid(index) ? reader.text(data, index) : null;
}

/** Inside lists and structs DuckDB quotes a text that could be mistaken for their punctuation. */
function memberText(reader: CellReader, data: Data, index: number): string {
  const text = textAt(reader, data, index);
  if (text === null) return "NULL";
  const plain =
    !DataType.isUtf8(data.type) || (text !== "" && !/^null$|^\s|\s$|[,:=[\](){}'"\\]/i.test(text));
  return plain ? text : `'${text.replace(/['\\]/g, "\\$&")}'`;
}

function utf8(data: Data, i: number): string {
  return decoder.decode(bytes(data, i));
}

function bytes(data: Data, i: number): Uint8Array {
  return data.values.subarray(Number(data.valueOffsets[i]), Number(data.valueOffsets[i + 1]));
}

function view(data: Data, i: number, width: number): DataView {
  return new DataView(data.values.buffer, data.values.byteOffset + i * width, width);
}

function words(part: DataView, width: number, signed: boolean): bigint {
  let whole = 0n;
  for (let at = width - 8; at >= 0; at -= 8) whole = (whole << 64n) | part.getBigUint64(at, true);
  return signed ? BigInt.asIntN(width * 8, whole) : whole;
}

function bignum(packed: Uint8Array): bigint {
  // Three bytes of length, then the size in big-endian bytes; all inverted when negative.
  const negative = (packed[0]! & 0x80) === 0;
  const size = packed
    .subarray(3)
    .reduce((sum, byte) => (sum << 8n) | BigInt(negative ? byte ^ 0xff : byte), 0n);
  return negative ? -size : size;
}

function bits(packed: Uint8Array): string {
  // The first byte counts the padding bits in front.
  return Array.from(packed.subarray(1), (byte) => byte.toString(2).padStart(8, "0"))
    .join("")
    .slice(packed[0]);
}

function uuid(packed: Uint8Array): string {
  return hex(packed).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function blobText(data: Data, i: number): string {
  return Array.from(bytes(data, i), (byte) => {
    const sign = String.fromCharCode(byte);
    return byte >= 32 && byte < 127 && !`\\'"`.includes(sign) ? sign : `\\x${hex([byte]).toUpperCase()}`;
  }).join("");
}

function hex(packed: ArrayLike<number>): string {
  return Array.from(packed, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function dictionary(data: Data): Vector {
  return data.dictionary!;
}

/** A number while JavaScript can hold it exactly. */
function exact(whole: number | bigint): number | bigint {
  const number = Number(whole);
  return Number.isSafeInteger(number) ? number : whole;
}

function floorDivide(count: bigint, divisor: bigint): bigint {
  const rest = count % divisor;
  return (count - (rest < 0n ? rest + divisor : rest)) / divisor;
}

const decoder = new TextDecoder();
const tenTo15 = 10n ** 15n;
const lastInt64 = 2n ** 63n - 1n;
const unitsInSecond = {
  [TimeUnit.SECOND]: 1n,
  [TimeUnit.MILLISECOND]: 1000n,
  [TimeUnit.MICROSECOND]: 1_000_000n,
  [TimeUnit.NANOSECOND]: 1_000_000_000n,
};
