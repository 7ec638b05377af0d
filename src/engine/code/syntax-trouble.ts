import { Trouble } from "./trouble";

/**
 * A parser's complaint as a fault: its message in our form, with the word it stumbled over.
 *
 * @param text what is shown to the person
 * @param error of sucrase or acorn: a message that ends in `(line:column)`, and `pos`, UTF-16 units
 * @param originalOffset from `pos` to an offset in `text`
 */
export function syntaxTrouble(
  text: string,
  error: unknown,
  originalOffset: (offset: number) => number = (offset) => offset,
): Trouble {
  const position = positionOf(error);
  const offset = position === null ? 0 : Math.min(originalOffset(position), text.length);
  const message = (error instanceof Error ? error.message : String(error)).replace(/ \(\d+:\d+\)$/, "");
  const twice = /^Identifier '(.+)' has already been declared/.exec(message);
  if (twice) return new Trouble("double-name", `declared twice: ${twice[1]}`, offset, { name: twice[1]! });
  if (/^Export '/.test(message)) return exportTrouble(offset);
  if (/^'return' outside/.test(message)) return new Trouble("syntax", outsideFunction, offset);
  if (looksLikeJsx(text, offset)) return new Trouble("syntax", noJsx, offset);
  return new Trouble("syntax", inOurForm(message, text, offset), offset);
}

export function exportTrouble(offset: number): Trouble {
  return new Trouble("export", "nothing to export: other cells see every top-level name", offset);
}

const outsideFunction = "return outside a function: a cell shows its last expression";
const noJsx = "JSX is not supported: write html`…` or svg`…`";

function positionOf(error: unknown): number | null {
  const has = typeof error === "object" && error !== null && "pos" in error && typeof error.pos === "number";
  return has ? Number(error.pos) : null;
}

function inOurForm(message: string, text: string, offset: number): string {
  const unexpected = /^Unexpected token(?:, (expected .*))?$/.exec(message);
  if (!unexpected) return message.charAt(0).toLowerCase() + message.slice(1);
  const expected = unexpected[1] ? ` (${unexpected[1]})` : "";
  const word = /^(?:[\p{ID_Continue}$]+|[^])/u.exec(text.slice(offset, offset + 60).trimStart())?.[0];
  return word ? `unexpected: ${word}${expected}` : `the text ends too early${expected}`;
}

/** A tag in the line of the fault, or one opened before and closed in it; html`<b>` and "<b>" are none. */
function looksLikeJsx(text: string, offset: number): boolean {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  const line = text.slice(start, end < 0 ? undefined : end);
  const code = line.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\/.*/g, "");
  return !code.includes("`") && /<[A-Za-z][\w.]*(?:\s[^<>]*)?\/>|<\/[A-Za-z][\w.]*\s*>|<>|<\/>/.test(code);
}
