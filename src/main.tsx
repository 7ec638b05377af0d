import "@fontsource-variable/inter";
import "@fontsource-variable/jetbrains-mono";
import "@fontsource-variable/source-serif-4";
import "./cells/view/design/tokens.css";
import "./cells/view/design/base.css";
import { createRoot } from "react-dom/client";
import { languageOf } from "./analyses";
import { openWorkbench } from "./cells/session";
import { App, figureToSvg, readyToSpeak, regionOf, watchRequests } from "./cells/view";

watchRequests();

const workbench = openWorkbench({
  language: () => languageOf(regionOf(document.documentElement.lang, navigator.languages)),
  // Other programs show a notebook on white.
  draw: (figure) => figureToSvg(figure, 760, "light"),
});

await readyToSpeak();
createRoot(document.getElementById("root")!).render(<App workbench={workbench} />);
