import { createContext, type ReactNode } from "react";
import { receiptOf, receiptText, type Cell } from "../../model";
import { runOf, shownReckoned } from "../../session";
import { useSurroundings } from "../shell/workbench-context";

/** The receipt of the result that this is part of, as files carry it; asked for when a file is written. */
export const ReceiptContext = createContext<() => string | null>(() => null);

interface WithReceiptProps {
  readonly cell: Cell;
  readonly children: ReactNode;
}

/** All files that are made of what stands in it carry the cell's receipt. */
export function WithReceipt({ cell, children }: WithReceiptProps) {
  const { workbench, texts } = useSurroundings();
  const receipt = () => {
    const reckoned = shownReckoned(runOf(workbench.session(), cell.id), cell, texts.locale);
    return reckoned && receiptText(receiptOf(reckoned));
  };
  return <ReceiptContext value={receipt}>{children}</ReceiptContext>;
}
