/** What the code fields speak about. Lines and columns count from 1, columns in UTF-16 units as Monaco does. */
export type CodeLanguage = "sql" | "typescript" | "markdown";

export interface CodeMarker {
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly message: string;
  readonly level: "error" | "warning";
}

export interface TextRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Keys that mean something to the notebook and put nothing into the text. */
export type KeyCommand =
  | "run-and-next" // Shift+Enter
  | "run" // Ctrl or Cmd+Enter
  | "run-and-insert" // Alt+Enter
  | "leave" // Esc: the caller puts the focus on the cell
  | "above" // ArrowUp on the first line
  | "below"; // ArrowDown on the last line

/** What SQL completion may offer; asked for again at each completion. */
export interface CompletionSource {
  readonly tables: readonly CompletionTable[];
  /** Values that may stand in `${…}`: inputs, and what TypeScript defines. */
  readonly values?: readonly { readonly name: string; readonly type: string }[];
}

/** A change in another cell than the one being edited, made by a rename. */
export interface CellEdit {
  /** The last part of the code field's `cellId`: the id of the cell in its notebook. */
  readonly cell: string;
  /** The whole new text. */
  readonly value: string;
}

export interface CompletionTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

export interface CodeLabels {
  /** Name of the field for screen readers; should say that Escape leaves it. */
  readonly name: string;
  readonly placeholder?: string;
  /** Short words beside the candidates: "table", "column", "function", "keyword". */
  readonly kinds: {
    readonly table: string;
    readonly column: string;
    readonly function: string;
    readonly keyword: string;
    readonly value?: string;
  };
}

export interface CodeProps {
  readonly cellId: string;
  readonly language: CodeLanguage;
  readonly value: string;
  /** Called at once on every change of the text, also by undo and completion. */
  readonly onChange: (value: string) => void;
  readonly onKeyCommand: (command: KeyCommand) => void;
  readonly markers?: readonly CodeMarker[];
  readonly completions?: () => CompletionSource;
  readonly labels: CodeLabels;
  /** Long lines go on in the next row instead of off the side. */
  readonly wrap?: boolean;
  /** "Go to definition" leads to another cell; `cell` as in `CellEdit`. */
  readonly onOpenCell?: (cell: string, range: TextRange) => void;
  /** A rename changed these cells too: one change of the notebook, each with one step of undo in its own editor. */
  readonly onEditCells?: (edits: readonly CellEdit[]) => void;
  /** A rename of what an SQL cell or an input gives; `cell` as in `CellEdit`. */
  readonly onRenameCell?: (cell: string, name: string) => void;
}
