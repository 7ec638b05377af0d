import type { Links } from "./graph";

/**
 * Inputs before those who read them; where both orders are right, the one of the document.
 * Counts only links among the given ids. What stands in a circle, or behind one, is left out.
 */
export function inOrder(ids: readonly string[], inputs: Links, outputs: Links): string[] {
  const position = new Map(ids.map((id, i) => [id, i]));
  const waitsFor = new Map(
    ids.map((id) => [id, inputs.get(id)!.filter((input) => position.has(input)).length]),
  );
  const ready = ids.filter((id) => waitsFor.get(id) === 0);
  const order: string[] = [];
  for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
    order.push(id);
    for (const reader of outputs.get(id)!) {
      if (!position.has(reader)) continue;
      const left = waitsFor.get(reader)! - 1;
      waitsFor.set(reader, left);
      if (left === 0) insert(ready, reader, position);
    }
  }
  return order;
}

function insert(ready: string[], id: string, position: ReadonlyMap<string, number>): void {
  const later = ready.findIndex((other) => position.get(other)! > position.get(id)!);
  ready.splice(later < 0 ? ready.length : later, 0, id);
}
