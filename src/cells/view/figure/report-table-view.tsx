import type { ReportTable } from "../../../analyses";
import type { ReportTableLabels } from "./labels";

export interface ReportTableViewProps {
  readonly table: ReportTable;
  readonly labels: ReportTableLabels;
}

export function ReportTableView({ table }: ReportTableViewProps) {
  return <p>{table.title}</p>;
}
