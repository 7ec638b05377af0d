import { Download, Table2 } from "lucide-react";
import { use, useId, useState, type ReactNode } from "react";
import { ReceiptContext } from "../receipt/receipt-context";
import { download, toPng } from "./download";
import type { FigureLabels } from "./labels";
import { withPngText, withSvgMetadata } from "./file-metadata";
import { pageTheme } from "./theme-variables";
import "./figure.css";

export interface FigureFrameProps {
  readonly labels: FigureLabels;
  /** Of the files, without its ending. */
  readonly fileName: string;
  /** The figure as a file of its own. */
  readonly svg: (theme: "light" | "dark") => string;
  /** Its numbers as a table; null when there are none. */
  readonly data: (() => ReactNode) | null;
  readonly children: ReactNode;
}

/** What every figure has under it: its numbers as a table, and the ways to take it along. */
export function FigureFrame({ labels, fileName, svg, data, children }: FigureFrameProps) {
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const id = useId();
  const receipt = use(ReceiptContext);
  const save = async (form: "svg" | "png") => {
    try {
      const said = receipt();
      const text = svg(pageTheme());
      const file =
        form === "svg"
          ? new Blob([said ? withSvgMetadata(text, said) : text], { type: "image/svg+xml" })
          : await toPng(text).then((png) => (said ? withPngText(png, said) : png));
      download(file, `${fileName}.${form}`);
      setFailure(null);
    } catch (error) {
      setFailure(labels.drawFailed(error instanceof Error ? error.message : String(error)));
    }
  };
  return (
    <div className="figure">
      {children}
      <div className="figure-actions">
        {data && (
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
        {isOpen && data?.()}
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
