export type { FigureLabels, ReportTableLabels } from "./labels";
export { figureToSvg } from "./figure-to-svg";
export { PlotFigure, type PlotFigureProps } from "./plot-figure";
export { ReportTableView, type ReportTableViewProps } from "./report-table-view";
