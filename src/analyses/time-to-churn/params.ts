import type { ParamSpecs, ParamValues } from "../params";

type Given = Readonly<Record<string, unknown>>;

const isInactivity = ({ mode }: Given) => mode === "inactivity";
const isContracts = ({ mode }: Given) => mode === "contracts";
const isDurations = ({ mode }: Given) => mode === "durations";
const hasPeople = (params: Given) => !isDurations(params) && params.people !== null;

const moments = ["date", "timestamp"];
const numbers = ["integer", "number", "decimal"];

/** In what times are told; with dates all is counted in days, and a month is a twelfth of 365.25 of them. */
export const units = ["day", "week", "month"] as const;
export type Unit = (typeof units)[number];

export const churnParams = {
  /** What says that a customer has left: no activity any more, the end of a contract, or a column of the table. */
  mode: { type: "choice", options: ["inactivity", "contracts", "durations"], default: "inactivity" },
  rule: { type: "rule", visible: isInactivity },
  /** Days without activity that count as having left; null: found in the data. */
  gap: { type: "number", min: 1, max: 3660, integer: true, default: null, visible: isInactivity },
  /** Until when those who have not left are followed: all until the same day, or each until the last activity. */
  censor: { type: "choice", options: ["cut", "last"], default: "cut", visible: isInactivity },
  grace: { type: "number", min: 0, max: 366, integer: true, default: 0, visible: isContracts },
  /** A table of customers beside the log: since when they are there, and what they are. */
  people: { type: "table", default: null, visible: (params) => !isDurations(params) },
  start: {
    type: "column",
    kinds: moments,
    default: null,
    visible: (params) => isInactivity(params) && !hasPeople(params),
  },
  startBeside: {
    type: "column",
    of: "people",
    kinds: moments,
    default: null,
    visible: (params) => isInactivity(params) && hasPeople(params),
  },
  duration: { type: "column", kinds: numbers, default: null, required: true, visible: isDurations },
  status: { type: "column", default: null, required: true, visible: isDurations },
  /** The status of those who have left. */
  event: { type: "text", default: "", valuesOf: { param: "status" }, visible: isDurations },
  entry: { type: "column", kinds: numbers, default: null, visible: isDurations },
  group: { type: "column", default: null, visible: (params) => !hasPeople(params) },
  groupBeside: { type: "column", of: "people", default: null, visible: hasPeople },
  unit: { type: "choice", options: units, default: "day" },
  horizons: {
    type: "numbers",
    min: 0.01,
    max: 100_000,
    integer: false,
    most: 12,
    default: [30, 90, 180, 365],
  },
  /** The mean time is taken up to here; null: the longest horizon that every group reaches. */
  tau: { type: "number", min: 0.01, max: 100_000, integer: false, default: null },
  scale: { type: "choice", options: ["log-log", "log", "plain"], default: "log-log" },
  /** First day on which leaving would have been seen: who left before is not in the data. */
  from: { type: "date", default: "auto", visible: (params) => !isDurations(params) },
  asOf: { type: "date", default: "auto", visible: (params) => !isDurations(params) },
} as const satisfies ParamSpecs;

export type ChurnParams = ParamValues<typeof churnParams>;

/** Days in a unit; a column of durations is taken as it is. */
export function daysPer({ mode, unit }: Pick<ChurnParams, "mode" | "unit">): number {
  if (mode === "durations") return 1;
  switch (unit) {
    case "day":
      return 1;
    case "week":
      return 7;
    case "month":
      return 30.4375;
  }
}

/** The column by which customers are grouped, and whether it stands in the table beside. */
export function groupOf(params: ChurnParams): { column: string; beside: boolean } | null {
  const beside = hasPeople(params);
  const column = beside ? params.groupBeside : params.group;
  return column === null ? null : { column, beside };
}

export function isGroupedBy(params: ChurnParams): boolean {
  return isDurations(params) ? params.group !== null : groupOf(params) !== null;
}

/** The column that says since when a customer is there; null: the first activity, or the contract. */
export function startOf(params: ChurnParams): { column: string; beside: boolean } | null {
  if (params.mode !== "inactivity") return null;
  const beside = hasPeople(params);
  const column = beside ? params.startBeside : params.start;
  return column === null ? null : { column, beside };
}

/** Levels beyond this many are put together. */
export const mostGroups = 8;

/** More different times than this come from a column of seconds, not of a life. */
export const mostTimes = 20_000;
