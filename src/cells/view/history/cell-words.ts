import { analysisById, paramText, paramTextsOf, titleOf, type Language } from "../../../analyses";
import type { Cell, CellComparison, Difference } from "../../model";
import type { Texts } from "../texts";

/** What a cell is, in a few words: its name, or the beginning of what stands in it. */
export function cellWords(cell: Cell, texts: Texts, language: Language): string {
  const kind = texts.cell[cell.kind];
  const said = cell.name || beginningOf(cell, language) || texts.history.emptyCell;
  return `${kind}: ${said}`;
}

function beginningOf(cell: Cell, language: Language): string {
  switch (cell.kind) {
    case "analysis": {
      const known = analysisById(cell.analysis);
      return known ? titleOf(known, language) : cell.analysis;
    }
    case "input":
      return cell.label;
    case "markdown":
    case "sql":
    case "typescript":
    case "foreign":
      // A heading says more than its marks.
      return cell.source
        .trim()
        .replace(/^#+\s*/, "")
        .split("\n")[0]!
        .slice(0, 80);
  }
}

/** "customers in days: 30 → 60" in the words of the page. */
export function differenceWords(
  { what, of, before, after }: Difference,
  { before: old, after: now }: Pick<CellComparison, "before" | "after">,
  { compare }: Texts,
  language: Language,
): { readonly of: string; readonly before: string; readonly after: string } {
  const analysis = now?.kind === "analysis" ? analysisById(now.analysis) : undefined;
  if (what === "parameters" && analysis && of in analysis.params) {
    const text = (cell: Cell | null) =>
      (cell?.kind === "analysis" &&
        of in cell.params &&
        paramText(analysis, of, cell.params[of], language)) ||
      compare.nothing;
    return { of: paramTextsOf(analysis, of, language).label, before: text(old), after: text(now) };
  }
  const name = what === "control" ? compare.value : compare[what === "roles" ? "data" : what];
  return {
    of: of ? `${name}: ${of}` : name,
    before: before === null || before === "" ? compare.nothing : before,
    after: after === null || after === "" ? compare.nothing : after,
  };
}
