export type { CopyFormat, GridLabels, GridOrder, GridRow, LoadRows, ResultGridProps } from "./grid";
export { ResultGrid } from "./result-grid";
