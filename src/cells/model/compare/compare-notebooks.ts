import { canonicalJson } from "../canonical-json";
import type { Cell, DataSlot, Notebook } from "../notebook";
import type { CellComparison, Change, Comparison, Difference, TextPart } from "./comparison";
import { matchCells } from "./match-cells";
import { compareResults } from "./compare-results";

/** Parts of two texts, line by line; a library of that has a door of its own. */
export type CompareLines = (before: string, after: string) => readonly TextPart[];

/** What is different in `after`, by meaning: where a cell stands and what it is called in the file does not make it another. */
export function compareNotebooks(before: Notebook, after: Notebook, lines: CompareLines): Comparison {
  const pairs = matchCells(before.cells, after.cells);
  const kept = new Set(pairs.values());
  const moved = movedCells(before.cells, after.cells, pairs);
  const cells = after.cells.map((now, i): CellComparison => {
    const old = pairs.get(now);
    return old ? compared(old, now, i + 1, moved.has(now), lines) : lone("added", now, i + 1, lines);
  });
  const gone = before.cells.flatMap((old, i) => (kept.has(old) ? [] : [{ old, i }]));
  for (const { old, i } of gone) {
    // Behind the nearest cell in front of it that is still there.
    const neighbours = new Set(before.cells.slice(0, i));
    const at = cells.findLastIndex(({ before: one }) => one !== null && neighbours.has(one));
    cells.splice(at + 1, 0, lone("removed", old, i + 1, lines));
  }
  return {
    title: before.title === after.title ? null : { before: before.title, after: after.title },
    cells,
    data: compareData(before.data, after.data),
    settings: differencesOf("settings", before.settings, after.settings),
  };
}

export function isSame({ title, cells, data, settings }: Comparison): boolean {
  return !title && !data.length && !settings.length && cells.every(({ status }) => status === "same");
}

function compared(
  old: Cell,
  now: Cell,
  place: number,
  isMoved: boolean,
  lines: CompareLines,
): CellComparison {
  const differences = cellDifferences(old, now);
  const [was, is] = [sourceOf(old), sourceOf(now)];
  const text = was === is ? null : lines(was, is);
  const result = compareResults(old.saved, now.saved);
  const isChanged = differences.length > 0 || text !== null || result !== null;
  const status = isChanged ? "changed" : isMoved ? "moved" : "same";
  return { status, before: old, after: now, place, differences, text, result };
}

function lone(status: "added" | "removed", cell: Cell, place: number, lines: CompareLines): CellComparison {
  const [before, after] = status === "added" ? [null, cell] : [cell, null];
  const source = sourceOf(cell);
  const text = source ? lines(before ? source : "", after ? source : "") : null;
  return { status, before, after, place, differences: [], text, result: null };
}

/** The fewest cells that have to be taken out so that the others stand in the same order. */
function movedCells(
  before: readonly Cell[],
  after: readonly Cell[],
  pairs: ReadonlyMap<Cell, Cell>,
): ReadonlySet<Cell> {
  const shared = after.filter((cell) => pairs.has(cell));
  const places = shared.map((cell) => before.indexOf(pairs.get(cell)!));
  // Longest increasing run of places: `best[i]` is the longest that ends at i, `from[i]` the one before it.
  const best: number[] = [];
  const from: number[] = [];
  for (const place of places) {
    const ends = best.flatMap((length, j) => (places[j]! < place ? [{ length, j }] : []));
    const longest = ends.reduce((a, b) => (b.length > a.length ? b : a), { length: 0, j: -1 });
    best.push(longest.length + 1);
    from.push(longest.j);
  }
  const staying = new Set<number>();
  for (let i = best.indexOf(Math.max(...best)); i >= 0; i = from[i]!) staying.add(i);
  return new Set(shared.filter((_, i) => !staying.has(i)));
}

function cellDifferences(old: Cell, now: Cell): Difference[] {
  const found: Difference[] = [];
  const note = (what: Difference["what"], of: string, before: unknown, after: unknown) =>
    found.push(...differencesOf(what, { [of]: before }, { [of]: after }));
  note("name", "", old.name, now.name);
  note("kind", "", old.kind, now.kind);
  note("disabled", "", old.disabled ?? false, now.disabled ?? false);
  if (old.kind === "analysis" && now.kind === "analysis") {
    note("table", "", old.table, now.table);
    found.push(...differencesOf("parameters", old.params, now.params));
  }
  if (old.kind === "input" && now.kind === "input") {
    note("name", "label", old.label, now.label);
    note("control", "", old.control, now.control);
    note("value", "", old.value, now.value);
  }
  return found;
}

function compareData(before: readonly DataSlot[], after: readonly DataSlot[]): Difference[] {
  const tables = new Set([...before, ...after].map(({ table }) => table));
  return [...tables].flatMap((table) => {
    const old = before.find((slot) => slot.table === table);
    const now = after.find((slot) => slot.table === table);
    const shape = (slot: DataSlot | undefined) =>
      slot && `${slot.fileName}, ${slot.rowCount}: ${slot.columns.map(({ name }) => name).join(", ")}`;
    const roles = old && now ? differencesOf("roles", old.roles, now.roles) : [];
    return [
      ...differencesOf("data", { [table]: shape(old) }, { [table]: shape(now) }),
      ...roles.map((one) => ({ ...one, of: `${table}: ${one.of}` })),
    ];
  });
}

/** Entry by entry; what is missing is null. */
function differencesOf(what: Difference["what"], before: object, after: object): Difference[] {
  const [old, now] = [before, after] as readonly Readonly<Record<string, unknown>>[];
  const keys = [...new Set([...Object.keys(old!), ...Object.keys(now!)])];
  return keys.flatMap((of) => {
    const change = changed(shown(old![of]), shown(now![of]));
    return change ? [{ what, of, ...change }] : [];
  });
}

function changed<T>(before: T, after: T): Change<T> | null {
  return before === after ? null : { before, after };
}

function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : canonicalJson(value).trim().replaceAll(/\n\s*/g, " ");
}

function sourceOf(cell: Cell): string {
  return "source" in cell ? cell.source : "";
}
