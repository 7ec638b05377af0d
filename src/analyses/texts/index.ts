import type { Texts } from "./en";
import { first } from "./first";
import { formatsOf, writeDatesFor, type Formats, type Locale } from "./formats";

export type { FormTexts, ParamTexts } from "./form-texts";
export { readerOf, type Formats, type Locale } from "./formats";
export type { Texts } from "./en";

/** All that a report needs to speak: words, and how numbers and days are written. */
export interface Language {
  readonly locale: Locale;
  readonly format: Formats;
  readonly texts: Texts;
}

/**
 * English forms are always there, other languages come when a reader asks for them. What English reports say is put in
 * beside the forms once an analysis is there: nobody has a report before.
 */
const english: Language = {
  locale: "en",
  format: formatsOf("en"),
  texts: { ...first } as unknown as Texts,
};
const languages = new Map<Locale, Language>([["en", english]]);

/** Fetches a language's words; rejects when they cannot be had. */
export async function loadLanguage(locale: string): Promise<void> {
  if (!isRussian(locale) || languages.has("ru")) return;
  const { ru } = await import("./ru");
  languages.set("ru", { locale: "ru", format: formatsOf("ru"), texts: ru });
}

/** Fetches what reports say; rejects when it cannot be had. */
export async function loadReports(): Promise<void> {
  const { en } = await import("./en");
  Object.assign(english.texts, en);
}

/**
 * The language for a locale as browsers name it: "ru-RU" is Russian, anything unknown English, and so is a language that
 * has not been loaded. Dates follow its region.
 */
export function languageOf(locale: string): Language {
  const language = (isRussian(locale) && languages.get("ru")) || english;
  writeDatesFor(language.locale, locale);
  return language;
}

function isRussian(locale: string): boolean {
  return /^ru\b/i.test(locale);
}
