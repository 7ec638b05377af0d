import "@fontsource-variable/inter/index.css";
import "@fontsource-variable/jetbrains-mono/index.css";
import "@fontsource-variable/jetbrains-mono/wght-italic.css";
import "@fontsource-variable/source-serif-4/index.css";
import { createRoot } from "react-dom/client";
import "../../../src/cells/view/design/tokens.css";
import "../../../src/cells/view/design/base.css";
import { loadTexts } from "../../../src/cells/view/texts";

// Each by itself: a test of one part need not wait for all the others.
const parts = {
  editor: () => import("./editor-parts").then(({ EditorParts }) => EditorParts),
  figure: () => import("./figure-parts").then(({ FigureParts }) => FigureParts),
  grid: () => import("./grid-parts").then(({ GridParts }) => GridParts),
  input: () => import("./input-parts").then(({ InputParts }) => InputParts),
  levers: () => import("./lever-parts").then(({ LeverParts }) => LeverParts),
  markdown: () => import("./markdown-parts").then(({ MarkdownParts }) => MarkdownParts),
  types: () => import("./types-parts").then(({ TypesParts }) => TypesParts),
  outline: () => import("./outline-parts").then(({ OutlineParts }) => OutlineParts),
  output: () => import("./output-parts").then(({ OutputParts }) => OutputParts),
};

const wanted = new URLSearchParams(location.search);
document.documentElement.dataset.theme = wanted.get("theme") ?? "light";
document.documentElement.lang = wanted.get("lang") ?? "en";
await loadTexts(document.documentElement.lang === "ru" ? "ru" : "en");
const Part = await parts[(wanted.get("part") ?? "editor") as keyof typeof parts]();
createRoot(document.getElementById("root")!).render(
  <main style={{ maxWidth: "64rem", margin: "0 auto", padding: "24px" }}>
    <Part />
  </main>,
);
