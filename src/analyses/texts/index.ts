/** Placeholder shape: the language of a report. Filled with the texts of each analysis, en.ts and ru.ts. */
export interface Language {
  readonly locale: "en" | "ru";
}
