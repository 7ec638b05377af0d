import { tokenRules } from "../token-class";
import { monaco } from "./monaco";

/** Monaco's theme from the page's CSS variables, now and whenever the page changes its theme. */
export function followPageTheme(): void {
  apply();
  new MutationObserver(apply).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}

function apply(): void {
  const dark = document.documentElement.dataset.theme === "dark";
  const colour = variables();
  monaco.editor.defineTheme("ebb", {
    base: dark ? "vs-dark" : "vs",
    inherit: false,
    rules: [
      { token: "", foreground: colour("--ink").slice(1) },
      ...tokenRules.map(([token, role]) => ({
        token,
        foreground: colour(`--editor-${role}`).slice(1),
        fontStyle: role === "comment" ? "italic" : role === "heading" ? "bold" : "",
      })),
    ],
    colors: {
      "editor.background": "#00000000",
      "editor.foreground": colour("--ink"),
      "editorGutter.background": "#00000000",
      "editorCursor.foreground": colour("--accent"),
      "editor.selectionBackground": colour("--accent-soft"),
      "editor.inactiveSelectionBackground": colour("--paper-sunken"),
      "editor.findMatchBackground": colour("--caution-soft"),
      "editor.findMatchHighlightBackground": colour("--caution-soft"),
      "editor.rangeHighlightBackground": colour("--paper-sunken"),
      "editor.selectionHighlightBackground": colour("--paper-sunken"),
      "symbolIcon.fieldForeground": colour("--accent"),
      "symbolIcon.structForeground": colour("--ink-soft"),
      "symbolIcon.functionForeground": colour("--editor-function"),
      "symbolIcon.keywordForeground": colour("--editor-keyword"),
      "editorBracketMatch.background": colour("--accent-soft"),
      "editorBracketMatch.border": colour("--line-strong"),
      "editor.placeholder.foreground": colour("--ink-faint"),
      "editorError.foreground": colour("--harm"),
      "editorWarning.foreground": colour("--caution"),
      "editorWidget.background": colour("--paper-raised"),
      "editorWidget.foreground": colour("--ink"),
      "editorWidget.border": colour("--line-strong"),
      "editorHoverWidget.background": colour("--paper-raised"),
      "editorHoverWidget.foreground": colour("--ink"),
      "editorHoverWidget.border": colour("--line-strong"),
      "editorSuggestWidget.background": colour("--paper-raised"),
      "editorSuggestWidget.border": colour("--line-strong"),
      "editorSuggestWidget.foreground": colour("--ink"),
      "editorSuggestWidget.selectedBackground": colour("--accent-soft"),
      "editorSuggestWidget.selectedForeground": colour("--ink"),
      "editorSuggestWidget.highlightForeground": colour("--accent"),
      "editorSuggestWidget.focusHighlightForeground": colour("--accent"),
      "input.background": colour("--paper"),
      "input.foreground": colour("--ink"),
      "input.border": colour("--line-strong"),
      focusBorder: colour("--focus"),
      foreground: colour("--ink"),
      "widget.shadow": "#00000030",
      "scrollbarSlider.background": colour("--line-strong"),
      "scrollbarSlider.hoverBackground": colour("--ink-faint"),
      "scrollbarSlider.activeBackground": colour("--ink-faint"),
    },
  });
  monaco.editor.setTheme("ebb");
}

/** Reads a colour variable as `#rrggbb`, whatever way it is written: Monaco takes no other. */
function variables(): (name: string) => string {
  const probe = document.createElement("span");
  probe.className = "editor-theme-probe";
  document.body.append(probe);
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
  const read = (name: string) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = "#808080";
    canvas.fillStyle = getComputedStyle(probe).getPropertyValue(name).trim();
    canvas.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return `#${[r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  };
  queueMicrotask(() => probe.remove());
  return read;
}
