import type { ForeignCell } from "../../model";
import { ForeignOutputs } from "./foreign-outputs";
import { useTexts } from "../shell/workbench-context";

/** A cell of another program: readable, kept as it is, never run. */
export function ForeignCellView({ cell, label }: { cell: ForeignCell; label: string }) {
  const { cell: texts } = useTexts();
  return (
    <>
      <p className="cell-empty">{texts.foreignText}</p>
      <pre className="cell-foreign code" tabIndex={0}>
        {cell.source}
      </pre>
      {cell.saved?.form === "foreign" && <ForeignOutputs outputs={cell.saved.outputs} label={label} isSaid />}
    </>
  );
}
