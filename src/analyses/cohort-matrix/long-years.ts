/** ISO years with a 53rd week among weeks given by the day on which they open: Mondays, or the Sundays before them. */
export function longYearsOf(weeks: readonly string[]): number[] {
  const first = weeks[0];
  const last = weeks[weeks.length - 1];
  if (first === undefined || last === undefined) return [];
  const years: number[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    // The week of 31 December is the 53rd where the year begins, or ends, on a Thursday (ISO 8601).
    const days = [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)].map((time) => new Date(time).getUTCDay());
    if (!days.includes(4)) continue;
    // That week opens on the Monday after which 28 December comes, or on the Sunday before.
    const end = new Date(Date.UTC(year, 11, 28));
    const opens = end.getTime() - ((end.getUTCDay() + 6) % 7) * 86_400_000;
    if (Date.parse(first) <= opens && Date.parse(last) >= opens - 86_400_000) years.push(year);
  }
  return years;
}
