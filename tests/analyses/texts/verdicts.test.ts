import { describe, expect, test } from "vitest";
import type { Locale, Report } from "../../../src/analyses";
import { everythingSpoken, reportOf as made, textsOf, type Spoken } from "./spoken";

const locales: readonly Locale[] = ["en", "ru"];

/** Every test looks at the same reports. */
const reports = new Map(locales.map((locale) => [locale, new Map<Spoken, Report>()]));
function reportOf(one: Spoken, locale: Locale): Report {
  const known = reports.get(locale)!;
  const report = known.get(one) ?? made(one, locale);
  known.set(one, report);
  return report;
}

describe.each(locales)("in %s", (locale) => {
  test.each(everythingSpoken.map((one) => [one.name, one] as const))(
    "%s: no word is missing or banned",
    (_, one) => {
      const texts = textsOf(reportOf(one, locale));
      for (const wrong of [
        /undefined|NaN|Infinity|\[object|\{\w+\}/,
        /significan|значим/i,
        /±/,
        / {2}|\s[.,;:!?](\s|$)/,
      ])
        expect(texts.filter((text) => wrong.test(text))).toEqual([]);
    },
  );

  test.each(everythingSpoken.map((one) => [one.name, one] as const))(
    "%s: a sentence is a sentence",
    (_, one) => {
      const report = reportOf(one, locale);
      for (const text of [
        report.verdict.sentence,
        report.definition,
        ...report.caveats.map((caveat) => caveat.text),
      ]) {
        expect(text).toMatch(/^[«“\p{Lu}\d]/u);
        expect(text).toMatch(/[.?]$/);
      }
      expect(report.verdict.next).toMatch(/[.?]$/);
    },
  );

  test.each(everythingSpoken.map((one) => [one.name, one] as const))(
    "%s: each number of the verdict stands in a table, a finding or the form",
    (_, one) => {
      const report = reportOf(one, locale);
      const known = numbersShown(report, one);
      for (const number of numbersIn(withoutWords(report.verdict.sentence, locale), locale))
        expect(
          known.some((value) => isWrittenAs(value, number)),
          `${number} in “${report.verdict.sentence}”`,
        ).toBe(true);
    },
  );

  test.each(everythingSpoken.map((one) => [one.name, one] as const))(
    "%s: what could turn the decision comes first; every number has a base, and an interval or a reason",
    (_, one) => {
      const report = reportOf(one, locale);
      const levels = report.caveats.map(({ level }) => ["flips", "limits", "note"].indexOf(level));
      expect(levels).toEqual([...levels].sort());
      for (const finding of report.findings) {
        expect(finding.n).toBeGreaterThanOrEqual(0);
        expect(finding.interval ? finding.intervalText : finding.noInterval).not.toBe("");
      }
      for (const figure of report.figures) expect(report.tables.map(({ id }) => id)).toContain(figure.table);
      for (const { columns, rows } of report.tables)
        for (const row of rows) expect(Object.keys(row).sort()).toEqual(columns.map(({ key }) => key).sort());
    },
  );
});

test("a number that stands nowhere is found", () => {
  const one = everythingSpoken[0]!;
  const known = numbersShown(reportOf(one, "en"), one);
  const found = numbersIn("2,400 of 10,000, 24% and 24.1%, 2,401", "en");
  expect(found).toEqual(["2400", "10000", "24", "24.1", "2401"]);
  expect(found.map((number) => known.some((value) => isWrittenAs(value, number)))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(numbersIn("2 400 из 10 000, 24,1 %", "ru")).toEqual(["2400", "10000", "24.1"]);
});

test("both languages say the same numbers", () => {
  for (const one of everythingSpoken) {
    const [en, ru] = locales.map((locale) => reportOf(one, locale));
    const values = (report: Report) =>
      report.tables.map(({ rows }) =>
        rows.map((row) => Object.values(row).map(({ value }) => (typeof value === "number" ? value : null))),
      );
    expect(values(en!)).toEqual(values(ru!));
    expect(en!.verdict.level).toBe(ru!.verdict.level);
    expect(en!.caveats.map(({ id }) => id)).toEqual(ru!.caveats.map(({ id }) => id));
    expect(en!.method.formula).toHaveLength(ru!.method.formula.length);
  }
});

/** Dates and "38 of 100" are words, not numbers of the result. */
function withoutWords(sentence: string, locale: Locale): string {
  const months = Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(locale, { month: "long", day: "numeric", timeZone: "UTC" })
      .format(new Date(Date.UTC(2024, month, 15)))
      .replace(/[\d\s]/g, ""),
  );
  const name = `(?:${months.join("|")}|январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь)`;
  return sentence
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(new RegExp(`${name} \\d{1,2}, \\d{4}`, "g"), "")
    .replace(new RegExp(`(?:\\d{1,2} )?${name} \\d{4}`, "g"), "")
    .replace(/Q\d \d{4}|[IV]+ квартал \d{4}/g, "")
    .replace(/(?:That is|Это) [^.]*(?:of|из) 1[,\s]?0+\b/g, "");
}

function numbersIn(sentence: string, locale: Locale): string[] {
  const group = locale === "ru" ? " " : ",";
  const pattern =
    locale === "ru"
      ? /\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:,\d+)?/g
      : /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;
  return [...sentence.matchAll(pattern)].map(([text]) =>
    text.replaceAll(group, "").replace(locale === "ru" ? "," : /$^/, "."),
  );
}

/** Raw values of tables and findings, shares as percentages besides; and what the person put in. */
function numbersShown(report: Report, { request, result }: Spoken): number[] {
  const cells = report.tables.flatMap(({ rows }) =>
    rows.flatMap((row) => Object.values(row).map(({ value }) => value)),
  );
  const findings = report.findings.flatMap(({ value, n, interval }) => [value, n, interval]);
  return [...cells, ...findings, request.params, ...told(result)]
    .flatMap(numbersOf)
    .flatMap((value) => [value, value * 100]);
}

/** What a verdict tells besides: how long the series and the baseline are. */
function told(result: unknown): unknown[] {
  const { trend, baseline } = result as {
    trend?: { periods?: number };
    baseline?: { found: number; wanted: number };
  };
  return [trend?.periods, baseline?.found, baseline?.wanted];
}

function numbersOf(value: unknown): number[] {
  if (typeof value === "number") return [Math.abs(value)];
  if (Array.isArray(value)) return value.flatMap(numbersOf);
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(numbersOf) : [];
}

/** Rounded to the digits it is written with; a day that is not whole is told as the next. */
function isWrittenAs(value: number, written: string): boolean {
  const digits = written.split(".")[1]?.length ?? 0;
  return (
    Math.abs(value - Number(written)) <= 0.5 * 10 ** -digits + 1e-9 || Math.ceil(value) === Number(written)
  );
}
