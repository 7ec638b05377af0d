import { byLevel } from "../caveat-order";
import { isPassiveRule } from "../passive-events";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import type { LoopRequest } from "./life";
import type { LoopResult } from "./result";
import { measureOf } from "./stages-query";
import { saidOf, stageName } from "./words";

export function caveatsOf(result: LoopResult, { data, params }: LoopRequest, language: Language): Caveat[] {
  const { texts } = language;
  const { caveat } = texts.loop;
  const told: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => told.push({ id, level, text });
  const { chosen, stages, invites, nps } = result;
  if (chosen.guessed.length) add("guessed", "flips", caveat.guessed(chosen.guessed));
  if (isPassiveRule(data.rule)) add("logins-only", "flips", texts.base.caveat.loginsOnly);
  for (const { id, share } of stages) {
    const [event] = measureOf(chosen, id).done;
    if (share.n > 0 && share.x === 0 && event !== undefined)
      add(`nobody-${id}`, "limits", caveat.nobody(event));
    else if (isSmallSample(share))
      add(`small-${id}`, "limits", caveat.small(stageName(id, params, language), share.x, share.n));
  }
  const compared = stages.filter(({ kept }) => kept.difference);
  if (compared.length) add("association", "limits", caveat.association);
  const gone = Math.max(0, ...stages.map(({ kept }) => kept.gone.done + kept.gone.missed));
  if (compared.length && gone > 0) add("landmark", "note", caveat.landmark(gone));
  const last = invites?.marks.at(-1);
  if (last && chosen.accepted === null) add("no-accepted", "limits", caveat.noAccepted);
  if (last && chosen.accepted !== null && chosen.stages.amplify.done.length && last.accepted > last.sent)
    add("more-accepted", "flips", caveat.moreAccepted(last.accepted, last.sent));
  const quarter = nps?.quarters.findLast(({ response }) => response !== null);
  if (quarter?.response && quarter.response.n > 0)
    add("response", "limits", caveat.response(saidOf(quarter.response, language)));
  else if (nps?.quarters.length) add("no-response", "limits", caveat.noResponse);
  if (nps && nps.refused > 0) add("refused-scores", "limits", caveat.refusedScores(nps.refused, nps.given));
  if (chosen.door === null) add("no-door", "note", caveat.noDoor);
  const open = Math.max(0, ...stages.map((stage) => stage.open));
  if (open > 0) add("open", "note", caveat.open(open));
  return byLevel([...told, ...rowCaveats(result.rows, texts)]);
}
