export { ExportMenu, type ExportMenuProps } from "./export-menu";
export { reportColumns } from "./report-columns";
