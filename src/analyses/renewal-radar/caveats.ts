import { byLevel } from "../caveat-order";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import type { Language } from "../texts";
import { near } from "./bands";
import { bandOf, type RadarResult } from "./result";
import type { RadarRequest } from "./source";

export function radarCaveats(result: RadarResult, { params }: RadarRequest, { texts }: Language): Caveat[] {
  const { caveat } = texts.renewalRadar;
  const { asOf, facts, usage, list } = result;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });
  if (result.isDisordered || asOf === null) return result.rows ? byLevel(rowCaveats(result.rows, texts)) : [];

  if (params.asOf === "auto") add("as-of-auto", "limits", caveat.asOf(asOf));
  add("auto-renewal", "limits", caveat.autoRenewal);
  const open = bandOf(result, "open").contracts;
  if (open > 0) add("open", "limits", caveat.open(open));
  if (result.currencies.length > 1) add("currencies", "limits", caveat.currencies(result.currencies));
  const unknown = result.bands.reduce((sum, band) => sum + (band.band === "open" ? 0 : band.unknown), 0);
  if (result.hasMoney && unknown > 0) add("unknown-mrr", "limits", caveat.unknown(unknown));
  if (facts.shortened > 0) add("shortened", "note", caveat.shortened(facts.shortened));
  if (facts.renewed > 0) add("renewed", "note", caveat.renewed(facts.renewed));
  if (usage?.until && usage.until < asOf) add("usage", "limits", caveat.usage(usage.until));
  const all = near.reduce((sum, band) => sum + bandOf(result, band).contracts, 0);
  if (list.length < all) add("listed", "note", caveat.listed(list.length, all));
  // Contracts that begin after today are not left out as late: they tell which others are renewed.
  const rows = result.rows ? rowCaveats(result.rows, texts).filter(({ id }) => id !== "after-as-of") : [];
  return byLevel([...caveats, ...rows]);
}
