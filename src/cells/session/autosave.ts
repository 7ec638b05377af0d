import type { Language } from "../../analyses";
import type { TextPart } from "../../engine";
import { newId, notebookParts, writeNotebook, type Notebook } from "../model";
import { earlierNotebook } from "./earlier-notebook";
import type { Event } from "./event";
import type { LastWords } from "./last-words";
import { normalForm } from "./normal-form";
import { runOf, type Session } from "./session";
import { withResults } from "./with-results";

/** A pause in typing after which the notebook is written down, and how long that may be put off by typing on. */
const pauseMs = 400;
const longestWaitMs = 1000;

export interface Draft {
  readonly id: string;
  readonly title: string;
  /** With its results. */
  readonly notebook: Notebook;
  readonly text: readonly TextPart[];
  readonly modified: number;
  /** Text of what stood here before the present files came; null: they are compared with nothing. */
  readonly before: string | null;
}

interface Needs {
  readonly session: () => Session;
  readonly send: (event: Event) => void;
  readonly language: () => Language;
  /** False when it could not be kept; the person knows then. */
  readonly save: (draft: Draft) => Promise<boolean>;
  readonly complain: (error: unknown) => void;
  readonly leaveWords: (words: LastWords) => void;
}

/** When the open notebook is written down, and under which id. */
export function autosave({ session, send, language, save, complain, leaveWords }: Needs) {
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let waitingSince = 0;
  let writing: Promise<void> = Promise.resolve();
  let shown: Notebook | null = null;
  let kept: Notebook | null = null;
  let standIn: string | null = null;

  /** Null when there is nothing to keep. A notebook that must not be written over is kept under another id. */
  function idToKeep(): string | null {
    const { notebook, readOnly } = session();
    if (isBlank(notebook) && kept === null && (shown === null || isBlank(shown))) return null;
    if (!readOnly) return notebook.id;
    if (shown && normalForm({ ...notebook, data: shown.data }) === normalForm(shown)) return null;
    return (standIn ??= newId());
  }

  async function write(): Promise<void> {
    try {
      const id = idToKeep();
      if (id === null) return;
      const { notebook } = session();
      const whole = { ...withResults(session(), language(), null), id };
      // In parts: of a hundred megabytes of results only what is new is written at a pause in typing.
      const text = notebookParts(whole, { results: true });
      const earlier = earlierNotebook(session(), language());
      const before = earlier && writeNotebook({ ...earlier, id }, { results: true });
      send({ type: "autosave-changed", state: "saving" });
      const { title } = notebook;
      const isKept = await save({ id, title, notebook: whole, text, modified: Date.now(), before });
      if (!isKept) return;
      if (session().notebook.id === notebook.id) kept = notebook;
      send({ type: "autosave-changed", state: "saved" });
    } catch (error) {
      complain(error);
    }
  }

  /** Writes at once what is waiting. */
  function now(): Promise<void> {
    if (waiting === null) return writing;
    drop();
    writing = Promise.all([writing, write()]).then(() => undefined);
    return writing;
  }

  function drop(): void {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
  }

  /** The page may be gone before anything that takes time has happened. */
  function leave(): void {
    try {
      const { notebook } = session();
      const id = notebook === kept ? null : idToKeep();
      const stale = notebook.cells.map((cell) => cell.id).filter((cell) => isStale(session(), cell));
      if (id !== null)
        leaveWords({ notebook: id, time: Date.now(), text: normalForm({ ...notebook, id }), stale });
    } catch (error) {
      complain(error);
    }
    void now();
  }

  document.addEventListener("visibilitychange", () => document.hidden && leave());
  window.addEventListener("pagehide", leave);

  return {
    now,
    soon(): void {
      if (waiting === null) waitingSince = Date.now();
      drop();
      const longest = waitingSince + longestWaitMs - Date.now();
      waiting = setTimeout(() => void now(), Math.max(0, Math.min(pauseMs, longest)));
    },
    /** From here on another notebook is the open one. */
    begin(notebook: Notebook): void {
      shown = notebook;
      kept = null;
      standIn = null;
    },
    /** The person wants it gone: it is kept again with the next change. */
    forget(): void {
      drop();
      kept = session().notebook;
    },
    /** Under which ids the open notebook is kept. */
    ids: (): readonly string[] => [session().notebook.id, ...(standIn ? [standIn] : [])],
  };
}

function isBlank({ title, cells, data }: Notebook): boolean {
  return title === "" && cells.length === 0 && data.length === 0;
}

function isStale(session: Session, cell: string): boolean {
  return ["stale", "blocked"].includes(runOf(session, cell).status);
}
