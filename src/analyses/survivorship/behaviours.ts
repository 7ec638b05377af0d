import { sql, type Sql } from "../../engine";
import type { Answers, Request } from "../analysis";
import { wholeBehaviours, type Lever } from "../levers/lever";
import type { LeverRequest } from "../levers/population";
import { isOpen, leversOf } from "../levers/widest";
import { columnFor } from "../segments/dimensions";
import type { survivorshipParams } from "./params";

export type SurvivorshipRequest = Request<typeof survivorshipParams>;

/** Something that a customer has done or not. */
export interface Behaviour extends Lever {
  /** "first-use": a column with the day on which it was first used. */
  readonly form: "lever" | "first-use";
}

/** What the shared blocks of levers are asked with. */
export function asLevers({ data, beside, params }: SurvivorshipRequest): LeverRequest {
  return {
    data,
    ...(beside && { beside }),
    params: { ...params, people: null, controls: [], controlsBeside: [] },
  };
}

/**
 * Those asked for. Where a log says itself which there are, active days and different events are left out: everybody
 * compared has had one, and a share of customers asks for yes or no.
 */
export function behavioursOf(request: SurvivorshipRequest, answers: Answers): readonly Behaviour[] {
  const inner = asLevers(request);
  const whole: readonly string[] = isOpen(inner) ? wholeBehaviours : [];
  const levers = leversOf(inner, answers).filter(({ behaviour }) => !whole.includes(behaviour));
  return [
    ...levers.map((lever): Behaviour => ({ form: "lever", ...lever })),
    ...firstUses(request).map((behaviour): Behaviour => ({ form: "first-use", behaviour, cut: null })),
  ];
}

/** Before anything is known: an open log has not said yet which events there are, but it has days. */
export function behavioursAsked(request: SurvivorshipRequest): readonly Behaviour[] {
  const asked = behavioursOf(request, {});
  return asked.length ? asked : [{ form: "lever", behaviour: "*days", cut: 1 }];
}

function firstUses({ params }: SurvivorshipRequest): readonly string[] {
  return params.mode === "columns" ? params.firstUse : [];
}

/** The behaviours and the other columns that are read beside them, and at which place each of the latter stands. */
export function measuresOf({ params }: SurvivorshipRequest, behaviours: readonly Behaviour[]) {
  const levers: Lever[] = behaviours.map(({ behaviour, cut }) => ({ behaviour, cut }));
  const placeOf = (column: string | null): number | null =>
    column === null || params.mode !== "columns" ? null : levers.push({ behaviour: column, cut: null }) - 1;
  const hasFirstUse = behaviours.some(({ form }) => form === "first-use");
  return { tenure: placeOf(params.tenure), followed: placeOf(hasFirstUse ? params.followed : null), levers };
}

/** Whether a customer has done it: true or false, null where nobody knows. Without a cut everything above nought is done. */
export function hasDone({ form, cut }: Behaviour, i: number, followed: number | null): Sql {
  const value = columnFor("value", i);
  if (form === "lever") return cut === null ? sql`${value} > 0` : sql`${value} >= ${cut}::double`;
  // A first use after the last day followed has not been seen.
  return followed === null
    ? sql`${value} is not null`
    : sql`coalesce(${value} <= ${columnFor("value", followed)}, false)`;
}
