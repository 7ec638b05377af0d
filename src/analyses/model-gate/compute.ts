import type { Answers } from "../analysis";
import { countAt } from "../answer";
import { readStatuses } from "../statuses";
import { controlsFrom } from "../levers/controls";
import { comparedOf } from "../levers/compared";
import { readFacts, type LeverFacts } from "../levers/facts";
import { gateOf, type Gate } from "../levers/gate";
import { leverDays } from "../levers/overlap";
import { leversOf } from "../levers/widest";
import { rowCounts } from "../row-counts";
import { columnFor } from "../segments/dimensions";
import type { GateRequest } from "./query";
import type { GateResult } from "./result";

export function computeGate(answers: Answers, request: GateRequest): GateResult {
  const { params } = request;
  const facts = answers.facts ? readFacts(answers.facts) : null;
  const levers = leversOf(request, answers);
  const { segments } = answers;
  const controls = segments
    ? controlsFrom(request, answers).map(({ column, isBanded }, i) => ({
        column,
        isBanded,
        segments: countAt(segments, 0, columnFor("segments", i).text),
      }))
    : [];
  const parameters = levers.length + controls.reduce((sum, one) => sum + Math.max(0, one.segments - 1), 0);
  const gate =
    facts && facts.used > 0 && parameters > 0
      ? gateOf({ customers: facts.used, lost: facts.lost, parameters, coxSnell: params.coxSnell })
      : null;
  return {
    mode: params.mode,
    rows: answers.rows ? rowCounts(answers) : null,
    status: readStatuses(answers.statuses),
    ...comparedOf(facts),
    levers: levers.map(({ behaviour, cut }) => ({ behaviour, cut })),
    controls,
    parameters,
    gate: gate && { ...gate, why: [...gate.why] },
    weeks: facts && gate ? weeksTo(gate, facts, request) : null,
  };
}

/** Below so many days of beginnings there is no pace to speak of. */
const shortest = 28;

/** How long the missing customers take, if as many come and leave as those compared did. */
function weeksTo(
  { toAmber, toGreen, events }: Gate,
  facts: LeverFacts,
  { params }: GateRequest,
): number | null {
  const missing = toAmber ?? toGreen;
  const days = leverDays(params);
  if (params.mode === "columns" || !missing || !days || !facts.firstObserved || !facts.lastOutcome)
    return null;
  const whole = (Date.parse(facts.lastOutcome) - Date.parse(facts.firstObserved)) / 86_400_000;
  const beginnings = whole - days.outcomeFrom - params.outcomeDays;
  if (!(beginnings >= shortest) || events === 0) return null;
  return Math.ceil((missing.customers * beginnings) / 7 / facts.used);
}
