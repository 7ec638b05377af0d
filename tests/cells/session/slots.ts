import type { DataSlot } from "../../../src/cells/model";
import type { ColumnProfile } from "../../../src/engine";

export const rule = { form: "any", events: [], minPerDay: 1, conditions: [], after: null } as const;

export function slot(columns: readonly string[], more: Partial<DataSlot> = {}): DataSlot {
  return {
    table: "orders",
    fileName: "a.csv",
    bytes: 1,
    rowCount: 100,
    columns: columns.map((column) => {
      const [name, kind = "text"] = column.split(" ") as [string, string?];
      return { name, kind, type: kind === "text" ? "VARCHAR" : "DATE" };
    }),
    roles: { customer: "client", time: "day" },
    rule,
    endIsLastPaidDay: true,
    plan: null,
    ...more,
  };
}

export function textColumn(name: string, counts: Record<string, number>, others = 0): ColumnProfile {
  const filled = Object.values(counts).reduce((a, b) => a + b, others);
  const values = Object.entries(counts).map(([value, count]) => ({ value, count }));
  const distinct = values.length + others;
  return {
    ...{
      name,
      type: "VARCHAR",
      kind: "text",
      rows: 100,
      filled,
      blank: 0,
      distinct,
      distinctIsEstimate: false,
    },
    ...{ smallest: "a", largest: "z", histogram: { form: "top", values, others } },
  };
}
