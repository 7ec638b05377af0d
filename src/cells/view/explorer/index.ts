export { ColumnDetail } from "./column-detail";
export { ColumnParts } from "./column-parts";
export { ExploredGrid } from "./explored-grid";
export { countsOf, createExplorer, piecesOf, type ExplorerState, type ExplorerStore } from "./explorer-store";
export { distinctWords, missingWords } from "./fact-words";
export { FilterBar } from "./filter-bar";
export { spanWords } from "./piece-words";
