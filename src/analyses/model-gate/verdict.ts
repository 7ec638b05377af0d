import { leverProblem } from "../levers/problem";
import { amberLevers, fewestEvents } from "../levers/gate";
import type { Verdict } from "../report";
import type { Language } from "../texts";
import { whoIn } from "./names";
import type { GateRequest } from "./query";
import type { GateResult } from "./result";

/** The light, why it is not green, and what would change it. Spec C28, B4. */
export function gateVerdict(result: GateResult, request: GateRequest, language: Language): Verdict {
  const { texts, format } = language;
  const { verdict, next } = texts.modelGate;
  const { gate, levers, parameters, used } = result;
  const problem = leverProblem(
    { ...result, levers: levers.length || request.params.levers.length },
    request.params,
    language,
  );
  if (problem || !gate)
    return (
      problem ?? {
        level: "cannot-tell",
        sentence: texts.levers.verdict.nobody(used),
        next: texts.levers.next.windows,
      }
    );
  const ground = {
    level: { green: "certain", amber: "likely", red: "refused" }[gate.colour] as Verdict["level"],
    number: {
      value: format.count(gate.events),
      interval: null,
      base: texts.base.ofBase(gate.events, used),
      who: whoIn(gate.rarer, language),
    },
    next: next[gate.colour],
  };
  const needed = gate.needed?.customers ?? null;
  const counted = verdict.counted({ events: gate.events, n: used, rarer: gate.rarer, parameters });
  const missing = gate.toAmber ?? gate.toGreen;
  const turn = missing
    ? [verdict.turn(gate.toAmber ? "amber" : "green", missing.events, missing.customers, gate.rarer)]
    : [];
  const weeks = result.weeks === null ? [] : [verdict.weeks(result.weeks)];
  if (gate.colour === "green")
    return { ...ground, sentence: [verdict.green, counted, verdict.asked(needed ?? used)].join(" ") };
  if (gate.colour === "red")
    return {
      ...ground,
      sentence: [verdict.red(fewestEvents.amber), counted, ...turn, ...weeks].join(" "),
    };
  const why = gate.why.map((one) => {
    if (one === "few-events") return verdict.few(fewestEvents.green, amberLevers);
    return one === "parameters" ? verdict.parameters(needed ?? 0, gate.bears) : verdict.coxSnell;
  });
  return { ...ground, sentence: [verdict.amber, counted, ...why, ...turn, ...weeks].join(" ") };
}
