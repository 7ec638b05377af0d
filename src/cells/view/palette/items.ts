import { analysisById, canRun, questionOf, suggest, titleOf, type Language } from "../../../analyses";
import { definedNames } from "../../kinds";
import { newCell } from "../../model";
import { commands, labelOf, type PageDoing, type Workbench } from "../../session";
import { contentsOf } from "../outline/contents";
import type { Texts } from "../texts";
import { matchOf } from "./fuzzy";
import { recentChoices } from "./recent";

/** A line of the palette. */
export interface Item {
  readonly id: string;
  readonly title: string;
  /** What kind of thing it is, or more about it. */
  readonly about: string;
  readonly keys: string | null;
  readonly act: () => void;
}

interface Surroundings {
  readonly workbench: Workbench;
  readonly texts: Texts;
  readonly language: Language;
  readonly page: PageDoing;
}

/** All that can be done now: commands, places to go to, analyses of the tables that are loaded. */
export function itemsOf({ workbench, texts, language, page }: Surroundings): readonly Item[] {
  const session = workbench.session();
  const { palette } = texts;
  const { send } = workbench;
  const done = commands
    .filter(({ id, act, can }) => act && id !== "palette" && can(session))
    .map(({ id, group, keys, act }): Item => ({
      id,
      title: palette.commands[id],
      about: palette.groups[group],
      keys: keys[0] ?? null,
      act: () => act?.({ session: workbench.session(), send, page }),
    }));
  const { cells, data, settings } = session.notebook;
  const places = contentsOf(cells).map(({ cell, place, heading }, i): Item => {
    const label = definedNames(cell).join(", ") || labelOf(cell, place);
    const analysis = cell.kind === "analysis" ? titleFrom(cell.analysis) : null;
    const kind = heading === null ? texts.cell[cell.kind] : palette.heading;
    return {
      id: `cell ${cell.id} ${i}`,
      title: heading ?? (analysis ? `${analysis}, ${label}` : label),
      about: palette.goTo(kind),
      keys: null,
      act: () => send({ type: "selected", cell: cell.id, edit: false }),
    };
  });
  function titleFrom(id: string): string | null {
    const known = analysisById(id);
    return known ? titleOf(known, language) : null;
  }
  const weekStart = settings.weekStart;
  const loaded = data.filter(({ table }) => session.tables[table]);
  const sets = loaded.map((slot) => ({
    ...slot,
    weekStart,
    profile: session.tables[slot.table]?.profile ?? null,
  }));
  const added = sets.flatMap((set) => suggest(set, sets).map((one) => ({ ...one, table: set.table })));
  const analyses = added.filter(canRun).map(({ analysis, params, table }): Item => ({
    id: `analysis ${analysis.id} ${table}`,
    title: titleOf(analysis, language),
    about: `${palette.analysisOf(table)} ${questionOf(analysis, language)}`,
    keys: null,
    act: () => {
      const cell = { ...newCell("analysis"), analysis: analysis.id, table, params };
      const at = workbench.session().notebook.cells.length;
      send({ type: "cell-inserted", cell, at, edit: false, byGuess: true });
    },
  }));
  return [...done, ...places, ...analyses];
}

const mostShown = 60;

/** The best answers first; nothing typed: what was chosen lately, then everything in its order. */
export function found(items: readonly Item[], wanted: string): readonly Item[] {
  const recent = recentChoices();
  const rank = ({ id }: Item) => {
    const at = recent.indexOf(id);
    return at < 0 ? recent.length : at;
  };
  if (!wanted.trim()) return items.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostShown);
  return items
    .flatMap((item) => {
      const own = matchOf(item.title, wanted);
      const wide = own ?? matchOf(`${item.title} ${item.about}`, wanted);
      return wide === null ? [] : [{ item, weight: own === null ? wide - 100 : own }];
    })
    .sort((a, b) => b.weight - a.weight || rank(a.item) - rank(b.item))
    .slice(0, mostShown)
    .map(({ item }) => item);
}
