import { byLevel } from "../caveat-order";
import { leverExclusions } from "../levers/population";
import { leverDays } from "../levers/overlap";
import { isPassiveRule } from "../passive-events";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import type { Language } from "../texts";
import { bounds } from "./checks";
import { leverTitle } from "./names";
import { chosenOf, type ScoreResult } from "./result";
import type { ScoreRequest } from "./params";

/** What limits the score, the worst first. */
export function scoreCaveats(
  result: ScoreResult,
  { data, params }: ScoreRequest,
  language: Language,
): Caveat[] {
  const { texts, format } = language;
  const { caveat, version } = texts.adoptionScore;
  const shared = texts.levers.caveat;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });
  const { facts, gate, levers, incomplete, contenders, scored } = result;
  const chosen = chosenOf(result);
  const titles = (places: readonly number[]) => places.map((place) => leverTitle(levers[place]!, language));
  if (facts && chosen) {
    const leaking = chosen.checks.find(({ check }) => check === "leak")?.levers ?? [];
    if (leaking.length) add("leak", "flips", caveat.leak(titles(leaking)));
    if (leverDays(params) === null) add("windows", "limits", shared.windows);
    if (params.mode !== "columns" && isPassiveRule(data.rule))
      add("logins-only", "flips", texts.base.caveat.loginsOnly);
    const constant = levers.flatMap(({ on }, i) => (on.x === 0 || on.x === on.n ? [i] : []));
    if (constant.length) add("constant", "limits", caveat.constant(titles(constant)));
    const against = chosen.checks.find(({ check }) => check === "signs")?.levers ?? [];
    if (against.length) add("against", "limits", caveat.against(titles(against), chosen.version === "equal"));
    if (gate?.colour === "amber" && gate.needed !== null)
      add("amber", "limits", caveat.amber(gate.events, gate.rarer, gate.needed));
    if (gate?.mostLevers && levers.length > gate.mostLevers)
      add("too-many", "limits", caveat.tooMany(levers.length, gate.mostLevers));
    if (incomplete.customers > 0)
      add(
        "incomplete",
        incomplete.customers > facts.used * (1 - bounds.coverage) ? "limits" : "note",
        caveat.incomplete(
          incomplete.customers,
          facts.used,
          format.percent(incomplete.customers / facts.used),
        ),
      );
    if (result.controls.length === 0) add("no-controls", "limits", caveat.noControls);
    const missing = contenders.filter(({ ok }) => !ok);
    for (const one of missing)
      if (!one.ok)
        add(`without-${one.version}`, "limits", caveat.withoutVersion(version[one.version], one.why));
    if (levers.length < 3) add("few-levers", "note", caveat.fewLevers);
    if (contenders.length > 1)
      add("selection", "note", caveat.selection(contenders.length, chosen.later !== null));
    add("association", "note", shared.association);
    if (scored && scored.partial > 0) add("partial", "note", caveat.partial(scored.partial));
  }
  if (facts)
    for (const why of leverExclusions) {
      const n = facts.excluded[why] ?? 0;
      if (n > 0) add(why, n > facts.customers * 0.1 ? "limits" : "note", shared.excluded[why](n));
    }
  return byLevel([...caveats, ...(result.rows ? rowCaveats(result.rows, texts) : [])]);
}
