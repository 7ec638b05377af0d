import { byLevel } from "../caveat-order";
import { isPassiveRule } from "../passive-events";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import type { DefinitionsRequest } from "./query";
import type { DefinitionsResult } from "./result";
import { askedOf } from "./tables";

export function definitionsCaveats(
  result: DefinitionsResult,
  request: DefinitionsRequest,
  { texts, format }: Language,
): Caveat[] {
  const { caveat, name } = texts.retentionDefinitions;
  const { definitions, month, churn, contracts } = result;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });

  const ours = definitions.find(({ id }) => id === "ours");
  if (isPassiveRule(request.data.rule)) add("logins-only", "limits", texts.base.caveat.loginsOnly);
  if (ours && isSmallSample(ours))
    add("small-sample", "limits", texts.base.caveat.smallSample(ours.x, ours.n));
  const baseless = definitions.filter(({ rate }) => rate === null);
  if (ours && ours.rate !== null && baseless.length > 0)
    add(
      "no-base",
      "limits",
      caveat.noBase(format.list(baseless.map(({ id }) => name(id, askedOf(request))))),
    );
  if (month) {
    const opens = format.month(month.opens);
    if (!month.isComplete) add("churn-running", "limits", caveat.churnRunning(opens));
    else if (month.atStart === 0) add("churn-no-base", "limits", caveat.churnNoBase(opens));
    else if (month.isCut) add("churn-cut", "limits", caveat.churnCut(opens));
    if (churn.length > 0) add("silence", "note", caveat.silence(month.gap));
  }
  if (contracts) {
    const opens = format.month(contracts.opens);
    if (contracts.isComplete && contracts.atStart === 0)
      add("contracts-no-base", "limits", caveat.contractsNoBase(opens));
    if (contracts.churn.length > 0) add("contracts", "note", caveat.contracts);
  }
  if (ours && ours.rate !== null) add("google", "note", caveat.google);
  return byLevel([...caveats, ...rowCaveats(result.rows, texts)]);
}
