/** What stands in place of what is not told, in the reader's language. */
export interface ShareWords {
  /** "fewer than 10" */
  readonly few: (k: number) => string;
  /** A number that would tell of one that is left out. */
  readonly withheld: string;
  /** A sentence that tells of a small group. */
  readonly sentence: (k: number) => string;
  /** A figure's place. */
  readonly figure: string;
  /** A table of single customers. */
  readonly customers: string;
  /** What makes a number in a text no count of customers: "7 days", "month 3". It matches the number with its words. */
  readonly notCounts: RegExp;
}

/**
 * Whether a text has a number of 1 to k - 1 that could count customers. Dates, decimals, percentages and what the words
 * name as time are none; in doubt it is one.
 */
export function textTells(text: string, k: number, { notCounts }: Pick<ShareWords, "notCounts">): boolean {
  const rest = text.replaceAll(new RegExp(notCounts, "giu"), " ");
  return numbersIn(rest).some((number) => number >= 1 && number < k);
}

/** Whole numbers of a text, their groups of three read together. */
function numbersIn(text: string): number[] {
  const found = text.matchAll(
    /(?<![\p{L}\p{N}_])(?<!\p{N}[.:/-])\d+(?:[,\u00a0\u202f ]\d{3}(?!\d))*(?![\p{L}\p{N}_]|[.,:/-]\d|\s?%)/gu,
  );
  return [...found].map(([number]) => Number(number.replace(/\D/g, "")));
}
