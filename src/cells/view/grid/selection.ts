/** Row -1 is the header. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Selection {
  /** Where it began, and where the focus is. */
  readonly anchor: Place;
  readonly focus: Place;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
  /** Rows seen at once. */
  readonly page: number;
}

interface Keys {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

export function at(place: Place): Selection {
  return { anchor: place, focus: place };
}

/** The selection after a key; null when the key does not move it. */
export function moved(selection: Selection, keys: Keys, size: Size): Selection | null {
  const command = keys.ctrlKey || keys.metaKey;
  const last: Place = { row: size.rows - 1, column: size.columns - 1 };
  const { anchor, focus } = selection;
  if (command && keys.key.toLowerCase() === "a") return { anchor: { row: 0, column: 0 }, focus: last };
  if (keys.key === " " && keys.shiftKey)
    return { anchor: { row: focus.row, column: 0 }, focus: { row: focus.row, column: last.column } };
  if (keys.key === " " && command)
    return { anchor: { row: 0, column: focus.column }, focus: { row: last.row, column: focus.column } };
  const to = target(focus, keys.key, command, size);
  if (!to) return null;
  // The header cannot be part of a selection.
  const least = keys.shiftKey ? 0 : -1;
  const place = {
    row: Math.max(Math.min(to.row, last.row), Math.min(least, last.row)),
    column: Math.max(0, Math.min(to.column, last.column)),
  };
  return keys.shiftKey && anchor.row >= 0 ? { anchor, focus: place } : at(place);
}

function target({ row, column }: Place, key: string, command: boolean, size: Size): Place | null {
  switch (key) {
    case "ArrowUp":
      return { row: command ? 0 : row - 1, column };
    case "ArrowDown":
      return { row: command ? size.rows - 1 : row + 1, column };
    case "ArrowLeft":
      return { row, column: command ? 0 : column - 1 };
    case "ArrowRight":
      return { row, column: command ? size.columns - 1 : column + 1 };
    case "PageUp":
      return { row: Math.max(0, row - size.page), column };
    case "PageDown":
      return { row: row + size.page, column };
    case "Home":
      return command ? { row: 0, column: 0 } : { row, column: 0 };
    case "End":
      return command ? { row: size.rows - 1, column: size.columns - 1 } : { row, column: size.columns - 1 };
    default:
      return null;
  }
}

export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The selected rectangle, edges included; null while the focus is in the header. */
export function blockOf({ anchor, focus }: Selection): Block | null {
  if (focus.row < 0 || anchor.row < 0) return null;
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

/** What is shown as chosen: the focus ring says enough of a single cell. */
export function chosenBlock(selection: Selection): Block | null {
  const block = blockOf(selection);
  return block && isOneCell(block) ? null : block;
}

export function isOneCell({ top, bottom, left, right }: Block): boolean {
  return top === bottom && left === right;
}
