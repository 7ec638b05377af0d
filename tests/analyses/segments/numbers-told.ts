import type { Locale, Report } from "../../../src/analyses";

/** Numbers of a text as a reader sees them; natural frequencies and dates are words. */
export function numbersIn(text: string, locale: Locale): string[] {
  const plain = text
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/(?:That is|Это) [^.]*(?:of|из) 1[,\s]?0+\b/g, "")
    .replace(/(?:That is|Это) [^.]*\./g, "")
    .replace(/[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [а-я]+ \d{4} года/g, "");
  const pattern =
    locale === "ru"
      ? /\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:,\d+)?/g
      : /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;
  return [...plain.matchAll(pattern)].map(([found]) =>
    found.replaceAll(locale === "ru" ? " " : ",", "").replace(locale === "ru" ? "," : /$^/, "."),
  );
}

/** Everything a report shows as a number, shares as percentages besides; and what is written, such as "> 99.9%". */
export function numbersShown(
  { tables, findings }: Report,
  locale: Locale,
  more: readonly number[] = [],
): number[] {
  const cells = tables.flatMap(({ rows }) =>
    rows.flatMap((row) => Object.values(row).map(({ value }) => value)),
  );
  const told = findings.flatMap(({ value, n, interval }) => [value, n, interval]);
  const written = tables.flatMap(({ rows }) =>
    rows.flatMap((row) => Object.values(row).flatMap(({ text }) => numbersIn(text, locale).map(Number))),
  );
  return [
    ...[...cells, ...told, ...more].flatMap(numbersOf).flatMap((value) => [value, value * 100]),
    ...written,
  ];
}

/** Rounded to the digits it is written with. */
export function isShown(written: string, shown: readonly number[]): boolean {
  const digits = written.split(".")[1]?.length ?? 0;
  // Halves round either way in binary.
  return shown.some((value) => Math.abs(value - Number(written)) <= 0.5 * 10 ** -digits + 1e-9);
}

function numbersOf(value: unknown): number[] {
  if (typeof value === "number") return [Math.abs(value)];
  return Array.isArray(value) ? value.flatMap(numbersOf) : [];
}
