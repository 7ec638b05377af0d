import type { ForeignCell } from "../../model";
import { useTexts } from "../shell/workbench-context";

/** A cell of another program: readable, kept as it is, never run. */
export function ForeignCellView({ cell }: { cell: ForeignCell }) {
  const { cell: texts } = useTexts();
  return (
    <>
      <p className="cell-empty">{texts.foreignText}</p>
      <pre className="cell-foreign code">{cell.source}</pre>
    </>
  );
}
