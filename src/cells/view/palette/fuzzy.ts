/** Small letters, and without the marks that people leave out. */
function plain(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

/**
 * How well a text answers what was typed: null when its letters do not stand in it in this order. Letters at the beginning of words and
 * letters beside each other weigh more, and a shorter text is the better one of two.
 */
export function matchOf(text: string, wanted: string): number | null {
  const told = plain(text);
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  let sum = 0;
  for (const word of words) {
    const found = wordIn(told, word);
    if (found === null) return null;
    sum += found;
  }
  return sum - told.length / 1000;
}

function wordIn(told: string, word: string): number | null {
  const whole = told.indexOf(word);
  if (whole >= 0) return word.length * 4 + (beginsWord(told, whole) ? 4 : 0);
  let at = -1;
  let sum = 0;
  for (const letter of word) {
    const next = told.indexOf(letter, at + 1);
    if (next < 0) return null;
    if (next === at + 1) sum += 2;
    if (beginsWord(told, next)) sum += 2;
    at = next;
  }
  return sum;
}

function beginsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!);
}
