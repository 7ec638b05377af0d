export { InputCellView } from "./input-cell-view";
export { InputMenu } from "./input-menu";
