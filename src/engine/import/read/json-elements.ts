import { type JsonValue, readValue } from "./exact-json";

/**
 * The elements of an array, and of those that follow it, told apart by their commas outside brackets and quotes. What else stands
 * behind an array is taken line by line: an object is a row too, and nothing is passed over.
 */
export async function* elements(
  chunks: AsyncIterable<{ text: string; bytesRead: number }>,
): AsyncGenerator<JsonValue> {
  let [rest, line, depth, isInText] = ["", 1, 0, false];
  let [at, begin, bytes] = [0, 0, 0];
  for await (const { text, bytesRead } of chunks) {
    rest += text;
    bytes = bytesRead;
    for (; at < rest.length; at++) {
      const sign = rest.charCodeAt(at);
      if (depth === 0) {
        begin = at;
        if (sign === open) [depth, begin] = [1, at + 1];
        else if (sign === lineFeed) line++;
        else if (rest[at]!.trim()) {
          const end = rest.indexOf("\n", at);
          // The line may go on in the next chunk.
          if (end < 0) break;
          yield behind(rest.slice(at, end));
          at = end - 1;
        }
      } else if (isInText) {
        if (sign === backslash) at++;
        else if (sign === quote) isInText = false;
      } else if (sign === quote) isInText = true;
      else if (sign === open || sign === openObject) depth++;
      else if (sign === comma && depth === 1) {
        yield* element(rest.slice(begin, at), false);
        begin = at + 1;
      } else if ((sign === close || sign === closeObject) && --depth === 0) {
        yield* element(rest.slice(begin, at), true);
        begin = at + 1;
      }
    }
    // An escape may have been cut: the next sign is then passed over as it should be.
    rest = rest.slice(begin);
    at -= begin;
    begin = 0;
  }
  if (depth)
    yield { value: null, line, bytesRead: bytes, broken: { reason: "array without its end", text: rest } };
  else if (rest.trim()) yield behind(rest);

  function* element(text: string, isLast: boolean): Generator<JsonValue> {
    const blank = /^\s*/.exec(text)![0];
    const own = line + linesIn(blank);
    line += linesIn(text);
    if (text.trim() || !isLast) yield readValue(text, own, bytes);
  }

  function behind(text: string): JsonValue {
    const read = readValue(text, line, bytes);
    if (read.broken || (read.value !== null && typeof read.value === "object")) return read;
    return { ...read, value: null, broken: { reason: "no row behind the end of an array", text } };
  }
}

const [quote, backslash, comma, open, close, openObject, closeObject, lineFeed] = [
  0x22, 0x5c, 0x2c, 0x5b, 0x5d, 0x7b, 0x7d, 0x0a,
];

function linesIn(text: string): number {
  return text.match(/\n/g)?.length ?? 0;
}
