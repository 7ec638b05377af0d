import type { Texts } from "./en";
import { attrition } from "./ru/attrition";
import { base } from "./ru/base";
import { roles } from "./ru/roles";

export const ru: Texts = { base, roles, attrition };
