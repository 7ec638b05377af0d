export { countRowsOf, countUnder, type PartCounts, type Rows } from "./count-under";
export { type ColumnFilter, filterSql, mergedPieces, type Piece, type Range } from "./filter";
export { type Quantiles, quantilesOf } from "./quantiles";
export { type CountedValue, searchValues } from "./values";
