import { startInWorker } from "./in-worker";
import { startOnPage } from "./on-page";

/** The one script of a page that carries its own program: it starts the page, and each worker of it. */
if (typeof document === "undefined") startInWorker();
else {
  startOnPage(document.currentScript!).catch((error: unknown) => {
    const said = document.getElementById("ebb-failed");
    if (said) said.hidden = false;
    document.getElementById("ebb-opening")?.remove();
    throw error;
  });
}
