import { metrics } from "../metrics";
import type { monaco } from "./monaco";

/** How an editor looks and behaves that is one cell among others: no numbers, no map, no scroll of its own. */
export const look: monaco.editor.IStandaloneEditorConstructionOptions = {
  theme: "ebb",
  fontSize: metrics.fontSize,
  lineHeight: metrics.lineHeight,
  fontLigatures: false,
  letterSpacing: 0,
  padding: { top: metrics.paddingTop, bottom: metrics.paddingBottom },
  lineNumbers: "off",
  glyphMargin: true,
  lineDecorationsWidth: 0,
  folding: true,
  showFoldingControls: "mouseover",
  foldingStrategy: "indentation",
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  scrollBeyondLastColumn: 2,
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  renderLineHighlight: "none",
  guides: { indentation: false },
  contextmenu: false,
  fixedOverflowWidgets: true,
  wordBasedSuggestions: "off",
  suggest: { showStatusBar: false, preview: false, showIcons: true },
  quickSuggestions: { other: true, comments: false, strings: true },
  occurrencesHighlight: "off",
  wrappingStrategy: "advanced",
  wrappingIndent: "none",
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
  accessibilitySupport: "auto",
  tabFocusMode: false,
  scrollbar: {
    vertical: "auto",
    horizontalScrollbarSize: 8,
    verticalScrollbarSize: 8,
    useShadows: false,
    alwaysConsumeMouseWheel: false,
    ignoreHorizontalScrollbarInContentHeight: true,
  },
};

/** Monaco measures letters by a family's name; a variable would tell it nothing. */
export function codeFont(): string {
  return getComputedStyle(document.documentElement).getPropertyValue("--font-code").trim() || "monospace";
}
