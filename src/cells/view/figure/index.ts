export { Counted, WhoContext, type AskWho } from "./counted";
export { download } from "./download";
export type { FigureLabels, ReportTableLabels } from "./labels";
export { FigureFrame, type FigureFrameProps } from "./figure-frame";
export { figureToSvg, standAloneSvg, type FigureInWords } from "./figure-to-svg";
export { PlotFigure, type PlotFigureProps } from "./plot-figure";
export { ReportTableView, type ReportTableViewProps } from "./report-table-view";
