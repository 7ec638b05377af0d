import { attrition } from "./en/attrition";
import { base } from "./en/base";
import { calculator } from "./en/calculator";
import { code } from "./en/code";
import { overTime } from "./en/over-time";
import { relevantActivity } from "./en/relevant-activity";
import { roles } from "./en/roles";

export const en = { base, roles, relevantActivity, attrition, overTime, calculator, code };

/** English is written first; every other language must say the same. */
export type Texts = typeof en;
