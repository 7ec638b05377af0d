import {
  Binary,
  Bool,
  type Data,
  type DataType,
  Decimal,
  Field,
  Float64,
  Int64,
  List,
  makeData,
  Struct,
  TimestampMicrosecond,
  Utf8,
} from "apache-arrow";
import { flat, pick, type Values, type ValueType } from "./infer-type";

/** JavaScript values as Arrow's buffers. null, undefined and invalid dates are NULL. */
export function encodeColumn(values: Values, type: ValueType): Data {
  const length = values.length;
  const { nullBitmap, nullCount } = validity(values, type);
  const shape = { length, nullCount, nullBitmap };
  switch (type.is) {
    case "boolean": {
      const data = new Uint8Array((length + 7) >> 3);
      for (let i = 0; i < length; i++) if (values[i]) data[i >> 3]! |= 1 << (i & 7);
      return makeData({ ...shape, type: new Bool(), data });
    }
    case "double": {
      const data =
        values instanceof Float64Array ? values : Float64Array.from(values, (value) => Number(value ?? 0));
      return makeData({ ...shape, type: new Float64(), data });
    }
    case "bigint":
      return makeData({
        ...shape,
        type: new Int64(),
        data: longs(values, (value) => value as number | bigint),
      });
    case "instant":
      return makeData({
        ...shape,
        type: new TimestampMicrosecond(),
        data: longs(values, (value) => (value as Date).getTime(), 1000),
      });
    case "hugeint":
      return makeData({ ...shape, type: new Decimal(0, 38, 128), data: decimals(values) });
    case "null":
    case "text":
      return makeData({
        ...shape,
        type: new Utf8(),
        ...packed(values, (value) => encoder.encode(value as string)),
      });
    case "bytes":
      return makeData({ ...shape, type: new Binary(), ...packed(values, (value) => value as Uint8Array) });
    case "list": {
      const valueOffsets = new Int32Array(length + 1);
      for (let i = 0; i < length; i++)
        valueOffsets[i + 1] =
          valueOffsets[i]! + ((values[i] as ArrayLike<unknown> | null | undefined)?.length ?? 0);
      const child = encodeColumn(flat(values), type.element);
      return makeData({ ...shape, type: new List(new Field("item", child.type, true)), valueOffsets, child });
    }
    case "struct": {
      const children = type.fields.map(([name, field]) => encodeColumn(pick(values, name), field));
      const fields = children.map((child, k) => new Field(type.fields[k]![0], child.type as DataType, true));
      return makeData({ ...shape, type: new Struct(fields), children });
    }
  }
}

function validity(values: Values, type: ValueType): { nullBitmap: Uint8Array; nullCount: number } {
  const nullBitmap = new Uint8Array((values.length + 7) >> 3);
  let nullCount = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const isNull =
      value === null ||
      value === undefined ||
      (type.is === "instant" && Number.isNaN((value as Date).getTime()));
    if (isNull) nullCount++;
    else nullBitmap[i >> 3]! |= 1 << (i & 7);
  }
  return { nullBitmap, nullCount };
}

/** Whole numbers, times a `factor`, into 64 bits without making a bigint of each. */
function longs(values: Values, read: (value: unknown) => number | bigint, factor = 1): BigInt64Array {
  if (values instanceof BigInt64Array) return values;
  const data = new BigInt64Array(values.length);
  const words = new Int32Array(data.buffer);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === null || value === undefined) continue;
    const number = read(value);
    if (typeof number === "bigint") data[i] = number;
    else if (!Number.isNaN(number)) {
      const high = Math.floor(number / 0x1_0000_0000);
      const low = (number - high * 0x1_0000_0000) * factor;
      const carried = Math.floor(low / 0x1_0000_0000);
      words[2 * i] = low - carried * 0x1_0000_0000;
      words[2 * i + 1] = high * factor + carried;
    }
  }
  return data;
}

function decimals(values: Values): Uint32Array {
  const words = new Uint32Array(values.length * 4);
  for (let i = 0; i < values.length; i++) {
    let value = BigInt.asUintN(128, BigInt((values[i] as number | bigint | null | undefined) ?? 0));
    for (let k = 0; k < 4; k++, value >>= 32n) words[i * 4 + k] = Number(value & 0xffffffffn);
  }
  return words;
}

function packed(
  values: Values,
  encode: (value: unknown) => Uint8Array,
): { valueOffsets: Int32Array; data: Uint8Array } {
  const valueOffsets = new Int32Array(values.length + 1);
  let data = new Uint8Array(Math.max(64, values.length * 8));
  let at = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value !== null && value !== undefined) {
      const bytes = encode(value);
      if (at + bytes.length > data.length) {
        const larger = new Uint8Array(Math.max(data.length * 2, at + bytes.length));
        larger.set(data);
        data = larger;
      }
      data.set(bytes, at);
      at += bytes.length;
    }
    valueOffsets[i + 1] = at;
  }
  if (at > 0x7fffffff) throw new RangeError("texts of a column are larger than 2 GB together");
  return { valueOffsets, data: data.subarray(0, at) };
}

const encoder = new TextEncoder();
