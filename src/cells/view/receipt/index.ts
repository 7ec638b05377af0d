export { ReceiptView } from "./receipt-view";
