import { mixShift } from "../../../src/analyses/mix-shift";
import { mixOf, months, turnedRound } from "../../charts/fixtures/mix-shift";
import { spoken, type Spoken } from "../texts/spoken-one";

const status = { values: [{ value: "gone", customers: 200 }], unknown: 3, contradictory: 2 };

export const spokenMix: readonly Spoken[] = [
  spoken("mix turned round", mixShift, turnedRound, { group: "plan", by: "seats" }),
  spoken("mix of periods", mixShift, months, { compare: "periods", by: "industry" }),
  spoken(
    "mix holds",
    mixShift,
    mixOf(
      [
        ["=a", 210, 400, 90, 380],
        ["=b", 150, 290, 80, 300],
      ],
      { isStatic: true },
    ),
    {
      group: "plan",
      by: "seats",
    },
  ),
  spoken(
    "mix vanishes",
    mixShift,
    mixOf([
      ["=a", 180, 400, 46, 100],
      ["=b", 11, 110, 38, 390],
    ]),
    {
      group: "plan",
      by: "seats",
    },
  ),
  spoken(
    "mix appears",
    mixShift,
    mixOf(
      [
        ["=a", 160, 300, 140, 400],
        ["=b", 60, 500, 42, 310],
      ],
      { late: 90 },
    ),
    {
      group: "plan",
      by: "seats",
    },
  ),
  spoken(
    "mix of few",
    mixShift,
    mixOf(
      [
        ["=a", 4, 11, 3, 9],
        ["=b", 2, 8, 3, 10],
      ],
      { neither: 7 },
    ),
    {
      group: "plan",
      by: "seats",
      first: "Free trial",
    },
  ),
  spoken(
    "mix without common values",
    mixShift,
    mixOf([
      ["=a", 40, 110, 0, 0],
      ["=b", 0, 0, 33, 100],
    ]),
    {
      group: "plan",
      by: "seats",
    },
  ),
  spoken(
    "mix with one side",
    mixShift,
    mixOf([["=a", 40, 110, 0, 0]], { group: { column: "plan", first: "x", second: null }, neither: 5 }),
    { group: "plan", by: "seats", first: "x" },
  ),
  spoken(
    "mix of a status in two periods",
    mixShift,
    mixOf([], { mode: "status", status, period: null, group: null, compare: "periods" }),
    { compare: "periods", mode: "status", left: "gone", by: "seats" },
  ),
];
