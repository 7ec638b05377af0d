import { Download, Table2 } from "lucide-react";
import { useId, useState } from "react";
import type { Figure, ReportTable } from "../../../analyses";
import { download, toPng } from "./download";
import { Drawing } from "./drawing";
import { figureToSvg } from "./figure-to-svg";
import type { FigureLabels, ReportTableLabels } from "./labels";
import { ReportTableView } from "./report-table-view";
import "./figure.css";

export interface PlotFigureProps {
  readonly figure: Figure;
  /** The table named by `figure.table`. */
  readonly table: ReportTable | null;
  readonly labels: FigureLabels & { readonly table: ReportTableLabels };
}

const exportWidth = 960;

export function PlotFigure({ figure, table, labels }: PlotFigureProps) {
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const id = useId();
  const save = async (form: "svg" | "png") => {
    try {
      const svg = figureToSvg(figure, exportWidth, pageTheme());
      const file = form === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await toPng(svg);
      download(file, `${figure.id}.${form}`);
      setFailure(null);
    } catch (error) {
      setFailure(labels.drawFailed(error instanceof Error ? error.message : String(error)));
    }
  };
  return (
    <div className="figure">
      <figure aria-labelledby={`${id}-title`}>
        <p className="figure-title" id={`${id}-title`}>
          {figure.title}
        </p>
        <Drawing figure={figure} failed={labels.drawFailed} />
        <figcaption className="figure-caption">{figure.caption}</figcaption>
      </figure>
      <div className="figure-actions">
        {table && (
          <button
            type="button"
            className="button button-quiet button-small"
            aria-expanded={isOpen}
            aria-controls={`${id}-data`}
            onClick={() => setOpen(!isOpen)}
          >
            <Table2 className="icon" aria-hidden />
            {isOpen ? labels.hideData : labels.showData}
          </button>
        )}
        <SaveButton label={labels.saveSvg} onSave={() => void save("svg")} />
        <SaveButton label={labels.savePng} onSave={() => void save("png")} />
        <span className="figure-failure" role="status">
          {failure}
        </span>
      </div>
      <div id={`${id}-data`} hidden={!isOpen}>
        {isOpen && table && <ReportTableView table={table} labels={labels.table} />}
      </div>
    </div>
  );
}

function SaveButton({ label, onSave }: { readonly label: string; readonly onSave: () => void }) {
  return (
    <button type="button" className="button button-quiet button-small" onClick={onSave}>
      <Download className="icon" aria-hidden />
      {label}
    </button>
  );
}

function pageTheme(): "light" | "dark" {
  return document.documentElement.dataset.theme === "dark" ? "dark" : "light";
}
