import { leverParams } from "../levers/lever-params";
import type { Request } from "../analysis";
import type { ParamSpecs } from "../params";

export const finderParams = {
  ...leverParams,
  /** Which lines are tried for a measure; a behaviour that comes with a line ("reach >= 25") has that one alone. */
  candidates: { type: "choice", options: ["deciles", "round"], default: "deciles" },
  criterion: { type: "choice", options: ["youden", "chi-square", "value"], default: "youden" },
  /** Worth of a customer on the good side who stays, and what one costs there who leaves; in any unit. */
  gain: { type: "number", min: 0, max: 1e9, integer: false, default: 3, visible: byValue },
  cost: { type: "number", min: 0, max: 1e9, integer: false, default: 1, visible: byValue },
  direction: { type: "choice", options: ["either", "above", "below"], default: "either" },
  permutations: { type: "number", min: 99, max: 9999, integer: true, default: 2000 },
} as const satisfies ParamSpecs;

function byValue(params: Readonly<Record<string, unknown>>): boolean {
  return params.criterion === "value";
}

export type FinderRequest = Request<typeof finderParams>;
