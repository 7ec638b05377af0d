import type { ReportTable, ReportValue } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import type { LeverExclusion } from "./population";

export interface Flow {
  /** Seen at all. */
  readonly customers: number;
  readonly excluded: readonly { readonly why: LeverExclusion; readonly customers: number }[];
  /** In the comparison, and what becomes of them. */
  readonly used: ReportValue;
  readonly rest: readonly (readonly [label: string, customers: ReportValue])[];
}

/** Who was seen, who plays no part and why (with a minus), who is compared and who of them left. */
export function flowTable({ customers, excluded, used, rest }: Flow, language: Language): ReportTable {
  const { table } = language.texts.levers;
  const cell = cellsIn(language);
  const row = (label: string, value: ReportValue) => ({ step: cell.text(label), customers: value });
  return {
    id: "flow",
    title: table.flow,
    columns: [left("step", table.step), right("customers", table.customers, "customers-nested")],
    rows: [
      row(table.all, cell.count(customers)),
      ...excluded.map((one) => row(table.why[one.why], cell.count(-one.customers))),
      row(table.used, used),
      ...rest.map(([label, value]) => row(label, value)),
    ],
  };
}
