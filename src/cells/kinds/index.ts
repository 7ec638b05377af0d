export { requestOf, runAnalysisCell } from "./analysis";
export { errorOf } from "./error";
export { definedNames, queryOf, readNames } from "./names";
export type { AnalysisOutput, CellError, CellOutput, TableOutput } from "./output";
export { reportOf, savedReportOf } from "./report";
export { savedErrorOf, savedResultOf, type DrawFigure } from "./saved-result";
export { resultRelation, resultSchema, runSql, viewOf } from "./sql";
export { affordableUses, type TreeWalk } from "./affordable-uses";
export * from "./allowed-tree";
