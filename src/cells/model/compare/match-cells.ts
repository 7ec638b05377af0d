import type { Cell } from "../notebook";

/** Pairs of the same cell before and after: by id, then by name, then by what is written in it. */
export function matchCells(before: readonly Cell[], after: readonly Cell[]): ReadonlyMap<Cell, Cell> {
  const pairs = new Map<Cell, Cell>();
  const left = new Set(before);
  const pair = (isSame: (old: Cell, now: Cell) => boolean) => {
    for (const now of after) {
      if (pairs.has(now)) continue;
      const old = [...left].find((one) => isSame(one, now));
      if (!old) continue;
      pairs.set(now, old);
      left.delete(old);
    }
  };
  pair((old, now) => old.id === now.id && isKin(old, now));
  pair((old, now) => old.name !== "" && old.name === now.name && isKin(old, now));
  pair((old, now) => old.kind === now.kind && writtenIn(old) === writtenIn(now));
  pair((old, now) => isKin(old, now) && isLike(writtenIn(old), writtenIn(now)));
  return pairs;
}

/** Ids are dealt out anew by some tools: a cell that has nothing but its id in common is another one. */
function isKin(old: Cell, now: Cell): boolean {
  const text = ["markdown", "sql", "typescript"];
  if (old.kind === "analysis" && now.kind === "analysis") return old.analysis === now.analysis;
  return old.kind === now.kind || (text.includes(old.kind) && text.includes(now.kind));
}

/** What makes the cell what it is, as text. */
export function writtenIn(cell: Cell): string {
  switch (cell.kind) {
    case "analysis":
      return `${cell.analysis} ${cell.table} ${JSON.stringify(cell.params)}`;
    case "input":
      return `${cell.label} ${JSON.stringify(cell.control)}`;
    case "markdown":
    case "sql":
    case "typescript":
    case "foreign":
      return cell.source;
  }
}

/** More than half of the longer one's lines stand in the other too. */
function isLike(one: string, other: string): boolean {
  const [a, b] = [linesOf(one), linesOf(other)];
  const shared = a.filter((line) => b.includes(line)).length;
  return shared > 0 && shared * 2 > Math.max(a.length, b.length);
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
