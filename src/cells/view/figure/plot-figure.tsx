import { useId } from "react";
import type { Figure, ReportTable } from "../../../analyses";
import { Drawing } from "./drawing";
import { FigureFrame } from "./figure-frame";
import { figureToSvg } from "./figure-to-svg";
import type { FigureLabels, ReportTableLabels } from "./labels";
import { ReportTableView } from "./report-table-view";

export interface PlotFigureProps {
  readonly figure: Figure;
  /** The table named by `figure.table`. */
  readonly table: ReportTable | null;
  readonly labels: FigureLabels & { readonly table: ReportTableLabels };
}

const exportWidth = 960;

export function PlotFigure({ figure, table, labels }: PlotFigureProps) {
  const id = useId();
  return (
    <FigureFrame
      labels={labels}
      fileName={figure.id}
      svg={(theme) => figureToSvg(figure, exportWidth, theme)}
      data={table && (() => <ReportTableView table={table} labels={labels.table} />)}
    >
      <figure aria-labelledby={`${id}-title`}>
        <p className="figure-title" id={`${id}-title`}>
          {figure.title}
        </p>
        <Drawing figure={figure} failed={labels.drawFailed} hint={labels.walkMarks} />
        <figcaption className="figure-caption">{figure.caption}</figcaption>
      </figure>
    </FigureFrame>
  );
}
