import { attrition } from "./en/attrition";
import { base } from "./en/base";
import { roles } from "./en/roles";

export const en = { base, roles, attrition };

/** English is written first; every other language must say the same. */
export type Texts = typeof en;
