import { leverParams } from "../levers/lever-params";
import type { ParamSpecs } from "../params";
import type { Request } from "../analysis";
import { versions } from "./versions";

export const mostScored = 8;

export const scoreParams = {
  ...leverParams,
  levers: { ...leverParams.levers, most: mostScored },
  /** By which weights customers are scored; best: the version that passes most checks. */
  weighting: { type: "choice", options: ["best", ...versions], default: "best" },
  /** When each customer began, in a table without time: later ones test the weights of earlier ones. */
  began: {
    type: "column",
    kinds: ["date", "timestamp"],
    default: null,
    visible: (params) => params.mode === "columns",
  },
} as const satisfies ParamSpecs;

export type ScoreRequest = Request<typeof scoreParams>;
