import type { ParamSpecs, ParamValues } from "../params";
import { usageParams } from "../usage-quartiles/params";

const attributes = ["text", "boolean", "integer", "number", "decimal"];

/** What is asked of usage and leaving, and in what else customers should be alike, all at once, in a model. */
export const rollbackParams = {
  ...usageParams,
  controls: {
    type: "columns",
    kinds: attributes,
    most: 4,
    default: [],
    visible: (params) => params.people === null,
  },
  controlsBeside: {
    type: "columns",
    of: "people",
    kinds: attributes,
    most: 4,
    default: [],
    visible: (params) => params.people !== null,
  },
} as const satisfies ParamSpecs;

export type RollbackParams = ParamValues<typeof rollbackParams>;
