import { segments } from "../../../src/analyses/segments";
import { usageQuartiles } from "../../../src/analyses/usage-quartiles";
import { shareOf } from "../../../src/analyses/share";
import { owners, plansAndSizes, segmentsOf } from "../../charts/fixtures/segments";
import { cannotTell, immaterial, reversed, supported, usageOf } from "../../charts/fixtures/usage-quartiles";
import { spokenMix } from "../mix-shift/spoken";
import { spoken, type Spoken } from "../texts/spoken-one";

const noRows = { total: 0, used: 0, excluded: [], duplicates: 0, customers: 0, withoutTime: 0 };
const status = { values: [{ value: "gone", customers: 200 }], unknown: 3, contradictory: 2 };
const nobody = { dimensions: [], top: [], heldAgainst: [], overall: shareOf(0, 0) };

const spokenSegments: readonly Spoken[] = [
  spoken(
    "segments",
    segments,
    {
      ...plansAndSizes,
      overlaps: [{ a: 0, b: 1, cramerV: 0.612 }],
      isStatic: true,
      dimensions: plansAndSizes.dimensions.map((one) => ({ ...one, late: 4, changed: 200 })),
      reversals: [
        {
          top: 0,
          by: "seats",
          cramerV: 0.31,
          crude: 0.36,
          crudeInterval: [0.31, 0.39],
          adjusted: 0.12,
          adjustedInterval: [0.05, 0.19],
          kind: "smaller",
        },
        {
          top: 0,
          by: "industry",
          cramerV: 0.2,
          crude: 0.36,
          crudeInterval: [0.31, 0.39],
          adjusted: 0.22,
          adjustedInterval: [0.15, 0.29],
          kind: "smaller",
        },
      ],
    },
    { by: ["plan", "seats", "industry"] },
  ),
  spoken("segments of owners", segments, owners, { by: ["owner"], mode: "interval" }),
  spoken(
    "segments of a status",
    segments,
    { ...plansAndSizes, mode: "status", period: null, status, top: [] },
    { by: ["plan", "seats"], mode: "status", left: "gone", shrink: true, people: "people" },
  ),
  spoken(
    "segments of few",
    segments,
    segmentsOf({
      plan: [
        ["=a", 9, 14],
        ["=b", 1, 33],
      ],
    }),
    { by: ["plan"] },
  ),
  spoken(
    "segments, nobody left",
    segments,
    segmentsOf({
      plan: [
        ["=a", 0, 14],
        ["=b", 0, 33],
      ],
    }),
    { by: ["plan"] },
  ),
  spoken(
    "segments, everybody left",
    segments,
    segmentsOf({
      plan: [
        ["=a", 14, 14],
        ["*", 3, 3],
      ],
    }),
    { by: ["plan"] },
  ),
  spoken("segments without groups", segments, segmentsOf({ plan: [["*", 5, 14]] }), { by: ["plan"] }),
  spoken(
    "segments without rows",
    segments,
    { ...plansAndSizes, ...nobody, rows: noRows, period: null },
    { by: ["plan"] },
  ),
  spoken(
    "segments, no value of the status",
    segments,
    { ...plansAndSizes, ...nobody, mode: "status", period: null, status },
    { by: ["plan"], mode: "status" },
  ),
  spoken(
    "segments, a status nobody has",
    segments,
    { ...plansAndSizes, top: [], overall: shareOf(0, 900), mode: "status", period: null, status },
    { by: ["plan"], mode: "status", left: "lost" },
  ),
  spoken(
    "segments of contracts in progress",
    segments,
    {
      ...plansAndSizes,
      mode: "contracts",
      period: { ...plansAndSizes.period!, state: "in progress", asOf: "2024-06-10" },
    },
    { by: ["plan"], mode: "contracts", grace: 5 },
  ),
  spoken(
    "segments with a leak",
    segments,
    {
      ...plansAndSizes,
      dimensions: plansAndSizes.dimensions.map((one, i) => ({ ...one, isLeak: i === 0 })),
      top: [{ dimension: 1, segment: 0 }],
    },
    { by: ["plan", "seats", "industry"] },
  ),
];

const spokenUsage: readonly Spoken[] = [
  spoken("usage supported", usageQuartiles, supported),
  spoken(
    "usage reversed",
    usageQuartiles,
    { ...reversed, negative: 3 },
    {
      zerosApart: false,
      by: "size",
      feature: "event",
      event: "report",
      outcomeFrom: 45,
    },
  ),
  spoken("usage immaterial", usageQuartiles, immaterial, { window: "month" }),
  spoken(
    "usage, cannot tell",
    usageQuartiles,
    { ...cannotTell, firstPeriod: 90 },
    {
      feature: "column",
      usage: "seconds",
      mode: "contracts",
      contracts: "terms",
    },
  ),
  spoken(
    "usage of columns",
    usageQuartiles,
    {
      ...supported,
      mode: "columns",
      asOf: null,
      from: null,
      until: null,
      status: [{ value: "gone", customers: 534 }],
      auc: 0.02,
      excluded: [
        { why: "contradictory", customers: 2 },
        { why: "no-status", customers: 200 },
        { why: "no-usage", customers: 1 },
        { why: "newcomer", customers: 9 },
      ],
    },
    { mode: "columns", usage: "rounds", left: "gone" },
  ),
  spoken(
    "usage, small but sure",
    usageQuartiles,
    usageOf([null, [3200, 40000], [6000, 80000], [2640, 39000]]),
  ),
  spoken(
    "usage refused",
    usageQuartiles,
    { ...supported, refused: "overlap", rows: null },
    { outcomeFrom: 3 },
  ),
  spoken("usage of nobody", usageQuartiles, {
    ...supported,
    overall: shareOf(0, 0),
    segments: [],
    deciles: [],
    difference: null,
    verdict: null,
    trend: null,
  }),
  spoken("usage, no event", usageQuartiles, supported, { feature: "event" }),
  spoken("usage of none", usageQuartiles, {
    ...supported,
    segments: supported.segments.slice(0, 1),
    deciles: [],
    difference: null,
    verdict: null,
    trend: null,
    homogeneity: null,
  }),
  spoken("usage tied", usageQuartiles, {
    ...supported,
    segments: supported.segments.slice(0, 2),
    difference: null,
    verdict: null,
    trend: null,
  }),
];

export const spokenDivided: readonly Spoken[] = [...spokenSegments, ...spokenUsage, ...spokenMix];
