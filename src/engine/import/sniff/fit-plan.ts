import type { ColumnPlan, ImportPlan, SourcePlan } from "../plan";
import type { Known } from "../reader";
import { isMissing } from "./guess-missing";
import { isOtherStyle, nextReading } from "./next-reading";
import type { Guessed, ImportNote } from "./sniffed";

/**
 * A plan made for one file, put on another: columns are found by their header whatever their place, what is new is guessed,
 * and what is gone is said. With `isExact` it is the person's own for this very file and nothing of it is doubted.
 */
export function fitPlan(guess: Guessed, known: ImportPlan, isExact: boolean): Guessed {
  const notes: ImportNote[] = guess.notes.filter(({ note }) => note === "zone");
  const left = [...known.columns];
  const tokens = new Set(known.missing);
  const isKnown = (cell: string) => !isMissing(cell, tokens);
  const isPositional = known.columns.every(({ header }) => header === "") || !hasHeader(guess.plan.source);
  const columns = guess.plan.columns.map((column, i): ColumnPlan => {
    const at = isPositional
      ? left.length && known.columns[i]
        ? left.indexOf(known.columns[i])
        : -1
      : placeOf(left, column.header);
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (found) {
      const question = guess.notes.find((note) => note.note === "date-order" && note.column === column.name);
      const next =
        isExact || !guess.cellsIn
          ? found
          : nextReading(found, { column, cells: guess.cellsIn(i).filter(isKnown), isOpen: !!question });
      const isOpen = next.reading.form === "text" && !next.isChosen && next.isKept;
      // Nobody has answered it yet.
      if (isOpen && question?.note === "date-order") notes.push({ ...question, column: found.name });
      if (next.isKept) notes.push(...notesOn(found, next));
      return { ...next, header: column.header };
    }
    notes.push(
      { note: "new-column", column: column.name },
      ...guess.notes.filter((note) => "column" in note && note.column === column.name),
    );
    return column;
  });
  notes.push(
    ...left
      .filter(({ isKept }) => isKept)
      .map(({ name }) => ({ note: "missing-column", column: name }) as const),
  );
  const from = formOf(known.source);
  const to = formOf(guess.plan.source);
  if (!isExact && from !== to) notes.push({ note: "other-form", was: from, is: to });
  const { source, entry, joined } = guess.plan;
  const plan: ImportPlan = { ...(joined && { joined }), ...known, source, entry, columns: distinct(columns) };
  return { ...guess, plan, notes };
}

function notesOn({ name, reading, widenedFrom }: ColumnPlan, next: ColumnPlan): ImportNote[] {
  if (!isOtherStyle(widenedFrom ?? reading, next.reading)) return [];
  if (next.isChosen) return [{ note: "mixed-dates", column: name }];
  return [{ note: "other-style", column: name, reading: next.reading }];
}

/** A guess with what a person had settled of another guess. */
export function withRest(guess: Guessed, rest: Known["rest"]): Guessed {
  if (!rest) return guess;
  const left = rest.columns.filter(({ header }) => header);
  const columns = guess.plan.columns.map((column) => {
    const [found] = left.splice(column.header ? placeOf(left, column.header) : left.length, 1);
    return found ? { ...found, header: column.header } : column;
  });
  const { zone = guess.plan.zone, missing = guess.plan.missing, rows } = rest;
  const plan = { ...guess.plan, zone, missing, columns: distinct(columns), ...(rows && { rows }) };
  const settled = new Set(rest.columns.map(({ name }) => name));
  return {
    ...guess,
    plan,
    notes: guess.notes.filter((note) => !("column" in note) || !settled.has(note.column)),
  };
}

function hasHeader(source: SourcePlan): boolean {
  return !("header" in source) || source.header;
}

function placeOf(columns: readonly ColumnPlan[], header: string): number {
  const exact = columns.findIndex((column) => column.header === header);
  const wanted = header.trim().toLowerCase();
  return exact >= 0 ? exact : columns.findIndex((column) => column.header.trim().toLowerCase() === wanted);
}

/** A new column may have got the name that an old one was given by hand. */
function distinct(columns: readonly ColumnPlan[]): ColumnPlan[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    let { name } = column;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${column.name}_${n}`;
    taken.add(name.toLowerCase());
    return name === column.name ? column : { ...column, name };
  });
}

function formOf(source: SourcePlan): string {
  return source.format === "text" ? `${source.encoding} ${source.delimiter}` : source.format;
}
