/** Line and column, 1-based; columns count UTF-16 units, as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export function placeAt(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: lines[lines.length - 1]!.length + 1 };
}

/** DuckDB counts UTF-8 bytes; a byte inside a character, or beyond the text, gives the nearest place before it. */
export function placeAtByte(text: string, byte: number): Place {
  return placeAt(text, offsetOfByte(text, byte));
}

export function offsetOfByte(text: string, byte: number): number {
  let offset = 0;
  let bytes = 0;
  for (const character of text) {
    bytes += bytesOf(character.codePointAt(0)!);
    if (bytes > byte) break;
    offset += character.length;
  }
  return offset;
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  // A lone surrogate is written as U+FFFD, three bytes as well.
  return codePoint < 0x10000 ? 3 : 4;
}
