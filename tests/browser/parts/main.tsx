import "@fontsource-variable/inter/index.css";
import "@fontsource-variable/jetbrains-mono/index.css";
import "@fontsource-variable/jetbrains-mono/wght-italic.css";
import "@fontsource-variable/source-serif-4/index.css";
import { createRoot } from "react-dom/client";
import "../../../src/cells/view/design/tokens.css";
import "../../../src/cells/view/design/base.css";
import { loadTexts } from "../../../src/cells/view/texts";
import { EditorParts } from "./editor-parts";
import { FigureParts } from "./figure-parts";
import { GridParts } from "./grid-parts";
import { InputParts } from "./input-parts";
import { LeverParts } from "./lever-parts";
import { MarkdownParts } from "./markdown-parts";
import { TypesParts } from "./types-parts";
import { OutlineParts } from "./outline-parts";
import { OutputParts } from "./output-parts";

const parts = {
  editor: EditorParts,
  figure: FigureParts,
  grid: GridParts,
  input: InputParts,
  levers: LeverParts,
  markdown: MarkdownParts,
  types: TypesParts,
  outline: OutlineParts,
  output: OutputParts,
};

const wanted = new URLSearchParams(location.search);
document.documentElement.dataset.theme = wanted.get("theme") ?? "light";
document.documentElement.lang = wanted.get("lang") ?? "en";
await loadTexts(document.documentElement.lang === "ru" ? "ru" : "en");
const Part = parts[(wanted.get("part") ?? "editor") as keyof typeof parts];
createRoot(document.getElementById("root")!).render(
  <main style={{ maxWidth: "64rem", margin: "0 auto", padding: "24px" }}>
    <Part />
  </main>,
);
