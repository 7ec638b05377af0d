import type { Cell } from "../../model";
import type { Session } from "../../session";

let seen: Session["notebook"]["cells"] = [];
let order: readonly string[] = [];

/** The ids of the cells from top to bottom: the same list until cells come, go or move, whatever is typed in them. */
export function cellOrder({ notebook: { cells } }: Session): readonly string[] {
  if (cells === seen) return order;
  seen = cells;
  if (cells.length !== order.length || cells.some(({ id }, i) => id !== order[i]))
    order = cells.map(({ id }) => id);
  return order;
}

/** Null while a cell that is gone is still on the page. */
export function cellAt({ notebook: { cells } }: Session, id: string, index: number): Cell | null {
  const there = cells[index];
  return there?.id === id ? there : (cells.find((cell) => cell.id === id) ?? null);
}
