import { leverLabel } from "../levers/names";
import type { Who } from "../report";
import type { Language } from "../texts";
import { groups, type Asked, type Group } from "./query";
import type { BehaviourResult, SurvivorshipResult } from "./result";

/** "reach_pct ≥ 25"; a column of first use by its name alone. */
export function nameOf(one: Pick<BehaviourResult, "behaviour" | "cut">, language: Language): string {
  return leverLabel(one, language);
}

/** The customers of a group (or all compared), or those of them who have done something, or of whom it is not known. */
export function whoIn(
  group: Group | "all",
  part: { readonly place: number; readonly what: "on" | "unknown"; readonly name: string } | null,
  { texts }: Language,
): Who {
  const told = texts.survivorship;
  if (!part) return { key: group, label: told.group[group] };
  const label = part.what === "on" ? told.who.on : told.who.unknown;
  return { key: `${group} ${part.what} ${part.place}`, label: label(told.group[group], part.name) };
}

/** What a key asks for; null for one that no report of this result gave out. */
export function readKey(key: string, { behaviours }: SurvivorshipResult): Asked | null {
  const [, of, what, at] = /^(all|best|current|lost)(?: (on|unknown) (0|[1-9]\d?))?$/.exec(key) ?? [];
  const group = of === "all" ? of : groups.find((one) => one === of);
  if (!group) return null;
  if (what === undefined) return { group, part: null };
  const place = Number(at);
  return place < behaviours.length
    ? { group, part: { place, what: what === "on" ? "on" : "unknown" } }
    : null;
}
