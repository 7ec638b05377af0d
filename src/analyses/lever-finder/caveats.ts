import { byLevel } from "../caveat-order";
import { leverDays } from "../levers/overlap";
import { isPassiveRule } from "../passive-events";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import type { Language } from "../texts";
import { isSearched, limits } from "./judge";
import { bareName, linedOf, nameOf, ranked } from "./names";
import type { FinderRequest } from "./params";
import type { FinderResult, FoundLever } from "./result";

/** Below so many of the rarer outcome nothing is to be modelled. Spec C28. */
const fewestEvents = 20;
/** AUC that a line may lose before it is said. */
const muchLoss = 0.02;

/** Everything that could make the lines wrong or misread, worst first. */
export function finderCaveats(result: FinderResult, request: FinderRequest, language: Language): Caveat[] {
  if (result.refused) return [];
  const { texts, format } = language;
  const { caveat } = texts.leverFinder;
  const shared = texts.levers.caveat;
  const { params, data } = request;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });
  const { overall, customers } = result;
  if (overall.n > 0 && leverDays(params) === null) add("windows", "flips", shared.windows);
  const rarer = Math.min(overall.x, overall.n - overall.x);
  // Of one outcome alone nothing is said that could be doubted.
  for (const lever of rarer > 0 ? result.levers : []) leverCaveats(lever, result, add, language);
  if (rarer > 0 && rarer < fewestEvents)
    add("few-left", "flips", caveat.fewLeft(rarer, rarer === overall.x ? "stayed" : "lost"));
  for (const { behaviour, control, level, customers: n } of result.unavailable) {
    const isFound = result.levers.some((one) => one.behaviour === behaviour && isFoundKind(one));
    add(
      `unavailable ${behaviour} ${control} ${level ?? ""}`,
      isFound ? "flips" : "note",
      caveat.unavailable({ lever: bareName({ behaviour }, language), control, level, n }),
    );
  }
  if (params.mode !== "columns" && isPassiveRule(data.rule))
    add("logins-only", "flips", texts.base.caveat.loginsOnly);
  const few = result.levers.filter(({ kind }) => kind === "few").map((lever) => nameOf(lever, language));
  if (few.length) add("few", "limits", caveat.few(few, limits.fewest));
  const first = linedOf(result).find(({ lever }) => isFoundKind(lever) && isSearched(lever))?.lever;
  if (first?.best.honestPhi) {
    const sign = first.best.side === "below" ? -1 : 1;
    add(
      "optimism",
      "limits",
      caveat.optimism({
        lever: nameOf(first, language),
        apparent: format.number(first.best.phi.value, 3),
        honest: format.number(sign * first.best.honestPhi.outOfBag, 3),
      }),
    );
  }
  if (result.permutations > 0 && result.permutations < params.permutations)
    add("draws", "note", caveat.draws(result.permutations));
  for (const { why, customers: n } of result.excluded)
    add(why, isDoubt(why) && n > 0.05 * customers ? "limits" : "note", shared.excluded[why](n));
  if (rarer > 0) {
    add("unadjusted", "note", caveat.unadjusted);
    add("association", "note", shared.association);
  }
  return byLevel([...caveats, ...(result.rows ? rowCaveats(result.rows, texts) : [])]);
}

function leverCaveats(
  lever: FoundLever,
  { overall }: FinderResult,
  add: (id: string, level: Caveat["level"], text: string) => void,
  language: Language,
): void {
  const { texts, format } = language;
  const { caveat } = texts.leverFinder;
  const { behaviour, leak, auc, zero, unknown, known, best } = lever;
  const name = bareName(lever, language);
  if (leak === "auc" && auc !== null)
    add(`leak ${behaviour}`, "flips", caveat.leak.auc(name, format.number(Math.max(auc, 1 - auc), 3)));
  if (leak === "zero") add(`leak ${behaviour}`, "flips", caveat.leak.zero(name, zero.x, zero.n));
  if (unknown.n > 0 && known.n > 0)
    add(
      `unknown ${behaviour}`,
      unknown.n > 0.05 * overall.n ? "limits" : "note",
      caveat.unknown({
        lever: name,
        n: unknown.n,
        share: format.percent(unknown.n / overall.n),
        stayed: format.percent(unknown.rate ?? 0),
        known: format.percent(known.rate ?? 0),
      }),
    );
  if (best && isFoundKind(lever) && best.measureAuc - best.lineAuc > muchLoss)
    add(
      `loss ${behaviour}`,
      "note",
      caveat.loss({
        lever: name,
        measure: format.number(best.measureAuc, 3),
        line: format.number(best.lineAuc, 3),
      }),
    );
}

/** What the verdict may rest on. */
export function isFoundKind({ kind }: FoundLever): boolean {
  return kind === "holds" || kind === "moves" || kind === "reversed";
}

/** What is missing may be missing for a reason; what is not due yet is not. */
function isDoubt(why: FinderResult["excluded"][number]["why"]): boolean {
  return why === "contradictory" || why === "no-status";
}

/** Behaviours that can go into a regression: with the line that holds, or as they are measured. In the order shown. */
export function leversFound(
  result: FinderResult,
): { readonly behaviour: string; readonly cut: number | null }[] {
  return ranked(result).flatMap((place) => {
    const lever = result.levers[place]!;
    const { behaviour, kind, best, isSwitch, given } = lever;
    if (kind === "holds" && best) return [{ behaviour, cut: isSwitch && given === null ? null : best.cut }];
    return kind === "moves" ? [{ behaviour, cut: null }] : [];
  });
}
