import type { TextRange } from "./code";

/** Offsets into a text as lines and columns. */
export function rangeOf(text: string, from: number, to: number): TextRange {
  const [line, column] = placeOf(text, from);
  const [endLine, endColumn] = placeOf(text, to);
  return { line, column, endLine, endColumn };
}

export function offsetOf(text: string, line: number, column: number): number {
  const before = text.split("\n").slice(0, line - 1);
  return before.join("\n").length + (before.length ? 1 : 0) + column - 1;
}

function placeOf(text: string, offset: number): [line: number, column: number] {
  const before = text.slice(0, offset).split("\n");
  return [before.length, before.at(-1)!.length + 1];
}

/** What is selected or clicked inside `element`, as offsets into its text; null when the selection is elsewhere. */
export function selectionIn(element: HTMLElement): [from: number, to: number] | null {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
  if (!anchorNode || !focusNode || !element.contains(anchorNode) || !element.contains(focusNode)) return null;
  return [offsetIn(element, anchorNode, anchorOffset ?? 0), offsetIn(element, focusNode, focusOffset ?? 0)];
}

function offsetIn(element: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}
