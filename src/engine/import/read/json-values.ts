import { EngineError } from "../../engine-error";
import { type JsonValue, parseExactly, readValue } from "./exact-json";
import { elements } from "./json-elements";
import { textChunks } from "./text-chunks";
import type { Source } from "./source";

/** How far an object that is not a table itself may be searched for one; it has to be in memory whole. */
const mostInOnePiece = 256 << 20;

/** More without an end of line is no line: nobody should wait for it until memory is full. */
const mostInOneLine = 64 << 20;

/** The values that are rows, as they arrive; nothing but an object that wraps them is read whole. */
export async function* jsonValues(source: Source): AsyncGenerator<JsonValue> {
  const encoding = source.head[0] === 0xff ? "utf-16le" : source.head[0] === 0xfe ? "utf-16be" : "utf-8";
  const start = new TextDecoder(encoding).decode(source.head, { stream: true }).trimStart();
  const chunks = () => textChunks(source, { encoding, delimiter: ",", quote: "" });
  const firstLine = start.slice(0, (start.indexOf("\n") + 1 || start.length + 1) - 1);
  if (start.startsWith("["))
    return yield* isRow(firstLine) && start.slice(firstLine.length).trimStart().startsWith("[")
      ? lines(chunks())
      : elements(chunks());
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

/** A line may go on in the next chunk. */
async function* lines(chunks: ReturnType<typeof textChunks>): AsyncGenerator<JsonValue> {
  let [rest, line] = ["", 0];
  for await (const { text, bytesRead, isLast } of chunks) {
    const contents = (rest + text).split(/\r?\n/);
    const isCut = !isLast && contents.at(-1)!.length > mostInOneLine;
    rest = isLast || isCut ? "" : contents.pop()!;
    for (const content of contents) {
      line++;
      if (content.trim()) yield readValue(content, line, bytesRead);
    }
    if (isCut) line--;
  }
}

function* wrapped(text: string, source: Source): Generator<JsonValue> {
  let value: unknown;
  try {
    value = parseExactly(text);
  } catch (cause) {
    throw new EngineError("not-a-table", `not a table: ${source.name} is no JSON`, { cause });
  }
  const rows = rowsIn(value) ?? [value];
  for (const row of rows) yield { value: row, line: 1, bytesRead: source.bytes };
}

/** What services call the list that is meant; warnings beside it may be more. */
const namesOfRows = new Set("data rows items results records value hits".split(" "));

function rowsIn(value: unknown): readonly unknown[] | undefined {
  if (value === null || typeof value !== "object") return undefined;
  const lists = Object.entries(value).flatMap(([key, rows]: [string, unknown]) =>
    isTable(rows) ? [{ rows, isNamed: namesOfRows.has(key.toLowerCase()) }] : [],
  );
  const named = lists.filter(({ isNamed }) => isNamed);
  const [longest] = (named.length ? named : lists).sort((a, b) => b.rows.length - a.rows.length);
  return longest?.rows;
}

function isTable(value: unknown): value is readonly unknown[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((row) => row !== null && typeof row === "object")
  );
}

/** An array with other arrays below it is a row where it holds single values, and otherwise some of the rows. */
function isRow(line: string): boolean {
  if (!isJson(line)) return false;
  const value: unknown = JSON.parse(line);
  return Array.isArray(value) && value.some((each) => each === null || typeof each !== "object");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
