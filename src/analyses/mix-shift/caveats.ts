import { byLevel } from "../caveat-order";
import { probabilityText } from "../findings";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import { outcomeCaveats } from "../segments/caveats";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { sideNames } from "./names";
import type { MixShiftResult } from "./result";
import { asOutcome, type MixShiftRequest } from "./sides";

/** What limits the comparison, the worst first. */
export function mixShiftCaveats(
  result: MixShiftResult,
  request: MixShiftRequest,
  language: Language,
): Caveat[] {
  const { texts } = language;
  const { caveat } = texts.mixShift;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });
  const { by, first, second, homogeneity, standardised, overlap, late, neither } = result;
  const all = first.n + second.n;
  if (result.reversal)
    add("reversal", "flips", isBeyond(result) ? caveat.overall(by) : caveat.overallMay(by));
  outcomeCaveats(result, asOutcome(request), add, language);
  if (homogeneity && homogeneity.p < 0.05)
    add("unequal", "limits", caveat.unequal(probabilityText(homogeneity.p, language)));
  if (standardised && standardised.leftOut > 0)
    add(
      "left-out",
      standardised.leftOut > 0.05 * all ? "limits" : "note",
      caveat.leftOut(standardised.leftOut, all),
    );
  const names = sideNames(result, language);
  for (const side of ["first", "second"] as const) {
    const share = result[side];
    if (isSmallSample(share)) add(`small-${side}`, "limits", caveat.small(names[side], share.x, share.n));
  }
  if (result.isStatic && all > 0) add("static", "limits", texts.segments.caveat.static);
  const missing = result.strata.find(({ kind }) => kind === "unknown");
  const unknown = missing ? missing.first.n + missing.second.n : 0;
  if (unknown > 0) add("unknown", unknown > 0.05 * all ? "limits" : "note", caveat.unknown(by, unknown, all));
  if (late > 0) add("late", late > 0.05 * all ? "limits" : "note", caveat.late(by, late, all));
  if (overlap && overlap.n > 0) add("overlap", "note", caveat.overlap(overlap.n));
  if (neither > 0) add("neither", "note", caveat.neither(neither));
  return byLevel([...caveats, ...rowCaveats(result.rows, texts)]);
}

/** The totals differ by what like customers surely do not: only then do they mislead, and not only may. */
function isBeyond({ crude, adjusted }: MixShiftResult): boolean {
  return (
    crude !== null &&
    adjusted !== null &&
    (crude.value < adjusted.interval[0] || crude.value > adjusted.interval[1])
  );
}
