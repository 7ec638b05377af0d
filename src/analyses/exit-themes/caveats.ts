import { byLevel } from "../caveat-order";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { leastKappa, looksUncoded, shareOfNew } from "./judge";
import type { ExitResult } from "./result";
import type { ExitRequest } from "./source";

export function exitCaveats(
  result: ExitResult,
  { params }: ExitRequest,
  { texts, format }: Language,
): Caveat[] {
  const { caveat } = texts.exitThemes;
  const { coverage, themes, agreement } = result;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });
  if (looksUncoded(result)) add("free-text", "flips", caveat.freeText(result.once, result.different));
  if (coverage.n > coverage.x) add("coverage", "limits", caveat.coverage(coverage.x, coverage.n));
  const [first] = themes;
  if (first && isSmallSample(first.share))
    add("small-sample", "limits", texts.base.caveat.smallSample(first.share.x, first.share.n));
  const fresh = shareOfNew(result);
  if (fresh !== null && fresh > 0.1) add("new-themes", "limits", caveat.new(format.percent(fresh)));
  const apart = agreement?.themes.filter((one) => one.kappa !== null && one.kappa < leastKappa).length ?? 0;
  if (apart > 0) add("kappa", "limits", caveat.kappa(apart));
  if (result.currencies.length > 1) add("currencies", "limits", caveat.currencies(result.currencies));
  if (result.money && result.money.unknown > 0)
    add("unknown-mrr", "note", caveat.unknown(result.money.unknown));
  if (result.undated > 0) add("undated", "note", caveat.undated(result.undated));
  if (result.pairs.length > 0) add("several", "note", caveat.several);
  if (result.different > themes.length) add("capped", "note", caveat.capped(themes.length, result.different));
  if (params.mode === "contracts" && params.asOf === "auto" && result.asOf)
    add("as-of-auto", "limits", texts.base.caveat.asOfAuto(result.asOf));
  return byLevel([...caveats, ...(result.rows ? rowCaveats(result.rows, texts) : [])]);
}
