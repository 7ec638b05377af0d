import { byLevel } from "../caveat-order";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import type { Language } from "../texts";
import type { UnitEconomicsRequest } from "./lives";
import { byChannel } from "./query";
import type { UnitEconomicsResult } from "./result";
import { isFew } from "./verdict";

export function unitEconomicsCaveats(
  result: UnitEconomicsResult,
  request: UnitEconomicsRequest,
  { texts }: Language,
): Caveat[] {
  const { caveat } = texts.unitEconomics;
  const { params } = request;
  const { mode, curve, refused, customers } = result;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });
  if (curve.length > 0 && curve.length < params.horizon)
    add("reach", "flips", caveat.reach(curve.length, params.horizon));
  if (mode === "inputs") {
    if (params.measured === null) add("no-interval", "limits", caveat.noInterval);
    add("constant", "limits", caveat.constant);
  } else add("returned", "note", caveat.returned);
  if (isFew(result) && customers !== null) add("few", "limits", caveat.few(customers));
  if (refused) add("refused", "flips", caveat.refused[refused]);
  if (result.spent) {
    if (!byChannel(request)) add("blended", "limits", caveat.blended);
    add("same-month", "note", caveat.sameMonth);
  }
  if (result.budget) add("kept", "note", caveat.kept);
  add("inputs", "note", caveat.inputs);
  return byLevel([...caveats, ...(result.rows ? rowCaveats(result.rows, texts) : [])]);
}
