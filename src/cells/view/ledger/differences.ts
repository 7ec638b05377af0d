import { paramText, paramTextsOf, type AnyCard, type Language } from "../../../analyses";
import type { Trial } from "../../model";
import type { Texts } from "../texts";

/** What another variant changed, each in words: parameters, what the columns mean, the data. */
export function differences(
  analysis: AnyCard,
  before: Trial,
  now: Trial,
  language: Language,
  { ledger }: Texts,
): readonly string[] {
  const names = Object.keys(analysis.params).filter((param) => param in before.params || param in now.params);
  const changed = names.flatMap((param) => {
    const [old, given] = [before.params[param], now.params[param]];
    if (JSON.stringify(old) === JSON.stringify(given)) return [];
    const text = (value: unknown) =>
      value === undefined ? ledger.nothing : paramText(analysis, param, value, language) || ledger.nothing;
    return [ledger.changed(paramTextsOf(analysis, param, language).label, text(old), text(given))];
  });
  const isMeaning = changed.length === 0 && before.settings !== now.settings;
  return [
    ...changed,
    ...(isMeaning ? [ledger.meaning] : []),
    ...(before.data === now.data ? [] : [ledger.otherData]),
  ];
}
