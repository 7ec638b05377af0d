import { en, type Texts } from "./en";
import { formatsOf, writeDatesFor, type Formats, type Locale } from "./formats";
import { ru } from "./ru";

export type { FormTexts, ParamTexts } from "./form-texts";
export { readerOf, type Formats, type Locale } from "./formats";
export type { Texts } from "./en";

/** All that a report needs to speak: words, and how numbers and days are written. */
export interface Language {
  readonly locale: Locale;
  readonly format: Formats;
  readonly texts: Texts;
}

const languages: Readonly<Record<Locale, Language>> = {
  en: { locale: "en", format: formatsOf("en"), texts: en },
  ru: { locale: "ru", format: formatsOf("ru"), texts: ru },
};

/** The language for a locale as browsers name it: "ru-RU" is Russian, anything unknown English. Dates follow its region. */
export function languageOf(locale: string): Language {
  const language = languages[/^ru\b/i.test(locale) ? "ru" : "en"];
  writeDatesFor(language.locale, locale);
  return language;
}
