import type { Language } from "../texts";
import { unknownPlace } from "./places";
import type { ChurnResult, Curve } from "./result";

/** What a curve is called in tables and figures. */
export function nameOf(
  { place, level }: Pick<Curve, "place" | "level">,
  { texts }: Pick<Language, "texts">,
): string {
  const { names } = texts.timeToChurn;
  if (level !== null) return level;
  if (place === null) return names.all;
  return place === unknownPlace ? names.unknown : names.others;
}

/** The same within a sentence: a level's own name in quotes. */
export function saidName(curve: Pick<Curve, "place" | "level">, language: Pick<Language, "texts">): string {
  return curve.level === null
    ? nameOf(curve, language)
    : language.texts.timeToChurn.names.quoted(curve.level);
}

/** The curves that are drawn and told: the groups, or everybody. */
export function curvesOf({ groups, overall }: Pick<ChurnResult, "groups" | "overall">): readonly Curve[] {
  return groups.length ? groups : [overall];
}

/** "31 days" to a tenth of a unit. */
export function timeText(
  value: number,
  { unit }: Pick<ChurnResult, "unit">,
  { texts }: Pick<Language, "texts">,
): string {
  return texts.timeToChurn.time(value, unit);
}

/** A time on its own: "31 days", in Russian in the nominative. */
export function inUnits(
  value: number,
  { unit }: Pick<ChurnResult, "unit">,
  { locale }: Pick<Language, "locale">,
): string {
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    unitDisplay: "long",
    maximumFractionDigits: 1,
  }).format(value);
}
