import { useRef, type KeyboardEvent } from "react";
import type { CodeProps, KeyCommand, TextRange } from "./code";
import { heightOf, lineCount } from "./metrics";
import { offsetOf, rangeOf } from "./place";

interface PlainFieldProps extends Pick<CodeProps, "value" | "labels" | "onChange" | "onKeyCommand" | "wrap"> {
  readonly autoFocus: boolean;
  readonly select: () => TextRange | null;
  readonly onSelect: (range: TextRange) => void;
  /** The person went elsewhere, or came back. */
  readonly onAway: (away: boolean) => void;
  /** An input method is at work; the field must stay until it is done. */
  readonly onComposing: (composing: boolean) => void;
}

/** Takes what is typed while Monaco is still on its way, or when it cannot come. */
export function PlainField({ value, labels, wrap, autoFocus, select, ...on }: PlainFieldProps) {
  const begun = useRef(false);
  const begin = (field: HTMLTextAreaElement | null) => {
    if (!field || begun.current || !autoFocus) return;
    begun.current = true;
    field.focus({ preventScroll: true });
    const range = select();
    if (range)
      field.setSelectionRange(
        offsetOf(value, range.line, range.column),
        offsetOf(value, range.endLine, range.endColumn),
      );
  };
  const report = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const command = event.nativeEvent.isComposing ? null : keyCommand(event, event.currentTarget);
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    on.onKeyCommand(command);
  };
  const place = (field: HTMLTextAreaElement) =>
    on.onSelect(rangeOf(field.value, field.selectionStart, field.selectionEnd));
  return (
    <textarea
      ref={begin}
      className="editor-text editor-plain"
      style={{ height: heightOf(lineCount(value)) }}
      aria-label={labels.name}
      placeholder={labels.placeholder}
      wrap={wrap ? "soft" : "off"}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      value={value}
      onChange={({ currentTarget: field }) => {
        // The event of the selection comes later, when Monaco may already have taken over.
        place(field);
        on.onChange(field.value);
      }}
      onKeyDown={report}
      onSelect={({ currentTarget: field }) => place(field)}
      onFocus={() => on.onAway(false)}
      onBlur={(event) => event.relatedTarget && on.onAway(true)}
      onCompositionStart={() => on.onComposing(true)}
      onCompositionEnd={() => on.onComposing(false)}
    />
  );
}

type Keys = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;
type Caret = Pick<HTMLTextAreaElement, "value" | "selectionStart" | "selectionEnd">;

export function keyCommand(
  { key, shiftKey, ctrlKey, metaKey, altKey }: Keys,
  caret: Caret,
): KeyCommand | null {
  if (key === "Enter" && shiftKey) return "run-and-next";
  if (key === "Enter" && (ctrlKey || metaKey)) return "run";
  if (key === "Enter" && altKey) return "run-and-insert";
  if (key === "Escape") return "leave";
  if (shiftKey || ctrlKey || metaKey || altKey || caret.selectionStart !== caret.selectionEnd) return null;
  if (key === "ArrowUp" && !caret.value.slice(0, caret.selectionStart).includes("\n")) return "above";
  if (key === "ArrowDown" && !caret.value.slice(caret.selectionEnd).includes("\n")) return "below";
  return null;
}
