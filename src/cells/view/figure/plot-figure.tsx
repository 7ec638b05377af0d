import type { Figure, ReportTable } from "../../../analyses";
import type { FigureLabels, ReportTableLabels } from "./labels";

export interface PlotFigureProps {
  readonly figure: Figure;
  /** The table named by `figure.table`. */
  readonly table: ReportTable | null;
  readonly labels: FigureLabels & { readonly table: ReportTableLabels };
}

export function PlotFigure({ figure }: PlotFigureProps) {
  return (
    <figure className="figure">
      <figcaption>{figure.caption}</figcaption>
    </figure>
  );
}
