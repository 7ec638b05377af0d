import { byLevel } from "../caveat-order";
import { probabilityText } from "../findings";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import type { Language } from "../texts";
import { mostOff } from "./held";
import type { RenewalProjectionRequest } from "./lives";
import type { RenewalProjectionResult } from "./result";

export function renewalProjectionCaveats(
  result: RenewalProjectionResult,
  { params }: RenewalProjectionRequest,
  language: Language,
): Caveat[] {
  const { texts, format } = language;
  const told = texts.renewalProjection.caveat;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });
  const { fit, held, alike, cohorts, offTerm } = result;

  for (const fault of result.faults.slice(0, 5)) add("left-out", "flips", told.fault(fault));
  if (
    result.mode === "columns" &&
    params.atStart === null &&
    cohorts.some(({ customers }) => looksLikeShare(customers))
  )
    add("shares", "flips", told.shares);
  if (fit.ok) {
    if (held && held.error > mostOff)
      add("missed", "flips", told.missed({ n: held.renewals, error: format.percent(held.error) }));
    if (!held) add("not-held", "note", told.notHeld);
    if (alike && alike.p < 0.05)
      add("cohorts-differ", "flips", told.differ(probabilityText(alike.p, language)));
    else if (cohorts.length > 1) add("pooled", "limits", told.pooled(cohorts.length));
    if (fit.renewals < 3) add("few-renewals", "limits", told.few(fit.renewals));
    if (result.lost < 30) add("small-sample", "limits", told.small(Math.round(result.lost)));
    add("out-of-model", "note", told.outOfModel);
  }
  if (offTerm?.rate != null && offTerm.rate > 0.2)
    add("off-term", "limits", told.offTerm(offTerm.x, offTerm.n, format.percent(offTerm.rate)));
  if (result.mode === "contracts" && params.term < 12 && fit.ok) add("seasonal", "note", told.seasonal);
  const waiting = result.customers - result.followed;
  if (result.mode === "contracts" && waiting > 0) add("not-yet", "note", told.notYet(waiting));
  return byLevel([...caveats, ...(result.rows ? rowCaveats(result.rows, texts) : [])]);
}

function looksLikeShare(first: number): boolean {
  return first <= 100 || !Number.isInteger(first);
}
