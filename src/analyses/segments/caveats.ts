import { byLevel } from "../caveat-order";
import { isPassiveRule } from "../passive-events";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import type { SegmentsRequest } from "./dimensions-of";
import { fullName } from "./names";
import type { OutcomeRequest } from "./outcome";
import type { Outcome, SegmentsResult } from "./result";

type Add = (id: string, level: Caveat["level"], text: string) => void;

/** What limits the comparison, the worst first. */
export function segmentsCaveats(
  result: SegmentsResult,
  request: SegmentsRequest,
  language: Language,
): Caveat[] {
  const { texts, format } = language;
  const { caveat } = texts.segments;
  const caveats: Caveat[] = [];
  const add: Add = (id, level, text) => caveats.push({ id, level, text });
  const all = result.overall.n;
  reversalCaveats(result, add, language);
  for (const { column, isLeak } of result.dimensions)
    if (isLeak) add(`leak-${column}`, "flips", caveat.leak(column));
  outcomeCaveats(result, request, add, language);
  if (result.isStatic && all > 0) add("static", "limits", caveat.static);
  for (const { column, late, changed, segments } of result.dimensions) {
    if (late > 0)
      add(`late-${column}`, late > all * 0.05 ? "limits" : "note", caveat.late(column, late, all));
    if (changed > 0)
      add(
        `changed-${column}`,
        changed > all * 0.05 ? "limits" : "note",
        caveat.changed(column, changed, all),
      );
    const missing = segments.find(({ kind }) => kind === "unknown");
    if (missing && missing.rest.rate !== null && missing.share.n > all * 0.05)
      add(
        `unknown-${column}`,
        "limits",
        caveat.unknown(
          column,
          missing.share.n,
          all,
          format.percent(missing.share.rate ?? 0),
          format.percent(missing.rest.rate),
        ),
      );
  }
  const small = result.top.flatMap(({ dimension, segment }) => {
    const found = result.dimensions[dimension]!;
    const one = found.segments[segment]!;
    return isSmallSample(one.share) ? [fullName(found, one, language)] : [];
  });
  if (small.length) add("small-sample", "limits", caveat.small(small));
  for (const { a, b, cramerV } of result.overlaps)
    if (cramerV >= closeTogether)
      add(
        `overlap-${a}-${b}`,
        "note",
        caveat.overlap(result.dimensions[a]!.column, result.dimensions[b]!.column, format.number(cramerV, 2)),
      );
  return byLevel([...caveats, ...rowCaveats(result.rows, texts)]);
}

/** Cramér's V from which two columns tell nearly the same. */
const closeTogether = 0.5;

/** What limits the outcome itself. */
export function outcomeCaveats(
  { mode, period, status }: Outcome,
  { data, params }: OutcomeRequest,
  add: Add,
  { texts }: Language,
): void {
  const { caveat } = texts.segments;
  if ((mode === "snapshot" || mode === "interval") && isPassiveRule(data.rule))
    add("logins-only", "flips", texts.base.caveat.loginsOnly);
  if (mode === "contracts" && period && params.asOf === "auto")
    add("as-of-auto", "limits", texts.base.caveat.asOfAuto(period.asOf));
  if (status && status.contradictory > 0)
    add("contradictory", "limits", caveat.contradictory(status.contradictory));
  if (status && status.unknown > 0) add("no-status", "limits", caveat.noStatus(status.unknown));
}

/** One for each difference told, by the column within which it changes most; the others are named. */
function reversalCaveats(result: SegmentsResult, add: Add, language: Language): void {
  const { texts } = language;
  const { base } = texts;
  result.top.forEach(({ dimension, segment }, place) => {
    const [worst, ...others] = result.reversals
      .filter(({ top }) => top === place)
      .sort((a, b) => Math.abs(b.adjusted - b.crude) - Math.abs(a.adjusted - a.crude));
    if (!worst) return;
    const found = result.dimensions[dimension]!;
    const [low, high] = worst.adjustedInterval;
    add(
      `reversal-${place}`,
      "flips",
      texts.segments.caveat.reversal({
        name: fullName(found, found.segments[segment]!, language),
        by: worst.by,
        kind: worst.kind,
        crude: base.points(worst.crude),
        adjusted: base.points(worst.adjusted),
        interval: base.interval(base.points(low), base.points(high)),
        also: others.map(({ by }) => by),
      }),
    );
  });
}
