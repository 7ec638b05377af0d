import { looksPassive } from "./guess-rule";
import type { ActivityRule } from "./rule";

/** A rule that counts nothing but logins, views and messages. */
export function isPassiveRule(rule: ActivityRule): boolean {
  return rule.form === "listed" && rule.events.length > 0 && rule.events.every(looksPassive);
}
