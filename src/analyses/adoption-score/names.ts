import type { Who } from "../report";
import type { Lever } from "../levers/lever";
import { behaviourName, leverLabel } from "../levers/names";
import type { Language } from "../texts";
import type { ScoreResult } from "./result";

/** "reach_pct ≥ 25"; a behaviour without a cut counts as on above nought. */
export function leverTitle(lever: Lever, language: Language): string {
  return lever.cut === null
    ? language.texts.adoptionScore.above(behaviourName(lever.behaviour, language))
    : leverLabel(lever, language);
}

/** "43.4", or "40–60". */
export function bandLabel({ from, to }: { from: number; to: number }, { texts, format }: Language): string {
  return from === to ? format.number(from, 1) : texts.adoptionScore.span(from, to);
}

const lists = ["all", "partial", "without", "unknown", "high", "high left", "low", "low stayed"] as const;
export type ListKey = (typeof lists)[number];

export type Asked =
  | { readonly form: "list"; readonly list: ListKey }
  | { readonly form: "band"; readonly band: number; readonly onlyStayed: boolean }
  | { readonly form: "lever"; readonly lever: number; readonly onlyStayed: boolean };

export function whoOfList(list: ListKey, { texts }: Language): Who {
  return { key: list, label: texts.adoptionScore.who[list] };
}

export function whoOfBand(
  { bands }: Pick<ScoreResult, "bands">,
  band: number,
  onlyStayed: boolean,
  language: Language,
): Who {
  const { who } = language.texts.adoptionScore;
  const label = bandLabel(bands[band]!, language);
  return onlyStayed
    ? { key: `band ${band} stayed`, label: who.bandStayed(label) }
    : { key: `band ${band}`, label: who.band(label) };
}

export function whoOfLever(place: number, lever: Lever, onlyStayed: boolean, language: Language): Who {
  const { who } = language.texts.adoptionScore;
  const title = leverTitle(lever, language);
  return onlyStayed
    ? { key: `lever ${place} stayed`, label: who.leverStayed(title) }
    : { key: `lever ${place}`, label: who.lever(title) };
}

/** Null for a key that no report of this result gave out. */
export function readKey(key: string, { bands, levers }: ScoreResult): Asked | null {
  const list = lists.find((one) => one === key);
  if (list) return { form: "list", list };
  const [, form, place, stayed] = /^(band|lever) (0|[1-9]\d?)( stayed)?$/.exec(key) ?? [];
  const onlyStayed = stayed !== undefined;
  if (form === "band" && Number(place) < bands.length) return { form, band: Number(place), onlyStayed };
  if (form === "lever" && Number(place) < levers.length) return { form, lever: Number(place), onlyStayed };
  return null;
}
