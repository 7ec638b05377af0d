import type { ReportTable } from "./report";
import { right } from "./report-cells";

type Told = Readonly<
  Record<"atStart" | "lost" | "remaining" | "new" | "returned" | "atEnd" | "attrition" | "interval", string>
>;

/** From those who were there when a period opens to those who are there when it closes, and the share that left. */
export function bridgeColumns(told: Told): ReportTable["columns"] {
  return [
    right("at_start", told.atStart, "customers"),
    right("lost", told.lost, "customers"),
    right("remaining", told.remaining, "customers"),
    right("new", told.new, "customers"),
    right("returned", told.returned, "customers"),
    right("at_end", told.atEnd, "customers"),
    right("attrition", told.attrition, "share"),
    right("interval", told.interval, "number"),
  ];
}
