/**
 * Offsets in a text without its types as offsets in the text with them, by a source map's `mappings`.
 * Only lines of the same number are mapped to each other, which is all that cutting types out needs.
 * Format: ECMA-426, "Mappings structure": per line, per segment the column here, the file, the line there, the column there.
 */
export function positionMap(text: string, code: string, mappings: string): (offset: number) => number {
  const segments = readSegments(mappings);
  const textStarts = lineStarts(text);
  const codeStarts = lineStarts(code);
  return (offset) => {
    const line = codeStarts.findLastIndex((start) => start <= offset);
    const column = offset - codeStarts[line]!;
    const before = segments[line]?.findLast((segment) => segment.column <= column);
    const found = before ? before.original + column - before.column : column;
    const start = textStarts[line] ?? text.length;
    const end = textStarts[line + 1] ?? text.length + 1;
    return Math.min(start + found, Math.max(start, end - 1), text.length);
  };
}

interface Segment {
  readonly column: number;
  readonly original: number;
}

function readSegments(mappings: string): readonly (readonly Segment[])[] {
  // Columns there go on from the line before; columns here begin anew.
  let original = 0;
  return mappings.split(";").map((line) => {
    let column = 0;
    return line
      .split(",")
      .filter(Boolean)
      .map((segment): Segment => {
        const fields = readNumbers(segment);
        column += fields[0] ?? 0;
        original += fields[3] ?? 0;
        return { column, original };
      });
  });
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 VLQ: five bits a digit, low ones first; the sixth says that more follow; the lowest bit of all is the sign. */
function readNumbers(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const sign of segment) {
    const digit = digits.indexOf(sign);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
