import { leverLabel } from "../levers/names";
import type { Who } from "../report";
import { labelOf } from "../segments/names";
import { others, unknown } from "../segments/dimensions";
import type { Language } from "../texts";
import type { LeverRegressionResult } from "./result";

/** What a key asks for; a lever by its place. */
export interface Asked {
  readonly lever: number | null;
  readonly value: "on" | "off" | "unknown" | "incomplete" | null;
  readonly outcome: "lost" | "stayed" | null;
}

export function nameOf(result: LeverRegressionResult, place: number, language: Language): string {
  return leverLabel(result.levers[place]!, language);
}

/** A lever, or a control by its column. */
export function thingName(
  result: LeverRegressionResult,
  { form, place }: { readonly form: "lever" | "control"; readonly place: number },
  language: Language,
): string {
  return form === "lever" ? nameOf(result, place, language) : result.controls[place]!.column;
}

/** A segment as queries write it, in words: bands by their place among the quartiles. */
export function segmentLabel(segment: string, isBanded: boolean, language: Language): string {
  const kind = segment === unknown ? "unknown" : segment === others ? "others" : isBanded ? "band" : "level";
  if (kind === "band") return language.texts.leverRegression.quarter(Number(segment.slice(1)));
  return labelOf({ kind, level: segment.slice(1), low: null, high: null }, language);
}

export function whoOf(
  { lever, value, outcome }: Asked,
  result: LeverRegressionResult,
  language: Language,
): Who {
  const { who } = language.texts.leverRegression;
  const group =
    value === "incomplete"
      ? who.incomplete
      : lever === null || value === null
        ? who.all
        : who[value](nameOf(result, lever, language));
  return {
    key: [...(lever === null ? [] : [lever]), value ?? "all", ...(outcome ? [outcome] : [])].join(" "),
    label: outcome === null ? group : who[outcome](group),
  };
}

/** What a key asks for; null for one that no report of this result gave out. */
export function readKey(key: string, result: LeverRegressionResult): Asked | null {
  const all = /^(all|incomplete)(?: (lost|stayed))?$/.exec(key);
  if (all)
    return {
      lever: null,
      value: all[1] === "incomplete" ? "incomplete" : null,
      outcome: (all[2] as Asked["outcome"] | undefined) ?? null,
    };
  const one = /^(\d{1,2}) (on|off|unknown)(?: (lost|stayed))?$/.exec(key);
  const place = Number(one?.[1]);
  const lever = result.levers[place];
  if (!one || !lever || String(place) !== one[1]) return null;
  if (one[2] !== "unknown" && !lever.isSwitch) return null;
  return {
    lever: place,
    value: one[2] as Asked["value"],
    outcome: (one[3] as Asked["outcome"] | undefined) ?? null,
  };
}
