import { count, number, rows } from "./amounts";

/** Of what a result is, and whether it comes out the same once more. */
export const receipt = {
  receipt: {
    title: "Receipt",
    data: "Data",
    table: (file: string, n: number, hash: string) => [file, rows(n), hash].filter(Boolean).join(", "),
    cellResult: (table: string) => `result of the cell ${table}`,
    hash: (digits: string) => `SHA-256 ${digits}`,
    engine: "Engine",
    code: "Queries",
    parameters: "Parameters and filters",
    result: "Result",
    at: "Reckoned",
    verify: "Verify",
    verifyHint: "Reckons it once more from the rows, and says whether the same comes out",
    running: "Reckoning once more…",
    failed: "It could not be reckoned once more; the error stands above.",
    equal: "Equal: every number came out as it stands here.",
    close: (n: number) =>
      `Equal but for the last digits of ${count(n, { one: "number", other: "numbers" })}, as sums are that are taken in another order.`,
    differs: (n: number) => `Different in ${count(n, { one: "place", other: "places" })}.`,
    first: (n: number) => `The first ${number.format(n)}:`,
    otherData: "The data are others:",
    otherEngine: "The engine is another version:",
    otherCode: "The queries are others than those that ran then.",
    otherParameters: "Parameters, meaning of the columns or filters are others than then.",
    place: "Place",
    then: "Then",
    now: "Now",
  },
};
