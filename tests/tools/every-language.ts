import { loadTexts } from "../../src/cells/view/texts";

/** Tests speak both languages at once; a page fetches the reader's only. */
await loadTexts("ru");
