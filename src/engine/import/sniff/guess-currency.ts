/** What stands for a currency beside an amount: a sign, a code of three letters, a word. Letters stand apart from the digits. */
const token = String.raw`(?:[A-Z]{1,3})?\p{Sc}|[A-Z]{3}|руб\.?|р\.|грн\.?|тг\.?|zł|kr\.?|Kč|Ft`;
const blank = String.raw`[\s\u00a0\u202f\u2009]`;
const sign = String.raw`[-\u2212]`;
const before = new RegExp(`^(\\(|${sign}${blank}?)?(${token})(${blank}?)(${sign}?)(?=\\d)`, "u");
const after = new RegExp(`(?<=\\d)(${blank}?)(${token})(\\)?)$`, "u");

const codes = new Set(Intl.supportedValuesOf("currency"));

/** The one currency of all amounts; undefined where there are none, or several: their sum would be of nothing. */
export function guessCurrency(cells: readonly string[]): string | undefined {
  const found = new Set(cells.map(currencyOf));
  // A nought, or a bare amount among the others, is of the same currency.
  found.delete(null);
  const [currency, ...others] = found;
  return others.length ? undefined : (currency ?? undefined);
}

/** The amount alone, its minus and its brackets with it. */
export function withoutCurrency(cell: string): string {
  return cell
    .replace(before, (_, open: string = "", _currency, _blank, minus: string) => open + minus)
    .replace(after, "$3");
}

function currencyOf(cell: string): string | null {
  const [, , first, space] = before.exec(cell) ?? [];
  const [, gap, last] = after.exec(cell) ?? [];
  const [currency, between] = first ? [first, space] : [last, gap];
  if (!currency) return null;
  const isSign = /\p{Sc}$/u.test(currency);
  if (!isSign && !between) return null;
  return isSign || !/^[A-Z]{3}$/.test(currency) || codes.has(currency) ? currency : null;
}
