import { analysisById, titleOf } from "../../../analyses";
import { useSurroundings } from "../shell/workbench-context";
import { headingsIn } from "./contents";
import type { DrawnNode } from "./drawing";

/** What a node is called: an analysis by its title, a text by its heading, everything else by its names. */
export function useLabel(): (node: Pick<DrawnNode, "cell" | "label">) => string {
  const { language } = useSurroundings();
  return ({ cell, label }) => {
    if (cell?.kind === "analysis" && !cell.name) {
      const analysis = analysisById(cell.analysis);
      return analysis ? titleOf(analysis, language) : cell.analysis || label;
    }
    if (cell?.kind === "markdown") return headingsIn(cell.source)[0]?.text ?? label;
    return label;
  };
}
