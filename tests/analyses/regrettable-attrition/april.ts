/** Contracts of one month, of which the big ones were wanted. */
export const roles = { customer: "a", start: "s", end: "e" };

export const april = {
  start: "2024-04-01",
  period: "month",
  grace: 0,
  asOf: "2024-06-01",
  column: "size",
  value: "big",
};
