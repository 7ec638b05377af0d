/**
 * What the rest of the page tells the editor of a notebook, so that TypeScript is typed, in its own cells and in `${…}` of
 * SQL and prose, and what it hears back. To be imported lazily: TypeScript itself comes in a worker, when some of it is
 * first edited or the notebook around it changes.
 */
import { analyses, readParams } from "../../../analyses";
import type { Column } from "../../../engine";
import type { CodeLanguage, CodeMarker } from "./code";
import { analysisOptions } from "./language/analysis-types";
import { forgetProblems, language, listen } from "./language/client";
import { holeTexts } from "./language/code-within";
import { rowType } from "./language/column-types";

export interface NotebookDescription {
  /** Id of the notebook: code fields of its cells have `cellId` `${notebook}/${id}`. */
  readonly notebook: string;
  /** The cells with code or prose, from top to bottom. */
  readonly cells: readonly DescribedCell[];
  /** Results of SQL cells, each with its cell, and loaded tables. `columns` null: not known yet. */
  readonly relations: readonly {
    readonly name: string;
    readonly columns: readonly Column[] | null;
    readonly cell?: string;
  }[];
  /** Inputs and their types: `number`, `readonly string[]`, `Date`. */
  readonly values: readonly {
    readonly name: string;
    readonly type: string;
    readonly nullable: boolean;
    readonly cell?: string;
  }[];
}

export interface DescribedCell {
  readonly id: string;
  readonly text: string;
  readonly language: CodeLanguage;
}

let described: { readonly notebook: string; readonly key: string } | null = null;
let next: NotebookDescription | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let waitingSince = 0;

/** ms without a change before the notebook is said on, and how long changes may put that off. */
const pause = 150;
const longestWait = 1000;

/**
 * The notebook as it is now; to be called on every change. Says it on once in a burst of them: a long notebook takes long
 * to say, and what is typed goes from the editor to TypeScript without this.
 */
export function describeNotebook(description: NotebookDescription): void {
  if (!next) waitingSince = performance.now();
  next = description;
  clearTimeout(timer);
  timer = setTimeout(describeNext, Math.min(pause, waitingSince + longestWait - performance.now()));
}

// Of another notebook nothing is known yet; of the same one a question can do with what was said last.
language.beforeAsk(() => {
  if (next && next.notebook !== described?.notebook) describeNext();
});

function describeNext(): void {
  clearTimeout(timer);
  if (!next) return;
  const { notebook, cells, relations, values } = next;
  next = null;
  const own = `${notebook}/`;
  forgetProblems((cell) => !cell.startsWith(own) || !cells.some(({ id }) => own + id === cell));
  language.arrange(cells.map((cell) => ({ ...cell, id: own + cell.id })));
  language.surround({
    relations: relations.map(({ name, columns, cell }) => ({
      name,
      row: columns ? rowOf(columns) : "any",
      ...(cell !== undefined && { cell: own + cell }),
    })),
    values: values.map(({ name, type, nullable, cell }) => ({
      name,
      type: nullable ? `${type} | null` : type,
      ...(cell !== undefined && { cell: own + cell }),
    })),
    analyses: options,
  });
  // An opened notebook that is only read needs no TypeScript; one that changes does.
  const inputs = new Set(values.map(({ name }) => name));
  const code = language.isStarted ? [] : cells.flatMap((cell) => codeIn(cell, inputs));
  const key = language.isStarted ? "" : JSON.stringify([code, relations, values]);
  if (!language.isStarted && described?.notebook === notebook && described.key !== key && code.length)
    language.start();
  described = { notebook, key };
}

/** What TypeScript has something to say of: not of a hole that is nothing but an input. */
function codeIn({ text, language }: DescribedCell, inputs: ReadonlySet<string>): string[] {
  if (language === "typescript") return [text];
  return holeTexts(text, language).filter((hole) => !inputs.has(hole.trim()));
}

/**
 * Hears what TypeScript finds in each cell of the described notebook: now what is known, then every change. An empty list
 * says that all is well again. `cell` is the id as described. Gives back how to stop.
 */
export function onProblems(listener: (cell: string, markers: readonly CodeMarker[]) => void): () => void {
  return listen((cell, markers) => {
    const own = `${described?.notebook ?? ""}/`;
    if (cell.startsWith(own)) listener(cell.slice(own.length), markers);
  });
}

const options = analyses.map(({ id, params, needs }) => {
  const needsTable = needs(readParams(params, {}).values).length > 0;
  return { id, options: analysisOptions(params, needsTable) };
});

const rows = new WeakMap<readonly Column[], string>();

function rowOf(columns: readonly Column[]): string {
  const known = rows.get(columns);
  if (known !== undefined) return known;
  const row = rowType(columns);
  rows.set(columns, row);
  return row;
}
