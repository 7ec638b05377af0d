import type { ColumnProfile } from "../../../engine";
import type { Texts } from "../texts";

export function distinctWords(
  { data, count }: Texts,
  { distinct, distinctIsEstimate }: ColumnProfile,
): string {
  return data.distinct(count.number(distinct), distinctIsEstimate);
}

/** Some missing never reads as none, and not all as all. */
export function missingWords({ explorer }: Texts, locale: string, { filled, rows }: ColumnProfile): string {
  if (rows === 0 || filled === rows) return explorer.noneMissing;
  const share = (rows - filled) / rows;
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const least = 0.001;
  const shown = filled === 0 ? 1 : Math.min(Math.max(share, least), 1 - least);
  const text = percent.format(shown);
  return explorer.missingShare(
    share < least ? `< ${text}` : share > 1 - least && filled > 0 ? `> ${text}` : text,
  );
}
