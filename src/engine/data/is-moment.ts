/** Whether values of a kind follow one another in time: days, or moments with a time of day. A notebook may name any kind. */
export function isMoment(kind: string): boolean {
  return kind === "date" || kind === "timestamp";
}
