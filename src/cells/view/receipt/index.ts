export { CellReceipt } from "./cell-receipt";
export { receiptRows } from "./receipt-rows";
export { ReceiptView } from "./receipt-view";
export { VerifyAll } from "./verify-all";
