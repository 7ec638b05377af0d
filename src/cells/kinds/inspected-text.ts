import type { Inspected } from "../../engine";

export type Composite = Extract<Inspected, { readonly entries: unknown }>;
export type Primitive = Exclude<Inspected, Composite>;

export interface Piece {
  readonly text: string;
  /** How it is coloured; null for punctuation. */
  readonly role: Primitive["type"] | "key" | "name" | null;
}

const longest = 96;
const longestText = 120;

export function isComposite(value: Inspected): value is Composite {
  return "entries" in value;
}

/** A primitive as code would write it. */
export function primitiveText({ type, text }: Primitive): string {
  if (type === "string") return JSON.stringify(text);
  return type === "bigint" && !text.endsWith("n") ? `${text}n` : text;
}

/** A text that one line does not hold: it opens as others do. */
export function isLong({ text }: Primitive): boolean {
  return text.length > longestText || text.includes("\n");
}

export function cutText(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

/** The name and size of a composite: `Array(3)`, `Map(2)`, `Point`. */
export function nameOf({ type, name, size }: Composite): string {
  return type === "object" || type === "node" ? name : `${name}(${size})`;
}

/** A value on one line: the first of its entries, as far as they fit. */
export function preview(value: Inspected): Piece[] {
  const pieces: Piece[] = [];
  write(value, 0, { pieces, left: longest });
  return pieces;
}

/** The same as plain text. */
export function inspectedText(value: Inspected): string {
  if (!isComposite(value)) return primitiveText(value);
  return preview(value)
    .map(({ text }) => text)
    .join("");
}

interface Line {
  readonly pieces: Piece[];
  left: number;
}

function put(line: Line, text: string, role: Piece["role"]): void {
  line.pieces.push({ text, role });
  line.left -= text.length;
}

function write(value: Inspected, depth: number, line: Line): void {
  if (!isComposite(value)) return put(line, cutText(primitiveText(value)), value.type);
  const isPlain = value.name === "Object" || value.name === "Array";
  if (!isPlain || depth === 0 || value.type !== "object") put(line, `${nameOf(value)} `, "name");
  const isList = value.type === "array" || value.type === "typed-array" || value.type === "set";
  const [open, close] = isList ? "[]" : "{}";
  put(line, open!, null);
  // Two levels down there is no room to say anything.
  const shown = depth > 1 ? [] : value.entries;
  let said = 0;
  for (const entry of shown) {
    if (line.left < 0) break;
    if (said++) put(line, ", ", null);
    if (!isList) writeKey(entry.key, depth, line);
    write(entry.value, depth + 1, line);
  }
  if (said < value.size) put(line, said ? ", …" : "…", null);
  put(line, close!, null);
}

function writeKey(key: string | Inspected, depth: number, line: Line): void {
  if (typeof key === "string") put(line, keyText(key), "key");
  else write(key, depth + 1, line);
  put(line, typeof key === "string" ? ": " : " → ", null);
}

export function keyText(key: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$|^\d{1,10}$|^\[\[?\w+\]?\]$/u.test(key)
    ? key
    : cutText(JSON.stringify(key));
}
