import type { Language } from "../../analyses";
import { savedResultOf } from "../kinds";
import type { AnalysisCell, Notebook, SavedResult } from "../model";
import { isOtherFile, type EarlierResult } from "./earlier";
import type { Session } from "./session";

/**
 * What stood here before the present files came, as a notebook of its own: the data slots of then, and the analyses with what
 * they said of them. So it is kept and read back by the rules of every other notebook. null when nothing is compared.
 */
export function earlierNotebook(session: Session, language: Language): Notebook | null {
  const { notebook, earlier, earlierSlots } = session;
  const data = Object.values(earlierSlots);
  if (data.length === 0) return null;
  const cells = notebook.cells.flatMap((cell): AnalysisCell[] => {
    const before = earlier[cell.id];
    if (cell.kind !== "analysis" || !before) return [];
    const saved = savedOf(before, language);
    return saved ? [{ ...cell, table: before.table, foreign: {}, saved }] : [];
  });
  const { id, settings } = notebook;
  return { id, title: "", cells, data, settings, ledger: [], foreign: {} };
}

/** The part of it that still is of other files than the notebook's present ones. */
export function earlierIn(
  before: Notebook,
  { cells, data }: Notebook,
): Pick<Session, "earlier" | "earlierSlots"> {
  const slots = before.data.filter((slot) => {
    const now = data.find(({ table }) => table === slot.table);
    return now && isOtherFile(slot, now);
  });
  const known = new Map(slots.map((slot) => [slot.table, slot]));
  const present = new Set(cells.map(({ id }) => id));
  const results = before.cells.flatMap((cell): [string, EarlierResult][] => {
    const slot = cell.kind === "analysis" && present.has(cell.id) ? known.get(cell.table) : undefined;
    if (!slot || cell.saved?.form !== "analysis") return [];
    const { saved } = cell;
    return [[cell.id, { table: slot.table, file: slot.fileName, at: saved.at, result: saved }]];
  });
  return { earlierSlots: Object.fromEntries(known), earlier: Object.fromEntries(results) };
}

const told = new WeakMap<EarlierResult, SavedResult>();

/** Told once: the notebook is written down with every pause in typing. What is there for other programs is not wanted here. */
function savedOf(before: EarlierResult, language: Language): SavedResult | null {
  const found = told.get(before);
  if (found) return found;
  try {
    const { result, at } = before;
    const saved = "ran" in result ? savedResultOf(result, at, language, null) : result;
    if (saved.form !== "analysis") return null;
    const bare = { ...saved, html: "", text: "", figures: [] };
    told.set(before, bare);
    return bare;
  } catch {
    // A report that cannot be made must not keep the rest from being saved.
    return null;
  }
}
