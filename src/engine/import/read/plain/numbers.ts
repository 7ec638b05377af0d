import { codePattern } from "../../number-pattern";
import type { Parse } from "./parsed-column";

const [zero, nine, minus, dot] = [48, 57, 45, 46];

const isCode = new RegExp(codePattern);

/** Powers of ten that a double holds exactly. */
const powers = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

/**
 * Up to 15 digits make a whole number that a double holds exactly, and so does a power of ten up to 22: their quotient is
 * rounded once, as it should be (W. D. Clinger, "How to read floating point numbers accurately", PLDI 1990, section 3). What
 * has more digits is left to the platform.
 */
export function numberOf(decimal: "." | ",", mayHaveExponent: boolean): Parse {
  const mark = decimal.charCodeAt(0);
  const pattern = mayHaveExponent ? /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i : /^-?\d+(\.\d+)?$/;
  return (bytes, from, to, values, row) => {
    const isNegative = bytes[from] === minus;
    const begin = isNegative ? from + 1 : from;
    // Whether a code is meant is not told here.
    if (bytes[begin] === zero && to > begin + 1 && isDigit(bytes[begin + 1]!)) return false;
    let value = 0;
    let markAt = -1;
    for (let at = begin; at < to; at++) {
      const byte = bytes[at]!;
      if (byte >= zero && byte <= nine) value = value * 10 + (byte - zero);
      else if (byte === mark && markAt < 0 && at > begin && at + 1 < to) markAt = at;
      else return isPut(values, row, longNumber(bytes, from, to, mark, pattern));
    }
    if (to === begin) return false;
    if (to - begin > (markAt < 0 ? 15 : 16))
      return isPut(values, row, longNumber(bytes, from, to, mark, pattern));
    if (markAt >= 0) value /= powers[to - markAt - 1]!;
    values[row] = isNegative ? -value : value;
    return true;
  };
}

function isDigit(byte: number): boolean {
  return byte >= zero && byte <= nine;
}

function isPut(values: Float64Array, row: number, value: number): boolean {
  values[row] = value;
  return value === value;
}

function longNumber(bytes: Uint8Array, from: number, to: number, mark: number, pattern: RegExp): number {
  if (to - from > 100) return NaN;
  let text = "";
  for (let at = from; at < to; at++) {
    // Beside a decimal comma it stands between thousands.
    if (bytes[at] === dot && mark !== dot) return NaN;
    text += bytes[at] === mark ? "." : String.fromCharCode(bytes[at]!);
  }
  if (!pattern.test(text) || isCode.test(text)) return NaN;
  const value = Number(text);
  if (value === 0 && /^[-0.]+$/.test(text)) return value;
  // Where doubles end others may round otherwise.
  return Math.abs(value) < 1e300 && Math.abs(value) > 1e-300 ? value : NaN;
}

/** Those that are exact in a double. */
export function wholeOf(parse: Parse): Parse {
  return (bytes, from, to, values, row) =>
    parse(bytes, from, to, values, row) && Number.isSafeInteger(values[row]);
}
