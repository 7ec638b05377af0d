import type { Language } from "../texts";
import type { Lever } from "./lever";

/** A behaviour as people read it: a column, an event, or one of a log as a whole. */
export function behaviourName(behaviour: string, { texts }: Language): string {
  const { whole } = texts.levers;
  return behaviour === "*days" || behaviour === "*kinds" ? whole[behaviour] : behaviour;
}

/** "reach_pct ≥ 25", or the behaviour alone. */
export function leverLabel({ behaviour, cut }: Lever, language: Language): string {
  const name = behaviourName(behaviour, language);
  return cut === null ? name : language.texts.levers.atLeast(name, cut);
}
