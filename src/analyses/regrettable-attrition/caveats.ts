import { byLevel } from "../caveat-order";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import type { RegrettableRequest } from "./fit-rule";
import type { RegrettableResult } from "./result";

export function regrettableCaveats(
  result: RegrettableResult,
  { params }: RegrettableRequest,
  { texts }: Language,
): Caveat[] {
  const { caveat } = texts.regrettable;
  const { period, fit, unknown, all } = result;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });
  if (result.refused || !period) return result.rows ? byLevel(rowCaveats(result.rows, texts)) : [];

  if (params.fixedOn === "auto") add("undated", "limits", caveat.undated);
  else if (params.fixedOn >= period.asOf)
    add("fixed-after", "flips", caveat.after(params.fixedOn, period.asOf));
  else if (params.fixedOn >= period.start)
    add("fixed-during", "limits", caveat.during(params.fixedOn, period.start));
  if (separates(result)) add("separates", "flips", caveat.separates);
  if (!result.isDated) add("static", "limits", caveat.static);
  if (isSmallSample(fit)) add("small-sample", "limits", texts.base.caveat.smallSample(fit.x, fit.n));
  if (unknown.n > 0)
    add(
      "unknown",
      unknown.n > all.n * 0.1 || unknown.x > all.x * 0.1 ? "limits" : "note",
      caveat.unknown(unknown.n, all.n),
    );
  if (result.later > 0) add("later", "limits", caveat.later(result.later));
  if (result.contradicting > 0) add("contradicting", "limits", caveat.contradicting(result.contradicting));
  if (result.unreadable > 0) add("unreadable", "limits", caveat.unreadable(result.unreadable));
  if (params.mode === "contracts" && params.asOf === "auto")
    add("as-of-auto", "limits", texts.base.caveat.asOfAuto(period.asOf));
  return byLevel([...caveats, ...(result.rows ? rowCaveats(result.rows, texts) : [])]);
}

/** An attribute hardly ever parts who leaves from who stays without a single error; an outcome always does. */
function separates({ fit, unfit }: RegrettableResult): boolean {
  return fit.n >= 5 && unfit.n >= 5 && fit.x === 0 && unfit.x === unfit.n;
}
