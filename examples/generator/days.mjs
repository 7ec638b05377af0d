// Days as whole numbers since 1970-01-01, so that no clock and no time zone can move them.

const dayMs = 86_400_000;

export function day(text) {
  return Date.parse(`${text}T00:00:00Z`) / dayMs;
}

export function dayText(number) {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

/** `2024-03` of a day. */
export function monthOf(number) {
  return dayText(number).slice(0, 7);
}

/** `2024-Q1` of a month. */
export function quarterOf(month) {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

export function firstDay(month) {
  return day(`${month}-01`);
}

/** The same day of the month, `months` later. Days above 28 are not used here, so it always exists. */
export function addMonths(number, months) {
  const date = new Date(number * dayMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate()) / dayMs;
}

/** All months from the first to the last, both included. */
export function months(first, last) {
  const list = [];
  for (let at = firstDay(first); monthOf(at) <= last; at = addMonths(at, 1)) list.push(monthOf(at));
  return list;
}

/** Monday is 1, Sunday 7. 1970-01-01 was a Thursday. */
export function weekday(number) {
  return ((number + 3) % 7) + 1;
}
