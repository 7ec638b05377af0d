import { createContext, useContext, useSyncExternalStore } from "react";
import { languageOf, type Language } from "../../../analyses";
import type { Session, Workbench } from "../../session";
import { textsOf, type Locale, type Texts } from "../texts";

interface Surroundings {
  readonly workbench: Workbench;
  readonly locale: Locale;
  readonly texts: Texts;
  readonly language: Language;
}

export const Surrounding = createContext<Surroundings | null>(null);

export function surroundings(workbench: Workbench, locale: Locale): Surroundings {
  return { workbench, locale, texts: textsOf(locale), language: languageOf(locale) };
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
