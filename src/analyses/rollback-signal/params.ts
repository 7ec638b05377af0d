import type { ParamSpecs } from "../params";
import { usageParams } from "../usage-quartiles/params";

/** What is asked of usage and leaving; nothing more is needed for the signal. */
export const rollbackParams = usageParams satisfies ParamSpecs;
