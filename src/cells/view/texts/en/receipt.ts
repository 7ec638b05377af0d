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
    text: "Code",
    above: "Code above",
    parameters: "Parameters and filters",
    input: "Input",
    result: "Result",
    withheld: "withheld with the small groups",
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
    part: "What is kept of it was compared; rows that are not kept could not be.",
    varies: "Its code asks for random numbers or for the time, so another run may rightly differ.",
    cannot: "It cannot be reckoned once more here:",
    all: {
      title: "Verify all results",
      nothing: "No cell here runs, so there is nothing to verify.",
      running: (done: number, of: number) =>
        `Reckoning once more: ${number.format(done)} of ${number.format(of)}…`,
      summary: (equal: number, differs: number, unknown: number) =>
        [
          `${number.format(equal)} equal`,
          `${number.format(differs)} different`,
          `${number.format(unknown)} could not be verified`,
        ].join(", "),
      states: { waiting: "reckoning…", equal: "equal", differs: "different", unknown: "not verified" },
      why: {
        off: "The cell, or one above it, is switched off.",
        "no-result": "There was no result to compare with.",
        "no-receipt":
          "Its result does not say what it is of: it comes from a file of an older version, or some of it was withheld.",
        blocked: "Something above it gave no result.",
      },
    },
    place: "Place",
    then: "Then",
    now: "Now",
  },
};
