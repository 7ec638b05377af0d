import { textsOf, type Texts } from "../texts";

/** What the code fields say themselves, in the page's language; Monaco takes its own texts in the same way. */
export function words(): Texts["code"] {
  return textsOf(document.documentElement.lang.startsWith("ru") ? "ru" : "en").code;
}
