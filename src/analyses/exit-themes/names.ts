import type { Language } from "../texts";
import { themes } from "./taxonomy";

/** A known theme in the reader's language; an own value as it was written. */
export function themeName(theme: string, said: string, { texts }: Pick<Language, "texts">): string {
  const known = themes.find((one) => one === theme);
  return known ? texts.exitThemes.theme[known] : said;
}
