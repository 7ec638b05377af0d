import type { Who } from "../report";
import { labelOf } from "../segments/names";
import type { Language } from "../texts";
import { sides, type Side } from "./query";
import type { MixShiftResult, StratumResult } from "./result";

/** What the two sides are called: a value of the column, everybody else, or a period. */
export function sideNames(
  { group, period, earlier }: Pick<MixShiftResult, "group" | "period" | "earlier">,
  { texts }: Language,
): Record<Side, string> {
  const { side } = texts.mixShift;
  if (earlier && period)
    return {
      first: side.period(period.start, period.end),
      second: side.period(earlier.start, earlier.end),
    };
  if (!group) return { first: side.first, second: side.second };
  const nameOf = (level: string | null) =>
    level === null ? side.rest(group.column) : side.level(group.column, level);
  // Before anybody was counted the largest groups are not known.
  if (group.first === null && group.second === null) return { first: side.first, second: side.second };
  return { first: nameOf(group.first), second: nameOf(group.second) };
}

/** Customers of a side, or of one value of it. The key names the side, who of them, and the value as queries do. */
export function whoOn(
  result: MixShiftResult,
  side: Side,
  onlyLost: boolean,
  stratum: StratumResult | null,
  language: Language,
): Who {
  const { who } = language.texts.mixShift;
  const name = sideNames(result, language)[side];
  const place = stratum ? who.in(name, labelOf(stratum, language)) : who.side(name);
  return {
    key: `${side} ${onlyLost ? "lost" : "all"}${stratum ? ` ${stratum.key}` : ""}`,
    label: onlyLost ? who.lost(place) : place,
  };
}

/** What a key asks for; null for one that no report of this result gave out. */
export function readKey(
  key: string,
  { strata }: Pick<MixShiftResult, "strata">,
): { readonly side: Side; readonly segment: string | null; readonly onlyLost: boolean } | null {
  const [, side, what, segment] = /^(first|second) (all|lost)(?: ([\s\S]+))?$/.exec(key) ?? [];
  const found = sides.find((one) => one === side);
  if (!found || (segment !== undefined && !strata.some((one) => one.key === segment))) return null;
  return { side: found, segment: segment ?? null, onlyLost: what === "lost" };
}
