import { Suspense } from "react";
import type { OutputPart } from "../../../engine";
import { savedPartsOf } from "../../kinds";
import type { TypescriptCell } from "../../model";
import { binFirst, labelOf, showsSaved, type Run } from "../../session";
import type { CodePlace } from "../output";
import { useSurroundings } from "../shell/workbench-context";
import { CellCode } from "./cell-code";
import { ErrorBox } from "./error-box";
import { ForeignOutputs } from "./foreign-outputs";
import { CodeError, OutputView } from "./later";
import { WithReceipt } from "../receipt/receipt-context";
import { ReceiptPlace } from "./receipt-place";
import { SavedNote } from "./saved-result";

interface TypescriptCellProps {
  readonly cell: TypescriptCell;
  readonly index: number;
  readonly run: Run;
  readonly editing: boolean;
  readonly label: string;
}

/** Code, and below it everything that it shows. */
export function TypescriptCellView({ cell, index, run, editing, label }: TypescriptCellProps) {
  const { workbench, texts, region } = useSurroundings();
  const saved = showsSaved(run) ? savedPartsOf(cell.saved) : [];
  const parts = run.output?.form === "parts" ? run.output.parts : saved;
  const cellsForBins = (part: OutputPart) =>
    part.kind === "tree" && part.figure ? binFirst(workbench.session(), cell, part.figure) : null;
  const canBin = (part: OutputPart) =>
    part.kind === "tree" && part.figure !== null && part.figure.drawn > 20_000 && cellsForBins(part) !== null;
  const bin = (number: number) => {
    const part = parts.find((one) => one.part === number);
    const cells = (part && cellsForBins(part)) ?? [];
    cells.forEach((one, i) =>
      workbench.send({ type: "cell-inserted", cell: one, at: index + 1 + i, edit: false }),
    );
    workbench.send({ type: "run-requested", cells: cells.map(({ id }) => id) });
  };
  const goTo = (place: CodePlace) => {
    const { cells } = workbench.session().notebook;
    const there = cells.find((one, i) => labelOf(one, i) === place.label) ?? cell;
    workbench.send({ type: "selected", cell: there.id, edit: true });
  };
  return (
    <>
      <CellCode
        cell={cell}
        index={index}
        language="typescript"
        editing={editing}
        label={label}
        error={run.error}
      />
      <div className={`cell-output is-${run.status}`}>
        <Suspense fallback={<p className="cell-coming">{texts.grid.loading}</p>}>
          {parts.length > 0 && (
            <WithReceipt cell={cell}>
              <OutputView
                cell={cell.id}
                label={label}
                parts={parts}
                live={run.output ? workbench.live(cell.id) : null}
                isRunning={run.status === "running"}
                onBin={parts.some(canBin) ? bin : undefined}
                texts={texts}
                region={region}
              />
            </WithReceipt>
          )}
          {saved.length > 0 && cell.saved && <SavedNote saved={cell.saved} />}
          {!run.output && cell.saved?.form === "foreign" && (
            <ForeignOutputs outputs={cell.saved.outputs} label={label} />
          )}
          {run.error &&
            (run.error.code === "code" ? (
              <CodeError error={run.error} texts={texts} onGoTo={goTo} />
            ) : (
              <ErrorBox error={run.error} cell={cell} />
            ))}
          {run.status === "fresh" && parts.length === 0 && <Defined run={run} />}
        </Suspense>
        <ReceiptPlace cell={cell} run={run} />
      </div>
    </>
  );
}

/** A cell that shows nothing says at least what others can read of it. */
function Defined({ run }: { run: Run }) {
  const { texts } = useSurroundings();
  if (run.output?.form !== "parts") return null;
  const { defined } = run.output;
  const names = defined.map(({ name, description }) => `${name}: ${description}`);
  return names.length ? <p className="cell-defined code">{texts.run.defines(names.join(", "))}</p> : null;
}
