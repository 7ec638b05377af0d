export { requestOf, runAnalysisCell, tablesOf } from "./analysis";
export { bound, type Bound } from "./bound";
export {
  asksAnalyses,
  codeOf,
  faultAsError,
  hasHoles,
  holeFault,
  quotedHoles,
  readsWidth,
  templateOf,
} from "./code";
export { errorOf } from "./error";
export { plainValueOf, problemOf, typeOfInput, type InputOptionsAnswer } from "./input";
export { definedNames, queryOf, readNames, relationsIn } from "./names";
export type { AnalysisOutput, CellError, CellOutput, PartsOutput, TableOutput, TextsOutput } from "./output";
export type { ReadFrom, Sources } from "./read-from";
export { receiptIn, reckonedIn, reckonedOf } from "./reckoned";
export { reportOf, savedReportOf, savedRequestOf } from "./report";
export { savedPartsOf, textOfValue } from "./saved-parts";
export { plainReport, savedErrorOf, savedResultOf, type DrawFigure } from "./saved-result";
export { heldRows, resultRelation, resultSchema, runSql, viewOf } from "./sql";
export { takesChance } from "./takes-chance";
export { saidOf, variantOf, variantOfCell, type Variant } from "./tried";
export { affordableUses, type TreeWalk } from "./affordable-uses";
export * from "./allowed-tree";
