/** A text to look in: a cell's own, or its name. */
export interface SearchedText {
  readonly cell: string;
  readonly field: "source" | "name";
  readonly text: string;
}

export interface Query {
  readonly wanted: string;
  readonly by: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  readonly isPattern: boolean;
}

/** From and to count UTF-16 units; `by` is what would stand there instead. */
export interface Hit {
  readonly cell: string;
  readonly field: SearchedText["field"];
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/** More of them nobody looks through. */
export const mostHits = 1000;

export interface FoundAll {
  readonly hits: readonly Hit[];
  /** There are more than these. */
  readonly isCut: boolean;
}

/** Every place, in the order of the texts. Throws a SyntaxError for a pattern that is none. */
export function findAll(texts: readonly SearchedText[], query: Query): FoundAll {
  const pattern = patternOf(query);
  const hits: Hit[] = [];
  for (const { cell, field, text } of texts) {
    for (const match of text.matchAll(pattern)) {
      if (match[0] === "") continue;
      if (hits.length === mostHits) return { hits, isCut: true };
      const by = query.isPattern ? expanded(query.by, match) : query.by;
      hits.push({ cell, field, from: match.index, to: match.index + match[0].length, by });
    }
  }
  return { hits, isCut: false };
}

function patternOf({ wanted, matchCase, wholeWord, isPattern }: Query): RegExp {
  const flags = matchCase ? "gmu" : "gimu";
  // Alone first: what is wrong with it is told of what was typed, and it cannot reach out of the group.
  const source = isPattern
    ? new RegExp(wanted, flags).source
    : wanted.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const letter = "[\\p{L}\\p{N}_]";
  return new RegExp(wholeWord ? `(?<!${letter})(?:${source})(?!${letter})` : source, flags);
}

/** `$1`, `$<name>`, `$&` and `$$` as in `String.replace`; a group that is not there stays as it was written. */
function expanded(by: string, match: RegExpExecArray): string {
  return by.replace(/\$(\$|&|\d{1,2}|<[^>]*>)/g, (written, sign: string) => {
    if (sign === "$") return "$";
    if (sign === "&") return match[0];
    if (sign.startsWith("<")) {
      const name = sign.slice(1, -1);
      return match.groups && name in match.groups ? (match.groups[name] ?? "") : written;
    }
    const group = Number(sign);
    return group > 0 && group < match.length ? (match[group] ?? "") : written;
  });
}

/** The text with these hits in it replaced; hits of other texts are left out. */
export function replaced({ cell, field, text }: SearchedText, hits: readonly Hit[]): string {
  return hits
    .filter((hit) => hit.cell === cell && hit.field === field)
    .toSorted((a, b) => b.from - a.from)
    .reduce((next, { from, to, by }) => next.slice(0, from) + by + next.slice(to), text);
}
