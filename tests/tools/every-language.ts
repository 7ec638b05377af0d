import { loadLanguage, loadReports } from "../../src/analyses/texts";

/** Tests speak both languages at once; a page fetches the reader's only. Words of the page itself: `loadTexts`. */
await Promise.all([loadLanguage("ru"), loadReports()]);
