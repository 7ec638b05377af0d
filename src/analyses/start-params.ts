import type { ParamSpecs } from "./params";

type Given = Readonly<Record<string, unknown>>;

const moments = ["date", "timestamp"];

const hasPeople = ({ people }: Given) => people !== null;

/** Where a customer's start stands: in the log, or in a table of customers beside it. Null: their first activity. */
export const startParams = {
  /** A table of customers beside the log, also of those who never did anything. */
  people: { type: "table", default: null },
  start: { type: "column", kinds: moments, default: null, visible: (params) => !hasPeople(params) },
  startBeside: {
    type: "column",
    of: "people",
    kinds: moments,
    default: null,
    required: true,
    visible: hasPeople,
  },
} as const satisfies ParamSpecs;
