export type Locale = "en" | "ru";

/** How numbers and days are written in one language. A day is an ISO date; its name does not depend on the machine's zone. */
export interface Formats {
  readonly count: (n: number) => string;
  readonly number: (value: number, digits?: number) => string;
  /** In running text: one digit where it says something; never 0 % of something nor 100 % of almost all. */
  readonly percent: (share: number) => string;
  /** In a column: always one digit, so that figures stand under each other. */
  readonly percentColumn: (share: number) => string;
  /** The share with as many digits as keep it, when read, on its own side of each of the others written the same way. */
  readonly percentBeside: (share: number, others: readonly number[]) => string;
  /** A difference of shares in percentage points, without the unit; a small one keeps a digit that is not nought. */
  readonly points: (difference: number) => string;
  readonly day: (iso: string) => string;
  readonly dayShort: (iso: string) => string;
  readonly month: (iso: string) => string;
  readonly monthShort: (iso: string) => string;
  readonly plural: <T>(n: number, forms: PluralForms<T>) => T;
  readonly list: (items: readonly string[]) => string;
}

/** English has `one` and `other`; Russian `one`, `few`, `many`, and `other` for fractions. */
export interface PluralForms<T> {
  readonly one: T;
  readonly few?: T;
  readonly many?: T;
  readonly other: T;
}

// The texts are made when the page is loaded, before the reader is known; dates are written when they are asked for.
const readers: Record<Locale, string> = { en: "en", ru: "ru" };

/** "31 December 2025" for a reader of "en-GB", "December 31, 2025" for one of "en-US". A page has one reader. */
export function writeDatesFor(locale: Locale, reader: string): void {
  readers[locale] = wellFormed.test(reader) && reader.toLowerCase().startsWith(locale) ? reader : locale;
}

/** The locale in which dates are written for the reader of this language. */
export function readerOf(locale: Locale): string {
  return readers[locale];
}

// Some browsers name locales that Intl refuses, such as "en-US@posix".
const wellFormed = /^[a-z]{2}(-[a-z0-9]{2,8})*$/i;

export function formatsOf(locale: Locale): Formats {
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const rules = new Intl.PluralRules(locale);
  const date = (options: Intl.DateTimeFormatOptions) => {
    const written = new Map<string, Intl.DateTimeFormat>();
    return (iso: string) => {
      const tag = readers[locale];
      const format = written.get(tag) ?? new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" });
      written.set(tag, format);
      return format.format(new Date(`${iso}T00:00:00Z`));
    };
  };
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return {
    count: (n) => count.format(n),
    number: (value, digits = 1) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value),
    percent: (share) => percent(locale, share, 0, 1),
    percentColumn: (share) => percent(locale, share, 1, 1),
    percentBeside: (share, others) =>
      percent(locale, share, 0, Math.max(1, ...others.map((other) => digitsApart(share, other)))),
    points: (difference) => points(locale, difference * 100),
    day: yearInFull(date({ day: "numeric", month: "long", year: "numeric" })),
    dayShort: yearAlone(date({ day: "numeric", month: "short", year: "numeric" })),
    month: yearInFull(date({ month: "long", year: "numeric" })),
    monthShort: yearAlone(date({ month: "short", year: "numeric" })),
    plural: (n, forms) => {
      const rule = rules.select(n);
      return (rule === "one" || rule === "few" || rule === "many" ? forms[rule] : undefined) ?? forms.other;
    },
    list: (items) => list.format(items),
  };
}

// Russian dates end in an abbreviated "year" before which a sentence's full stop would be lost.
const shortYear = /[\s\u00a0\u202f]г\.$/u;

function yearInFull(format: (iso: string) => string): (iso: string) => string {
  return (iso) => format(iso).replace(shortYear, "\u00a0года");
}

function yearAlone(format: (iso: string) => string): (iso: string) => string {
  return (iso) => format(iso).replace(shortYear, "");
}

function percent(locale: Locale, share: number, fewest: number, most: number): string {
  const format = new Intl.NumberFormat(locale, {
    style: "percent",
    minimumFractionDigits: fewest,
    maximumFractionDigits: most,
  });
  const step = 10 ** -(most + 2);
  if (share > 0 && share < step / 2) return `<${nbsp(locale)}${format.format(step)}`;
  if (share < 1 && share > 1 - step / 2) return `>${nbsp(locale)}${format.format(1 - step)}`;
  return format.format(share);
}

// "< 0,1 %" is set with a space in Russian, "<0.1%" without one in English.
function nbsp(locale: Locale): string {
  return locale === "ru" ? "\u00a0" : "";
}

function points(locale: Locale, value: number): string {
  const digits = value === 0 ? 1 : Math.min(9, Math.max(1, 1 - Math.floor(Math.log10(Math.abs(value)))));
  const written = new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  return written.replace("-", "−");
}

/** How many digits of a percentage tell two shares apart; equal shares need no more than usual. */
function digitsApart(a: number, b: number): number {
  const rounded = (share: number, digits: number) => Number((share * 100).toFixed(digits));
  for (let digits = 1; digits < 9; digits++) {
    if (Math.sign(rounded(a, digits) - rounded(b, digits)) === Math.sign(a - b)) return digits;
  }
  return 9;
}
