import { byColumns, byTime, leverParams } from "../levers/lever-params";
import type { ParamSpecs } from "../params";

const numbers = ["integer", "number", "decimal"];

/** What customers bring along plays no part here. */
const { people: _, controls: _c, controlsBeside: _b, ...asked } = leverParams;

const mostFirstUses = 6;

function hasFirstUse(params: Readonly<Record<string, unknown>>): boolean {
  return byColumns(params) && Array.isArray(params.firstUse) && params.firstUse.length > 0;
}

export const survivorshipParams = {
  ...asked,
  /** Who is best of those who stayed: in a log those followed longest who are still there, or all of them. */
  best: { type: "choice", options: ["longest", "stayed"], default: "longest", visible: byTime },
  /** The same in a table: the top quarter of those who stayed by this column; null: all of them. */
  tenure: { type: "column", default: null, kinds: numbers, visible: byColumns },
  /** Days since the beginning on which something was first used, empty where it never was. */
  firstUse: { type: "columns", most: mostFirstUses, default: [], kinds: numbers, visible: byColumns },
  /** For how many days a customer was there, or was followed. */
  followed: {
    type: "column",
    default: null,
    kinds: numbers,
    visible: hasFirstUse,
  },
  landmark: {
    type: "number",
    min: 1,
    max: 3660,
    integer: true,
    default: 90,
    visible: (params) => byTime(params) || hasFirstUse(params),
  },
} as const satisfies ParamSpecs;
