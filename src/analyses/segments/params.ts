import type { ParamSpecs, ParamValues } from "../params";
import { outcomeParams } from "./outcome-params";

const kinds = ["text", "boolean", "integer", "number", "decimal"];
const hasPeople = (params: Readonly<Record<string, unknown>>) => params.people !== null;

export const mostDimensions = 6;

export const segmentsParams = {
  /** A table that says more of the customers, one row each or with a date. */
  people: { type: "table", default: null },
  by: {
    type: "columns",
    most: mostDimensions,
    default: [],
    kinds,
    required: true,
    visible: (params) => !hasPeople(params),
  },
  byPeople: {
    type: "columns",
    of: "people",
    most: mostDimensions,
    default: [],
    kinds,
    required: true,
    visible: hasPeople,
  },
  ...outcomeParams,
  fewest: { type: "number", min: 1, max: 100_000, integer: true, default: 30 },
  most: { type: "number", min: 1, max: 60, integer: true, default: 12 },
  /** Adds a ranking by rates that are drawn towards the common one, the more the smaller the segment. */
  shrink: { type: "switch", default: false },
} as const satisfies ParamSpecs;

export type SegmentsParams = ParamValues<typeof segmentsParams>;
