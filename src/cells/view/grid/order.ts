import type { GridOrder } from "./grid";

/** A header was pressed: ascending, descending, as it came. */
export function nextOrder(order: GridOrder | null, column: string): GridOrder | null {
  if (order?.column !== column) return { column, direction: "ascending" };
  return order.direction === "ascending" ? { column, direction: "descending" } : null;
}
