import type { CodeLabels, CodeProps, KeyCommand, TextRange } from "../code";
import { heightOf, metrics } from "../metrics";
import { completeFrom } from "./completion-provider";
import { language } from "../language/client";
import { Echo } from "./echo";
import { formatOnKey } from "./format";
import { reportKeys } from "./keys";
import { codeFont, look } from "./look";
import { glyphs, showMarkers } from "./markers";
import { keepViewState, modelOf, replaceText, viewStateOf } from "./models";
import { monaco } from "./monaco";
import { setMounted, type Mounted } from "./mounted";
import { followDefinitions } from "./typescript";

export interface LiveEditor {
  show(props: Shown): void;
  focus(): void;
  dispose(): void;
}

type Shown = Pick<
  CodeProps,
  "value" | "markers" | "completions" | "labels" | "wrap" | "onOpenCell" | "onEditCells" | "onRenameCell"
>;

interface MountOptions {
  readonly cellId: string;
  readonly language: CodeProps["language"];
  readonly value: string;
  readonly labels: CodeLabels;
  readonly wrap: boolean;
  readonly select: TextRange | null;
  readonly onChange: (value: string) => void;
  readonly onKeyCommand: (command: KeyCommand) => void;
}

export function mountEditor(place: HTMLElement, options: MountOptions): LiveEditor {
  const { cellId, select } = options;
  const model = modelOf(cellId, options.language, options.value);
  place.style.height = `${heightOf(model.getLineCount())}px`;
  const editor = monaco.editor.create(place, {
    ...look,
    ...changing(options),
    fontFamily: codeFont(),
    model,
  });
  const grow = () => {
    const most = heightOf(metrics.maxLines);
    place.style.height = `${Math.min(editor.getContentHeight(), most)}px`;
    editor.layout();
  };
  editor.onDidContentSizeChange(grow);
  grow();
  const resize = new ResizeObserver(() => editor.layout());
  resize.observe(place);
  if (select) editor.setSelection(selectionOf(select));
  else editor.restoreViewState(viewStateOf(cellId) ?? null);
  const echo = new Echo(options.value);
  const listening = model.onDidChangeContent(() => {
    const text = model.getValue();
    echo.send(text);
    language.write(cellId, text, options.language);
    options.onChange(text);
  });
  reportKeys(editor, options.onKeyCommand);
  const marks = editor.createDecorationsCollection();
  let telling: ReturnType<Mounted["tell"]> = {};
  let marked = "";
  const mounted: Mounted = { cellId, editor, tell: () => telling };
  setMounted(model, mounted);
  formatOnKey(mounted);
  followDefinitions(mounted);
  language.write(cellId, options.value, options.language);
  language.edit(cellId);
  if (options.language === "typescript") language.start();

  return {
    show({ value, markers = [], completions, labels, wrap = false, onOpenCell, onEditCells, onRenameCell }) {
      telling = { onOpenCell, onEditCells, onRenameCell };
      if (echo.receive(value)) replaceText(model, value);
      editor.updateOptions(changing({ labels, wrap }));
      // Marks move with the text while it is typed; only new ones are put where they say.
      const next = JSON.stringify(markers);
      if (next !== marked || marks.getRanges().some((range) => range.isEmpty())) {
        marked = next;
        showMarkers(editor, markers);
        marks.set(glyphs(model, markers));
      }
      completeFrom(completions ? { model, source: completions, kinds: labels.kinds } : null);
    },
    focus: () => editor.focus(),
    dispose() {
      keepViewState(cellId, editor.saveViewState());
      completeFrom(null);
      setMounted(model, null);
      listening.dispose();
      resize.disconnect();
      editor.dispose();
    },
  };
}

function selectionOf({ line, column, endLine, endColumn }: TextRange): monaco.ISelection {
  return {
    selectionStartLineNumber: line,
    selectionStartColumn: column,
    positionLineNumber: endLine,
    positionColumn: endColumn,
  };
}

function changing({ labels, wrap }: { readonly labels: CodeLabels; readonly wrap: boolean }) {
  return {
    ariaLabel: labels.name,
    placeholder: labels.placeholder ?? "",
    wordWrap: wrap ? ("on" as const) : ("off" as const),
  };
}
