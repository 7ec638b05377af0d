import { loadGrammars } from "./colour";
import { registerCompletion } from "./completion-provider";
import { registerSql } from "./sql-language";
import { registerTypescript } from "./typescript";
import { followPageTheme } from "./theme";

export { colour, type ColouredPiece } from "./colour";
export { formatCell } from "./format";
export { forget } from "./models";
export { caret } from "./mounted";
export { mountEditor, type LiveEditor } from "./mount";

/** Once, before anything else here is used. */
export async function prepare(): Promise<void> {
  registerSql();
  registerCompletion();
  registerTypescript();
  followPageTheme();
  await loadGrammars();
}
