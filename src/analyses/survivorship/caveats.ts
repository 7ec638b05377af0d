import { byLevel } from "../caveat-order";
import { leverDays } from "../levers/overlap";
import { isPassiveRule } from "../passive-events";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import { newcombe } from "../stats/newcombe";
import type { Language } from "../texts";
import type { SurvivorshipRequest } from "./behaviours";
import { asLevers } from "./behaviours";
import { fewestWith } from "./classify";
import { quietDays } from "./exposure-query";
import { isNoTenure } from "./guess-worth";
import { nameOf } from "./names";
import type { SurvivorshipResult } from "./result";

/** Below these nothing can be suspected: too few customers, or too short a log. */
const fewestSuspected = 20;
const shortest = 2 * quietDays;

/** What limits the comparison, the worst first. */
export function survivorshipCaveats(
  result: SurvivorshipResult,
  request: SurvivorshipRequest,
  language: Language,
): Caveat[] {
  const { texts, format } = language;
  const { caveat } = texts.survivorship;
  const shared = texts.levers.caveat;
  const { params, data } = request;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });
  const { behaviours, quiet, lost, best } = result;
  const isColumns = params.mode === "columns";
  if (isColumns && params.tenure !== null && isValue(params.tenure, request))
    add("forbidden", "flips", caveat.forbidden(params.tenure));
  if (quiet && quiet.quiet === 0 && quiet.customers >= fewestSuspected && quiet.days > shortest)
    add("filtered", "flips", caveat.filtered(quietDays, quiet.days, quiet.customers));
  const isTold = lost > 0 && best.customers > 0;
  const hasLevers = behaviours.some(({ form }) => form === "lever");
  if (hasLevers && leverDays(asLevers(request).params) === null) {
    add("windows", "flips", shared.windows);
    add("undated", "limits", caveat.undated);
  }
  if (isColumns && params.firstUse.length > 0 && params.followed === null)
    add("followed", "flips", caveat.followed);
  if (params.mode === "activity" && isPassiveRule(data.rule))
    add("logins-only", "flips", texts.base.caveat.loginsOnly);
  for (const one of behaviours) {
    const { lost: gone, current } = one.unknown;
    const apart = newcombe(gone, current);
    if (apart && apart.interval[0] * apart.interval[1] > 0)
      add(
        `unknown-${nameOf(one, language)}`,
        "limits",
        caveat.unknown({
          lever: nameOf(one, language),
          lost: format.percentBeside(gone.rate ?? 0, [current.rate ?? 0]),
          stayed: format.percentBeside(current.rate ?? 0, [gone.rate ?? 0]),
        }),
      );
  }
  const late = behaviours.filter(({ time }) => time?.isArtefact);
  if (late.length) add("immortal", "limits", caveat.late(late.map((one) => nameOf(one, language))));
  const [fewBest, fewLost] = [best.customers < fewestWith, lost < fewestWith];
  if (isTold && (fewBest || fewLost)) add("small-sample", "limits", caveat.small(fewBest, fewLost));
  for (const { why, customers } of result.excluded) {
    const isDoubt = why === "contradictory" || why === "no-status";
    add(
      why,
      isDoubt && customers > 0.05 * result.customers ? "limits" : "note",
      shared.excluded[why](customers),
    );
  }
  if (result.unit > 1 && late.length + behaviours.filter(({ time }) => time).length > 0)
    add("weeks", "note", caveat.weeks);
  if (isTold) {
    add("unadjusted", "note", caveat.unadjusted);
    add("association", "note", shared.association);
  }
  return byLevel([...caveats, ...(result.rows ? rowCaveats(result.rows, texts) : [])]);
}

function isValue(column: string, { data }: SurvivorshipRequest): boolean {
  return isNoTenure(column) || column === data.roles.amount || column === data.roles.mrr;
}
