import { createContext, useContext, useSyncExternalStore } from "react";
import { languageOf, type Language } from "../../../analyses";
import type { Session, Workbench } from "../../session";
import { regionOf, textsOf, type Locale, type Texts } from "../texts";

interface Surroundings {
  readonly workbench: Workbench;
  readonly locale: Locale;
  /** The locale with the reader's region, "en-GB": dates are written its way. */
  readonly region: string;
  readonly texts: Texts;
  readonly language: Language;
}

export const Surrounding = createContext<Surroundings | null>(null);

export function surroundings(workbench: Workbench, locale: Locale): Surroundings {
  const region = regionOf(locale, navigator.languages);
  return { workbench, locale, region, texts: textsOf(locale), language: languageOf(region) };
}

export function useSurroundings(): Surroundings {
  const found = useContext(Surrounding);
  if (!found) throw new Error("missing provider: Surrounding");
  return found;
}

export function useWorkbench(): Workbench {
  return useSurroundings().workbench;
}

export function useTexts(): Texts {
  return useSurroundings().texts;
}

/** Part of the session; `pick` must give the same reference while nothing of it changed. */
export function useSession<T>(pick: (session: Session) => T): T {
  const { session, subscribe } = useWorkbench();
  return useSyncExternalStore(subscribe, () => pick(session()));
}
