import { useState } from "react";
import type { Cell } from "../../model";
import { useTexts } from "../shell/workbench-context";
import { ReceiptView } from "./receipt-view";
import { useReckoned } from "./use-reckoned";

/** Folded under a result that has no tabs of its own. */
export function CellReceipt({ cell }: { readonly cell: Cell }) {
  const { receipt } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="cell-receipt"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{receipt.title}</summary>
      {isOpen && <Opened cell={cell} />}
    </details>
  );
}

function Opened({ cell }: { readonly cell: Cell }) {
  const reckoned = useReckoned(cell);
  return reckoned && <ReceiptView cell={cell.id} kind="cell" tables={[]} reckoned={reckoned} />;
}
