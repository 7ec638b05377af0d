import type { Finding } from "./report";
import type { Share } from "./share";
import type { Language } from "./texts";

/** A share as a finding: with its interval, or with the reason why there is none. */
export function shareFinding(
  id: string,
  label: string,
  share: Share,
  caveats: readonly string[],
  language: Language,
): Finding {
  const { texts, format } = language;
  const told = { id, label, value: share.rate, n: share.n, caveats };
  if (share.rate === null || share.interval === null)
    return { ...told, text: texts.base.noBase, interval: null, noInterval: texts.base.noInterval.noBase };
  return {
    ...told,
    text: format.percent(share.rate),
    interval: share.interval,
    intervalText: intervalText(share.interval, language),
  };
}

/** A p or q value: four digits, never 0 of what is possible. */
export function probabilityText(p: number, { format }: Pick<Language, "format">): string {
  return p < 0.0001 ? `< ${format.number(0.0001, 4)}` : format.number(p, 4);
}

export function intervalText(
  interval: readonly [number, number] | null,
  { texts, format }: Pick<Language, "texts" | "format">,
): string {
  if (!interval) return texts.base.noBase;
  return texts.base.interval(format.percent(interval[0]), format.percent(interval[1]));
}

export function intervalColumn(
  interval: readonly [number, number] | null,
  { texts, format }: Language,
): string {
  if (!interval) return texts.base.noBase;
  return texts.base.interval(format.percentColumn(interval[0]), format.percentColumn(interval[1]));
}
