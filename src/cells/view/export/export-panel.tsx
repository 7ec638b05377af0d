import { Copy } from "lucide-react";
import { use, useState } from "react";
import { mostSheetColumns, mostSheetRows, type ExportFormat } from "../../../engine";
import { mostCopiedRows, type ExportState } from "../../session";
import { ReceiptContext } from "../receipt/receipt-context";
import { useSurroundings } from "../shell/workbench-context";
import { type Choice, keepChoice, lastChoice, styleOf } from "./choice";
import type { ExportMenuProps } from "./export-menu";
import { ExportOutcome } from "./export-outcome";
import { FormatChoice } from "./format-choice";
import { TextOptions } from "./text-options";

interface ExportPanelProps extends ExportMenuProps {
  readonly state: ExportState | null;
}

/** Format, how texts are written, and what has become of it. Enter saves. */
export function ExportPanel({ id, title, what, order, rowCount, columnCount, state }: ExportPanelProps) {
  const { workbench, region, texts } = useSurroundings();
  const { exporting, count } = texts;
  const { exports } = workbench;
  const receipt = use(ReceiptContext);
  const isTooLarge = rowCount > mostSheetRows || columnCount > mostSheetColumns;
  const [choice, setChoice] = useState<Choice>(() => {
    const known = lastChoice();
    return known.format === "xlsx" && isTooLarge ? { ...known, format: "csv" } : known;
  });
  const choose = (change: Partial<Choice>) => {
    const next = { ...choice, ...change };
    setChoice(next);
    keepChoice(next);
    // What was told is about another choice.
    exports.forget(id);
  };
  // What is in the middle of it keeps the focus where it is: nothing is switched off meanwhile.
  const isWriting = state?.step === "writing";
  const start = (format: ExportFormat, to: "file" | "clipboard") => {
    if (isWriting) return;
    const text = styleOf(choice, format, region);
    void exports.start(id, { what, order: order ?? null, title, format, text, to, receipt: receipt() });
  };
  const isTooLong = rowCount > mostCopiedRows;
  const { format } = choice;
  return (
    <form
      className="export-form"
      onSubmit={(event) => {
        event.preventDefault();
        start(format, "file");
      }}
    >
      <header>
        <h2>{exporting.heading}</h2>
        <small className="tabular">
          {count.rows(rowCount)}, {count.columns(columnCount)}
        </small>
      </header>
      <FormatChoice format={format} isTooLarge={isTooLarge} onChoose={(next) => choose({ format: next })} />
      {(format === "csv" || format === "tsv") && (
        <TextOptions choice={choice} region={region} onChoose={choose} />
      )}
      <p className="export-actions">
        <button type="submit" className="button button-primary button-small" aria-disabled={isWriting}>
          {exporting.save(exporting.formats[format].name)}
        </button>
        {(["tsv", "markdown"] as const).map((form) => (
          <button
            key={form}
            type="button"
            className="button button-quiet button-small"
            disabled={isTooLong}
            aria-disabled={isWriting || isTooLong}
            title={isTooLong ? exporting.tooLong(mostCopiedRows) : undefined}
            onClick={() => start(form, "clipboard")}
          >
            <Copy className="icon" aria-hidden />
            {exporting.copy[form]}
          </button>
        ))}
      </p>
      <ExportOutcome state={state} onStop={() => exports.stop(id)} />
    </form>
  );
}
