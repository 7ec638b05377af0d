import { Suspense } from "react";
import type { Cell } from "../../model";
import type { Run } from "../../session";
import { CellReceipt } from "./later";

/** The receipt of a result that has no tabs, where there is a result and it says what it is of. */
export function ReceiptPlace({ cell, run }: { readonly cell: Cell; readonly run: Run }) {
  if (run.status === "failed" || !saysWhatOf(run, cell)) return null;
  return (
    <Suspense fallback={null}>
      <CellReceipt cell={cell} />
    </Suspense>
  );
}

function saysWhatOf({ output }: Run, { saved }: Cell): boolean {
  if (output) return output.origin !== undefined;
  return saved !== null && "carries" in saved && saved.carries !== undefined;
}
