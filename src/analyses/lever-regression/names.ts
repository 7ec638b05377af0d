import { leverLabel } from "../levers/names";
import type { Who } from "../report";
import { labelOf } from "../segments/names";
import { others, unknown } from "../segments/dimensions";
import type { Language } from "../texts";
import { valueText } from "../value-text";
import type { LeverRegressionResult, Weighty } from "./result";

/** What a key asks for; a lever by its place. */
export interface Asked {
  readonly lever: number | null;
  readonly value: "on" | "off" | "unknown" | "incomplete" | null;
  readonly outcome: "lost" | "stayed" | null;
  /** Those of a cell of the table of influence, by its place, and of no lever. */
  readonly cell?: number;
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
  return labelOf({ kind, level: valueText(segment.slice(1), language), low: null, high: null }, language);
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

/** Customers alike in a cell of the table of influence. */
export function weightyWho(place: number, { hasStayed }: Weighty, language: Language): Who {
  const { who } = language.texts.leverRegression.checks.influence;
  return { key: `cell ${place}`, label: who(hasStayed ? "stayed" : "left") };
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
  const weighty = /^cell (\d{1,3})$/.exec(key);
  if (weighty) {
    const cell = Number(weighty[1]);
    const isThere = String(cell) === weighty[1] && result.model?.ok && result.model.influence?.cells[cell];
    return isThere ? { lever: null, value: null, outcome: null, cell } : null;
  }
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
