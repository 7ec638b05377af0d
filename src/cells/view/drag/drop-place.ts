/** Top and bottom of a cell, CSS px in the window. */
export interface Extent {
  readonly id: string;
  readonly top: number;
  readonly bottom: number;
}

export interface DropPlace {
  /** The cell that the moved ones will stand before; null: at the end. */
  readonly before: string | null;
  /** Where the line is drawn, CSS px in the window. */
  readonly y: number;
}

/** Where cells are let go at this height: between the two whose middles it lies between. null where they would stay as they are. */
export function dropPlace(cells: readonly Extent[], moved: readonly string[], y: number): DropPlace | null {
  const at = cells.findIndex(({ top, bottom }) => y < (top + bottom) / 2);
  const index = at < 0 ? cells.length : at;
  const rest = cells.slice(index).find(({ id }) => !moved.includes(id));
  const others = cells.filter(({ id }) => !moved.includes(id));
  const to = rest ? others.indexOf(rest) : others.length;
  const order = [
    ...others.slice(0, to).map(({ id }) => id),
    ...inOrder(cells, moved),
    ...others.slice(to).map(({ id }) => id),
  ];
  if (cells.every(({ id }, i) => id === order[i])) return null;
  const [above, below] = [cells[index - 1], cells[index]];
  const edge = above && below ? (above.bottom + below.top) / 2 : (below?.top ?? above?.bottom ?? 0);
  return { before: rest?.id ?? null, y: edge };
}

function inOrder(cells: readonly Extent[], moved: readonly string[]): string[] {
  return cells.flatMap(({ id }) => (moved.includes(id) ? [id] : []));
}

/** How far the page goes on by itself at each frame while the pointer is near its edge or beyond, CSS px. */
export function scrollStep(y: number, top: number, bottom: number): number {
  const [near, most] = [64, 18];
  const over = Math.max(0, top + near - y);
  const under = Math.max(0, y - (bottom - near));
  const share = Math.min(1, Math.max(over, under) / near);
  return Math.round((over > under ? -1 : 1) * share * most);
}
