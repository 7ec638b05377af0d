import type { Texts } from "./en";
import { attrition } from "./ru/attrition";
import { base } from "./ru/base";
import { calculator } from "./ru/calculator";
import { code } from "./ru/code";
import { overTime } from "./ru/over-time";
import { relevantActivity } from "./ru/relevant-activity";
import { roles } from "./ru/roles";

export const ru: Texts = { base, roles, relevantActivity, attrition, overTime, calculator, code };
