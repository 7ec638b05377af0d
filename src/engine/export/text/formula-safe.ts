/**
 * Spreadsheets take a text that begins with one of these for a formula when they open delimited text, and a formula can run
 * programs and send cells away. OWASP, "CSV Injection"; the full-width forms are Excel's in East Asia.
 */
const beginsFormula = /^[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;

/** Nothing but a number: no formula can come of it. `+79161234567` is one, `-2+3` is not. */
const isNumber = /^[+-]\d+([.,]\d+)?$/;

export function isFormulaLike(text: string): boolean {
  return beginsFormula.test(text) && !isNumber.test(text);
}

/** The apostrophe makes it a text to every spreadsheet; in a file it is seen, which is the price of it. */
export function neutralised(text: string): string {
  return `'${text}`;
}
