/** Dates, times and intervals as DuckDB writes them, from its own counts of days and microseconds. */

/** Days since 1970-01-01, proleptic Gregorian. DuckDB reaches years that JavaScript's Date cannot. */
export function dateText(days: number): string {
  // H. Hinnant, "chrono-compatible low-level date algorithms": civil_from_days.
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const monthAndDay = `${padded(month, 2)}-${padded(day, 2)}`;
  return year > 0 ? `${padded(year, 4)}-${monthAndDay}` : `${padded(1 - year, 4)}-${monthAndDay} (BC)`;
}

/** `count` units since 1970; `unitsInSecond` tells which. */
export function timestampText(count: bigint, unitsInSecond: bigint): string {
  const unitsInDay = unitsInSecond * 86_400n;
  const inDay = ((count % unitsInDay) + unitsInDay) % unitsInDay;
  const date = dateText(Number((count - inDay) / unitsInDay));
  const time = clockText(inDay, unitsInSecond);
  return date.endsWith(" (BC)") ? `${date.slice(0, -5)} ${time} (BC)` : `${date} ${time}`;
}

/** `HH:MM:SS` and as many fractional digits as there are. */
export function clockText(count: bigint, unitsInSecond: bigint): string {
  const seconds = count / unitsInSecond;
  const digits = String(unitsInSecond).length - 1;
  const fraction = digits ? padded(count % unitsInSecond, digits).replace(/0+$/, "") : "";
  const clock = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n]
    .map((part) => padded(part, 2))
    .join(":");
  return fraction ? `${clock}.${fraction}` : clock;
}

/** Months, days and time stay apart: a month has no fixed number of days. */
export function intervalText(months: number, days: number, micros: bigint): string {
  const parts: string[] = [];
  const years = Math.trunc(months / 12);
  if (years) parts.push(counted(years, "year"));
  if (months % 12) parts.push(counted(months % 12, "month"));
  if (days) parts.push(counted(days, "day"));
  if (micros || !parts.length) {
    parts.push((micros < 0n ? "-" : "") + clockText(micros < 0n ? -micros : micros, 1_000_000n));
  }
  return parts.join(" ");
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${Math.abs(count) === 1 ? "" : "s"}`;
}

function padded(value: number | bigint, length: number): string {
  return String(value).padStart(length, "0");
}
