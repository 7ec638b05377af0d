import type { Parse } from "./parsed-column";

/** 1 and 0 for words as exports write them: `yes`, `Yes`, `YES`. */
export function wordOf(yes: readonly string[], no: readonly string[]): Parse {
  const words = [...yes.flatMap((word) => writings(word, 1)), ...no.flatMap((word) => writings(word, 0))];
  return (bytes, from, to, values, row) => {
    for (const { letters, value } of words) {
      if (!isSame(bytes, from, to, letters)) continue;
      values[row] = value;
      return true;
    }
    return false;
  };
}

function writings(word: string, value: number): { readonly letters: Uint8Array; readonly value: number }[] {
  const upper = word.toUpperCase();
  return [...new Set([word, upper, upper.slice(0, 1) + word.slice(1)])].map((text) => ({
    letters: new TextEncoder().encode(text),
    value,
  }));
}

function isSame(bytes: Uint8Array, from: number, to: number, letters: Uint8Array): boolean {
  if (to - from !== letters.length) return false;
  for (let i = 0; i < letters.length; i++) if (bytes[from + i] !== letters[i]) return false;
  return true;
}
