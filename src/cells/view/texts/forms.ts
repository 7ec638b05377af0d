/** Words that follow a number: `one` and `other` in English; `one`, `few`, `many` in Russian. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** "1,204 rows": number and word in the reader's language. */
export function counting(locale: string): (n: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale);
  return (n, forms) => `${digits.format(n)} ${forms[rules.select(n)] ?? forms.other}`;
}

export function sizing(locale: string, units: readonly string[]): (bytes: number) => string {
  const digits = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return (bytes) => {
    const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
    return `${digits.format(bytes / 1000 ** step)} ${units[step]}`;
  };
}

/** The names of a message, "a, b", each in quotes: “a” or “b”. */
export function choosing(locale: string, open: string, close: string): (names: string) => string {
  const list = new Intl.ListFormat(locale, { type: "disjunction" });
  return (names) => list.format(names.split(", ").map((one) => `${open}${one}${close}`));
}

/** `python` in a file is Python to a reader. */
export function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
