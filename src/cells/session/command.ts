import type { Event } from "./event";
import type { Session } from "./session";

/** What a command needs beside the session: the page around it. */
export interface Doing {
  readonly session: Session;
  readonly send: (event: Event) => void;
  readonly page: PageDoing;
}

export interface PageDoing {
  readonly open: (what: "palette" | "shortcuts" | "find" | "replace" | "history" | "verify-all") => void;
  readonly change: (what: "theme" | "language" | "data" | "outline") => void;
  readonly chooseFiles: () => void;
  readonly newNotebook: () => void;
  /** The caret in the code that is being written, in UTF-16 units; null when nobody writes code. */
  readonly caret: () => number | null;
  readonly copyCells: (cut: boolean) => void;
  readonly pasteCells: () => void;
}

export type CommandId =
  | "palette"
  | "shortcuts"
  | "save"
  | "save-as"
  | "open"
  | "new"
  | "history"
  | "compare"
  | "undo"
  | "redo"
  | "find"
  | "replace"
  | "data"
  | "outline"
  | "theme"
  | "language"
  | "run"
  | "run-and-next"
  | "run-and-insert"
  | "run-all"
  | "run-stale"
  | "run-above"
  | "run-below"
  | "verify-all"
  | "stop"
  | "edit"
  | "next"
  | "previous"
  | "insert-above"
  | "insert-below"
  | "to-sql"
  | "to-typescript"
  | "to-text"
  | "split"
  | "extend-down"
  | "extend-up"
  | "select-all"
  | "delete"
  | "cut"
  | "copy"
  | "paste"
  | "move-up"
  | "move-down"
  | "merge"
  | "switch-off"
  | "leave"
  | "format"
  | "comment"
  | "rename"
  | "definition";

export interface Command {
  readonly id: CommandId;
  readonly group: "notebook" | "look" | "run" | "cell" | "selection" | "editor";
  /** As in `chordOf`; two after each other have a space between them. Names of keys are those of `KeyboardEvent.key`. */
  readonly keys: readonly string[];
  /** Also while somebody writes; "first": before the editor, which has a use of its own for the key. */
  readonly isEverywhere?: true | "first";
  readonly can: (session: Session) => boolean;
  /** null: the editor does it by itself; listed for its keys. */
  readonly act: ((doing: Doing) => void) | null;
}
