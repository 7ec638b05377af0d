import { byLevel } from "../caveat-order";
import { fewestEvents as fewestAParameter } from "../levers/fit";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import type { Language } from "../texts";
import type { GateRequest } from "./query";
import type { GateResult } from "./result";

export function gateCaveats(result: GateResult, { params }: GateRequest, language: Language): Caveat[] {
  const { texts, format } = language;
  const { caveat } = texts.modelGate;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });
  const { gate, levers } = result;
  if (gate?.mostLevers != null && gate.mostLevers > 0 && levers.length > gate.mostLevers)
    add("too-many-levers", "limits", caveat.levers(levers.length, gate.mostLevers));
  if (gate?.eventsPerParameter != null && gate.colour !== "red" && gate.eventsPerParameter < fewestAParameter)
    add("few-a-parameter", "limits", caveat.perParameter(format.number(gate.eventsPerParameter, 1)));
  for (const { why, customers } of result.excluded) {
    const isDoubt = why === "contradictory" || why === "no-status";
    add(
      why,
      isDoubt && customers > 0.05 * result.customers ? "limits" : "note",
      texts.levers.caveat.excluded[why](customers),
    );
  }
  if (gate?.coxSnell != null)
    add("expected", "note", caveat.expected(format.number(gate.coxSnell, 3), params.coxSnell === null));
  return byLevel([...caveats, ...(result.rows ? rowCaveats(result.rows, texts) : [])]);
}
