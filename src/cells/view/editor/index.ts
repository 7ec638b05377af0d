export type {
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
export { forgetCode, loadLive, useLive } from "./load-live";
export type { ColouredPiece } from "./live/colour";
