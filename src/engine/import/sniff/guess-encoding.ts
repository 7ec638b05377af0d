export interface EncodingGuess {
  readonly encoding: string;
  /** False where letters alone had to tell, and there were few or they did not agree. */
  readonly isSure: boolean;
}

/** From the first bytes of a file. Marks at the start decide; else valid UTF-8 is UTF-8, and letters tell the rest apart. */
export function guessEncoding(head: Uint8Array): EncodingGuess {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", isSure: true };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", isSure: true };
  const wide = wideEncoding(head);
  if (wide) return { encoding: wide, isSure: true };
  if (isUtf8(head)) return { encoding: "utf-8", isSure: true };
  const part = head.subarray(0, 200_000);
  const scores = singleByte
    .map((encoding) => ({ encoding, ...scoreOf(new TextDecoder(encoding).decode(part)) }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = [scores[0]!, scores[1]!];
  const isSure = best.letters >= 12 && best.score > 0.5 * best.letters && best.score > 1.25 * next.score;
  return { encoding: best.encoding, isSure };
}

// What Russian and Western European programs write; the first of two equals wins.
const singleByte = ["windows-1252", "windows-1251", "koi8-r", "ibm866"];

function isUtf8(head: Uint8Array): boolean {
  try {
    // The head may end inside a character.
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without its mark: every second byte is that of the alphabet, zero for Latin and 4 for Cyrillic letters. */
function wideEncoding(head: Uint8Array): string | undefined {
  const pairs = Math.min(head.length >> 1, 5000);
  if (pairs < 2) return undefined;
  const alphabets = [0, 0];
  let zeros = 0;
  for (let i = 0; i < pairs * 2; i++) {
    const byte = head[i]!;
    if (byte === 0) zeros++;
    if (byte === 0 || byte === 4) alphabets[i & 1]!++;
  }
  // Digits, delimiters and line ends are Latin in every language, so there are zeros.
  if (zeros < pairs * 0.1) return undefined;
  const [even, odd] = [alphabets[0]! / pairs, alphabets[1]! / pairs];
  if (odd > 0.9 && even < 0.3) return "utf-16le";
  return even > 0.9 && odd < 0.3 ? "utf-16be" : undefined;
}

/** How much a text looks written by people: frequent letters, capitals only where words begin, no stray signs. */
function scoreOf(text: string): { score: number; letters: number } {
  let [score, letters] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x80) continue;
    const [before, sign, after] = [text[i - 1] ?? "", text[i]!, text[i + 1] ?? ""];
    const lower = sign.toLowerCase();
    const russian = frequency.get(lower);
    if (russian !== undefined) {
      letters++;
      score += russian;
      // `иВАН`: the case of the two Russian encodings is turned round.
      if (sign !== lower && isLower(before)) score -= 1;
    } else if (/[\u00c0-\u024f]/.test(sign) && sign !== "\u00d7" && sign !== "\u00f7") {
      letters++;
      // A single accented letter in a Latin word is usual, a run of them is not.
      const isInWord = /[a-z]/i.test(before) || /[a-z]/i.test(after);
      const isRun = /[\u00a1-\u024f]/.test(before) || /[\u00a1-\u024f]/.test(after);
      score += isRun ? -0.5 : isInWord ? 1 : 0.3;
      if (sign !== lower && isLower(before)) score -= 0.5;
    } else if (!usualSigns.includes(sign)) score -= 1;
  }
  return { score, letters };
}

function isLower(sign: string): boolean {
  return sign !== sign.toUpperCase();
}

// Russian letters by how often they are used, the first most often.
const byFrequency = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё";
const frequency = new Map([...byFrequency].map((letter, i) => [letter, 1 - 0.9 * (i / byFrequency.length)]));

const usualSigns =
  "\u00a0\u00a7\u00a9\u00ab\u00ae\u00b0\u00b7\u00bb\u2013\u2014\u2018\u2019\u201c\u201d\u201e\u2026\u2022\u2116\u20ac\u2122";
