import type { Data } from "apache-arrow";
import { styles } from "./styles";

/** A cell's number and style; null for what a spreadsheet cannot hold exactly. */
export type Serial = { readonly number: string; readonly style: number } | null;

const msInDay = 86_400_000;
/** Days since 1970 of 1900-03-01: before it Excel counts a 29 February that never was, and other programs do not. */
const firstDay = -25_508;
/** 9999-12-31. */
const lastDay = 2_932_896;
/** Of 1970-01-01, counted from 1899-12-30. */
const epoch = 25_569;

/** @param data days since 1970 */
export function dateSerial(data: Data, row: number): Serial {
  const day = data.values[row] as number;
  return isInRange(day) ? { number: String(day + epoch), style: styles.date } : null;
}

/** @returns for stamps of so many units in a second */
export function timestampSerial(unitsInSecond: bigint): (data: Data, row: number) => Serial {
  return (data, row) => {
    const ms = milliseconds(data.values[row] as bigint, unitsInSecond);
    if (ms === null) return null;
    const day = Math.floor(ms / msInDay);
    if (!isInRange(day)) return null;
    const style = ms % 1000 === 0 ? styles.timestamp : styles.milliseconds;
    return { number: String(day + epoch + (ms - day * msInDay) / msInDay), style };
  };
}

/** A time of day is a part of it; 24:00 is not one. */
export function timeSerial(unitsInSecond: bigint): (data: Data, row: number) => Serial {
  return (data, row) => {
    const ms = milliseconds(data.values[row] as bigint, unitsInSecond);
    if (ms === null || ms >= msInDay) return null;
    return { number: String(ms / msInDay), style: ms % 1000 === 0 ? styles.time : styles.timeMs };
  };
}

function isInRange(day: number): boolean {
  return day >= firstDay && day <= lastDay;
}

/** Null where there are finer parts, or more than a double holds. */
function milliseconds(count: bigint, unitsInSecond: bigint): number | null {
  if (unitsInSecond <= 1000n) return exactly(count * (1000n / unitsInSecond));
  const units = unitsInSecond / 1000n;
  return count % units === 0n ? exactly(count / units) : null;
}

function exactly(ms: bigint): number | null {
  const number = Number(ms);
  return Number.isSafeInteger(number) ? number : null;
}
