import type { CsvOptions } from "../loaded-table";

/** From the first bytes of a file. Marks at the start decide; else valid UTF-8 is UTF-8, and letters tell the rest apart. */
export function guessEncoding(head: Uint8Array): CsvOptions["encoding"] {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return isUtf8(head) ? "utf-8" : guessSingleByte(head);
}

export function decoderOf(encoding: CsvOptions["encoding"]): string {
  if (encoding === "latin-1") return "windows-1252";
  return encoding === "utf-16" ? "utf-16le" : encoding;
}

function isUtf8(head: Uint8Array): boolean {
  try {
    // The head may end inside a character.
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

// Western texts have single accented letters between plain ones, Russian words consist of high bytes. Most letters are
// small, and the two Russian encodings keep their small letters in different halves.
function guessSingleByte(head: Uint8Array): CsvOptions["encoding"] {
  let [inWords, lower, upper] = [0, 0, 0];
  for (let i = 0; i < head.length; i++) {
    if (head[i]! < 0xc0) continue;
    if ((head[i - 1] ?? 0) >= 0xc0 || (head[i + 1] ?? 0) >= 0xc0) inWords++;
    if (head[i]! >= 0xe0) upper++;
    else lower++;
  }
  if (inWords < (lower + upper) * 0.8 || inWords < 8) return "latin-1";
  return upper >= lower ? "windows-1251" : "koi8-r";
}
