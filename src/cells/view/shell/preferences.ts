import { useState } from "react";
import { loadTexts, preferredLocale, type Locale } from "../texts";

export type Theme = "light" | "dark";

interface Preferences {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly panel: boolean;
  /** Outline and dependencies. */
  readonly outline: boolean;
}

/** What belongs to the reader and not to the notebook. */
export function usePreferences() {
  const [preferences, set] = useState(read);
  const change = async (part: Partial<Preferences>) => {
    if (part.locale) await loadTexts(part.locale);
    const next = { ...preferences, ...part };
    apply(next);
    for (const [key, value] of Object.entries(part)) keep(key, String(value));
    set(next);
  };
  return [preferences, change] as const;
}

/** To be awaited before the page is drawn: its words, in the reader's language or, where that cannot be had, in English. */
export async function readyToSpeak(): Promise<void> {
  await loadTexts(read().locale).catch(staysEnglish);
}

/** English is part of the page: it can be read, and the language can be chosen again. */
function staysEnglish(): void {}

function read(): Preferences {
  const dark = kept("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const preferences: Preferences = {
    locale: preferredLocale(kept("locale"), navigator.languages),
    theme: dark === "dark" ? "dark" : "light",
    panel: kept("panel") !== "false",
    outline: kept("outline") === "true",
  };
  apply(preferences);
  return preferences;
}

function apply({ locale, theme }: Preferences): void {
  document.documentElement.dataset.theme = theme;
  document.documentElement.lang = locale;
}

function kept(key: string): string | null {
  return storage()?.getItem(`ebb.${key}`) ?? null;
}

function keep(key: string, value: string): void {
  storage()?.setItem(`ebb.${key}`, value);
}

// Storage may be forbidden; then a choice lasts as long as the page.
function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
