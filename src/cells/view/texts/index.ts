import { loadLanguage } from "../../../analyses";
import { en, type Texts } from "./en";

export type { Texts };
export type Locale = Texts["locale"];

/** English is always there; others come when a reader asks for them. */
const known = new Map<Locale, Texts>([["en", en]]);

/** Fetches all words of a language, those of the reports too; rejects when they cannot be had. */
export async function loadTexts(locale: Locale): Promise<void> {
  await loadLanguage(locale);
  if (locale === "ru" && !known.has("ru")) known.set("ru", (await import("./ru")).ru);
}

/** A language that has not been loaded is told in English. */
export function textsOf(locale: Locale): Texts {
  return known.get(locale) ?? en;
}

/** The browser's first language that Ebb speaks; a choice by hand is kept and wins. */
export function preferredLocale(chosen: string | null, languages: readonly string[]): Locale {
  if (chosen === "en" || chosen === "ru") return chosen;
  const known = languages
    .map((one) => one.slice(0, 2).toLowerCase())
    .find((one) => one === "en" || one === "ru");
  return known === "ru" ? "ru" : "en";
}

/** The reader's own kind of a language, "en-GB" for "en": the browser's first that can be used. */
export function regionOf(locale: string, languages: readonly string[]): string {
  const own = new RegExp(`^${locale}(-[a-z0-9]{2,8})*$`, "i");
  return languages.find((one) => own.test(one)) ?? locale;
}
