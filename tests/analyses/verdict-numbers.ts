import { expect } from "vitest";
import {
  languageOf,
  type Analysis,
  type Locale,
  type ParamSpecs,
  type Report,
  type Request,
} from "../../src/analyses";

/** Each number of the verdict's sentence, in both languages, is that of a cell or a finding as it is rounded there. */
export function expectVerdictFromTables<P extends ParamSpecs, R>(
  analysis: Analysis<P, R>,
  request: Request<P>,
  result: R,
  besides: readonly number[] = [],
): void {
  for (const locale of ["en", "ru"] as const) {
    const report = analysis.report(result, request, languageOf(locale));
    const known = [...numbersShown(report), ...besides];
    for (const number of numbersIn(report.verdict.sentence, locale))
      expect(
        known.some((value) => isWrittenAs(value, number)),
        `${number} in “${report.verdict.sentence}”`,
      ).toBe(true);
    const texts = [
      report.verdict.sentence,
      report.definition,
      ...report.caveats.map(({ text }) => text),
      ...report.tables.flatMap(({ rows }) =>
        rows.flatMap((row) => Object.values(row).map(({ text }) => text)),
      ),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(/undefined|NaN|Infinity|\[object|\{\w+\}/);
      expect(text).not.toMatch(/significan|значим/i);
    }
  }
}

/** Without dates, and without the words of natural frequencies ("38 of 100"). */
function numbersIn(sentence: string, locale: Locale): string[] {
  const plain = sentence
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/\p{L}+ \d{1,2}, \d{4}|(?:\d{1,2} )?\p{L}{3,} (?:19|20)\d{2}(?!\d)(?: года)?/gu, "")
    .replace(/Q\d \d{4}|[IV]+ квартал \d{4} года/g, "")
    // "<0.1%" and ">99.9%" say on which side of a bound a share is.
    .replace(/[<>] ?\d+(?:[.,]\d+)?/g, "")
    .replace(/(?:That is|Это) [^.]*?(?:of|из) 1[,\s]?0+\b/g, "");
  const pattern =
    locale === "ru"
      ? /\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:,\d+)?/g
      : /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;
  return [...plain.matchAll(pattern)].map(([text]) =>
    text.replaceAll(locale === "ru" ? " " : ",", "").replace(locale === "ru" ? "," : /$^/, "."),
  );
}

function numbersShown({ tables, findings }: Report): number[] {
  const cells = tables.flatMap(({ rows }) =>
    rows.flatMap((row) => Object.values(row).map(({ value }) => value)),
  );
  return [...cells, ...findings.flatMap(({ value, n, interval }) => [value, n, interval])]
    .flatMap(numbersOf)
    .flatMap((value) => [value, value * 100]);
}

function numbersOf(value: unknown): number[] {
  if (typeof value === "number") return [Math.abs(value)];
  return Array.isArray(value) ? value.flatMap(numbersOf) : [];
}

function isWrittenAs(value: number, written: string): boolean {
  const digits = written.split(".")[1]?.length ?? 0;
  return Math.abs(value - Number(written)) <= 0.5 * 10 ** -digits + 1e-9;
}
