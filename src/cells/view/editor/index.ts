export type {
  CellEdit,
  CodeLabels,
  CodeLanguage,
  CodeMarker,
  CodeProps,
  CompletionSource,
  CompletionTable,
  KeyCommand,
  TextRange,
} from "./code";
export { CodeArea } from "./code-area";
export { CodeEditor } from "./code-editor";
export { CodePreview } from "./code-preview";
export type { Formatted } from "./format/format-sql";
export { heightOf } from "./metrics";
export { caretNow, forgetCode, formatCode, loadLive, useLive } from "./load-live";
export type { NotebookDescription } from "./notebook-types";
export type { ColouredPiece } from "./live/colour";
