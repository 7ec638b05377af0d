import type { Parse } from "./parsed-column";

const zero = 48;
const microsOfDay = 86_400_000_000;

/** Microseconds since 1970 of a time as ISO 8601 writes it: a day, or a day and a time to the minute, second or microsecond. */
export function isoMoment(mayBeUtc: boolean): Parse {
  return (bytes, from, end, values, row) => {
    // `Z`
    const to = mayBeUtc && bytes[end - 1] === 90 && end - from > 16 ? end - 1 : end;
    const size = to - from;
    if (size < 10 || bytes[from + 4] !== dash || bytes[from + 7] !== dash) return false;
    const day = dayNumber(
      two(bytes, from) * 100 + two(bytes, from + 2),
      two(bytes, from + 5),
      two(bytes, from + 8),
    );
    if (size === 10) return isInTime(values, row, day * microsOfDay);
    if (size < 16 || (bytes[from + 10] !== blank && bytes[from + 10] !== letterT)) return false;
    if (bytes[from + 13] !== colon) return false;
    const hours = two(bytes, from + 11);
    const minutes = two(bytes, from + 14);
    if (size === 16) return isInTime(values, row, day * microsOfDay + clock(hours, minutes, 0) * 1e6);
    if (size < 19 || bytes[from + 16] !== colon) return false;
    const seconds = clock(hours, minutes, two(bytes, from + 17));
    const fraction = size > 19 ? fractionOf(bytes, from + 19, to) : 0;
    return isInTime(values, row, day * microsOfDay + seconds * 1e6 + fraction);
  };
}

const [dash, blank, letterT, colon, point] = [45, 32, 84, 58, 46];

/** Microseconds of `.5` up to `.123456`; more digits are not plain. */
function fractionOf(bytes: Uint8Array, from: number, to: number): number {
  if (bytes[from] !== point || to - from < 2 || to - from > 7) return NaN;
  let micros = 0;
  let unit = 100_000;
  for (let at = from + 1; at < to; at++) {
    const digit = bytes[at]! - zero;
    if (digit < 0 || digit > 9) return NaN;
    micros += digit * unit;
    unit /= 10;
  }
  return micros;
}

/** Days since 1970 for whole days, NaN for others. */
export function dayOf(parse: Parse): Parse {
  return (bytes, from, to, values, row) => {
    if (!parse(bytes, from, to, values, row)) return false;
    const days = (values[row]! /= microsOfDay);
    return days === Math.floor(days);
  };
}

/** A pattern of strptime whose numbers have all their digits; null for one that has something else than `%Y%m%d%H%M%S`. */
export function momentBy(pattern: string): Parse | null {
  const steps = [...pattern.matchAll(/%(.)|([^%])/g)].map(([, field, sign]) => ({ field, sign }));
  if (steps.some(({ field, sign }) => (field ? !"YmdHMS".includes(field) : sign! > "~"))) return null;
  const fields = steps
    .map(({ field }) => field)
    .filter(Boolean)
    .sort()
    .join("");
  if (!["Ydm", "HMYdm", "HMSYdm"].includes(fields)) return null;
  const places: Record<string, number> = { Y: 0, m: 0, d: 0, H: -1, M: -1, S: -1 };
  const signs: (readonly [at: number, sign: number])[] = [];
  let size = 0;
  for (const { field, sign } of steps) {
    if (field) places[field] = size;
    else signs.push([size, sign!.charCodeAt(0)]);
    size += field === "Y" ? 4 : field ? 2 : 1;
  }
  const { Y = 0, m = 0, d = 0, H = -1, M = -1, S = -1 } = places;
  return (bytes, from, to, values, row) => {
    if (to - from !== size) return false;
    for (const [at, sign] of signs) if (bytes[from + at] !== sign) return false;
    const year = two(bytes, from + Y) * 100 + two(bytes, from + Y + 2);
    const day = dayNumber(year, two(bytes, from + m), two(bytes, from + d));
    const hours = H < 0 ? 0 : two(bytes, from + H);
    const minutes = M < 0 ? 0 : two(bytes, from + M);
    const seconds = S < 0 ? 0 : two(bytes, from + S);
    return isInTime(values, row, day * microsOfDay + clock(hours, minutes, seconds) * 1e6);
  };
}

/** The number of two digits; one below zero that no sum makes good again where they are none. */
function two(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - zero;
  const ones = bytes[at + 1]! - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -10_000;
}

/** Seconds of a time of the day; NaN for one that no clock shows. */
function clock(hours: number, minutes: number, seconds: number): number {
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return NaN;
  return (hours * 60 + minutes) * 60 + seconds;
}

/** What a double holds to the microsecond: to the year 2255. */
function isInTime(values: Float64Array, row: number, micros: number): boolean {
  values[row] = micros;
  return Math.abs(micros) <= Number.MAX_SAFE_INTEGER;
}

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/** Days since 1970 by the Gregorian calendar from the year 1000; NaN for a day that never was. */
function dayNumber(year: number, month: number, day: number): number {
  if (!(year >= 1000 && month >= 1 && month <= 12 && day >= 1)) return NaN;
  const leapDay = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  const before = daysBefore[month - 1]!;
  if (day > daysBefore[month]! - before + (month === 2 ? leapDay : 0)) return NaN;
  const years = year - 1;
  const leapDays = ((years / 4) | 0) - ((years / 100) | 0) + ((years / 400) | 0);
  return years * 365 + leapDays + before + (month > 2 ? leapDay : 0) + day - 1 - daysUntil1970;
}

const daysUntil1970 = 719_162;
