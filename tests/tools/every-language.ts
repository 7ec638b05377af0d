import { loadLanguage } from "../../src/analyses/texts";

/** Tests speak both languages at once; a page fetches the reader's only. Words of the page itself: `loadTexts`. */
await loadLanguage("ru");
