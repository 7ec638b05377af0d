/** SQL text cut into the pieces completion looks at; comments are left out. Offsets are UTF-16 units. */
export interface Word {
  readonly kind: "name" | "quoted" | "literal" | "sign";
  /** A quoted name without its quotes; a plain name as written. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const piece =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*(?:'|$)|(\$\w*\$)[\s\S]*?(?:\1|$)|"(?:[^"]|"")*(?:"|$)|[\p{L}_][\p{L}\p{N}_$]*|\d[\w.]*|::|\S/gu;

export function words(text: string): Word[] {
  return [...text.matchAll(piece)].flatMap((match) => {
    const [found] = match;
    if (found.startsWith("--") || found.startsWith("/*")) return [];
    return [{ kind: kindOf(found), text: plain(found), from: match.index, to: match.index + found.length }];
  });
}

/** Inside a comment or a string there is nothing to complete. */
export function isInProse(text: string, offset: number): boolean {
  for (const match of text.matchAll(piece)) {
    const [found] = match;
    const end = match.index + found.length;
    if (match.index >= offset) return false;
    if (found.startsWith("--") && offset <= end) return true;
    if (found.startsWith("/*") && (offset < end || !found.endsWith("*/"))) return true;
    if (/^['$]/.test(found) && (offset < end || !isClosed(found))) return offset <= end;
  }
  return false;
}

function isClosed(found: string): boolean {
  if (found.startsWith("'")) return found.length > 1 && found.endsWith("'");
  const mark = /^\$\w*\$/.exec(found)?.[0] ?? "$";
  return found.length >= mark.length * 2 && found.endsWith(mark);
}

function kindOf(found: string): Word["kind"] {
  if (found.startsWith('"')) return "quoted";
  if (/^['\d]/.test(found) || /^\$\w*\$/.test(found)) return "literal";
  return /^[\p{L}_]/u.test(found) ? "name" : "sign";
}

function plain(found: string): string {
  if (!found.startsWith('"')) return found;
  const closed = found.length > 1 && found.endsWith('"');
  return found.slice(1, closed ? -1 : undefined).replaceAll('""', '"');
}

export function isName(word: Word | undefined): word is Word {
  return word !== undefined && (word.kind === "name" || word.kind === "quoted");
}

export function isWord(word: Word | undefined, text: string): boolean {
  return word?.kind === "name" && word.text.toLowerCase() === text;
}

export function isSign(word: Word | undefined, text: string): boolean {
  return word?.kind === "sign" && word.text === text;
}
