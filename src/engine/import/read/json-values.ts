import { EngineError } from "../../engine-error";
import { textChunks } from "./text-chunks";
import type { Source } from "./source";

/** One element of the array, or one line, of a JSON file. */
export interface JsonValue {
  readonly value: unknown;
  readonly line: number;
  readonly bytesRead: number;
  /** It is no JSON: why, and what stands there. */
  readonly broken?: { readonly reason: string; readonly text: string };
}

/** How far an object that is not a table itself may be searched for one; it has to be in memory whole. */
const mostInOnePiece = 256 << 20;

/** The values that are rows, as they arrive; nothing but an object that wraps them is read whole. */
export async function* jsonValues(source: Source): AsyncGenerator<JsonValue> {
  const encoding = source.head[0] === 0xff ? "utf-16le" : source.head[0] === 0xfe ? "utf-16be" : "utf-8";
  const start = new TextDecoder(encoding).decode(source.head, { stream: true }).trimStart();
  const chunks = () => textChunks(source, { encoding, delimiter: ",", quote: "" });
  if (start.startsWith("[")) return yield* elements(chunks());
  const firstLine = start.slice(0, (start.indexOf("\n") + 1 || start.length + 1) - 1);
  const isAlone = source.isWhole && firstLine.length === start.trimEnd().length;
  if (isJson(firstLine) && !isAlone) return yield* lines(chunks());
  let whole = "";
  for await (const { text } of chunks()) {
    whole += text;
    if (whole.length > mostInOnePiece)
      throw new EngineError("not-a-table", `not a table: ${source.name} is one JSON value`);
  }
  yield* wrapped(whole, source);
}

/** JSON as it is written: whole numbers beyond 2^53 become texts with all their digits. */
export function parseExactly(text: string): unknown {
  if (!/\d{16}|\d[eE][+-]?\d{3}/.test(text)) return JSON.parse(text);
  return JSON.parse(
    text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
      token.startsWith('"') || isKept(token) ? token : `"${token}"`,
    ),
  );
}

function isKept(number: string): boolean {
  const bare = number.replace(/^-/, "").replace(/\.?0+$/, "");
  return Number.isFinite(Number(number)) && (bare.length < 16 || String(Number(number)) === number);
}

async function* lines(chunks: AsyncIterable<{ text: string; bytesRead: number }>): AsyncGenerator<JsonValue> {
  let line = 0;
  for await (const { text, bytesRead } of chunks) {
    // The chunk ends with a line.
    for (const content of text.replace(/\r?\n$/, "").split(/\r?\n/)) {
      line++;
      if (content.trim()) yield read(content, line, bytesRead);
    }
  }
}

/** The elements of one array, told apart by their commas outside brackets and quotes. */
async function* elements(
  chunks: AsyncIterable<{ text: string; bytesRead: number }>,
): AsyncGenerator<JsonValue> {
  let [rest, line, depth, isInText] = ["", 1, 0, false];
  let [at, begin, bytes] = [0, 0, 0];
  for await (const { text, bytesRead } of chunks) {
    rest += text;
    bytes = bytesRead;
    for (; at < rest.length; at++) {
      const sign = rest.charCodeAt(at);
      if (isInText) {
        if (sign === backslash) at++;
        else if (sign === quote) isInText = false;
      } else if (sign === quote) isInText = true;
      else if (sign === open || sign === openObject) {
        if (depth++ === 0) begin = at + 1;
      } else if (sign === comma && depth === 1) {
        yield* element(rest.slice(begin, at), false);
        begin = at + 1;
      } else if ((sign === close || sign === closeObject) && --depth === 0) {
        yield* element(rest.slice(begin, at), true);
        return;
      }
    }
    // An escape may have been cut: the next sign is then passed over as it should be.
    rest = rest.slice(begin);
    at -= begin;
    begin = 0;
  }
  if (rest.trim())
    yield { value: null, line, bytesRead: bytes, broken: { reason: "array without its end", text: rest } };

  function* element(text: string, isLast: boolean): Generator<JsonValue> {
    const blank = /^\s*/.exec(text)![0];
    const own = line + linesIn(blank);
    line += linesIn(text);
    if (text.trim() || !isLast) yield read(text, own, bytes);
  }
}

const [quote, backslash, comma, open, close, openObject, closeObject] = [
  0x22, 0x5c, 0x2c, 0x5b, 0x5d, 0x7b, 0x7d,
];

function* wrapped(text: string, source: Source): Generator<JsonValue> {
  let value: unknown;
  try {
    value = parseExactly(text);
  } catch (cause) {
    throw new EngineError("not-a-table", `not a table: ${source.name} is no JSON`, { cause });
  }
  const lists = value && typeof value === "object" ? Object.values(value).filter(isTable) : [];
  const rows = lists.sort((a, b) => b.length - a.length)[0] ?? [value];
  for (const row of rows) yield { value: row, line: 1, bytesRead: source.bytes };
}

function isTable(value: unknown): value is readonly unknown[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((row) => row !== null && typeof row === "object")
  );
}

function read(text: string, line: number, bytesRead: number): JsonValue {
  try {
    return { value: parseExactly(text), line, bytesRead };
  } catch (cause) {
    const reason = `no JSON: ${cause instanceof Error ? cause.message : String(cause)}`;
    return { value: null, line, bytesRead, broken: { reason, text: text.trim() } };
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function linesIn(text: string): number {
  return text.match(/\n/g)?.length ?? 0;
}
