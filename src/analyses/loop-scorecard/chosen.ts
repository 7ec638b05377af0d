import * as v from "valibot";
import { eventsLike, type Sign } from "./guess-events";
import type { EventName } from "./names";
import { stageIds, stepsOf, type LoopParams } from "./params";

/** One thing that customers may do after something else: of those who entered, who did all of it within so many days. */
export const measureSchema = v.object({
  /** The event with which it begins; null: the beginning of the customer's life. */
  entry: v.nullable(v.string()),
  /** Every one of these has to happen; none: it is not measured. */
  done: v.array(v.string()),
  days: v.number(),
});
export type Measure = v.InferOutput<typeof measureSchema>;

/** The events that are looked at, whether named or guessed. Plain data: part of the result. */
export const chosenSchema = v.object({
  stages: v.object({
    express: measureSchema,
    tailor: measureSchema,
    amplify: measureSchema,
    evolve: measureSchema,
  }),
  steps: v.array(v.string()),
  call: measureSchema,
  accepted: v.nullable(v.string()),
  door: v.nullable(v.string()),
  bought: v.nullable(v.string()),
  asked: v.nullable(v.string()),
  /** Those of them that nobody named. */
  guessed: v.array(v.string()),
});
export type Chosen = v.InferOutput<typeof chosenSchema>;

/** What was named, and what can be guessed beside it. No event is guessed for two things. */
export function chosenOf(params: LoopParams, names: readonly EventName[]): Chosen {
  const named = (text: string) => (text.trim() === "" ? null : text.trim());
  const given = [
    ...stepsOf(params),
    ...[params.call, params.accepted, params.door, params.bought, params.asked],
    ...stageIds.flatMap((id) => [params[`${id}Done`], params[`${id}Entry`]]),
  ].flatMap((text) => named(text) ?? []);
  const taken = new Set(given);
  const guessed: string[] = [];
  const guess = (sign: Sign, most = 1): string[] => {
    const found = params.guess ? eventsLike(sign, names, taken).slice(0, most) : [];
    for (const event of found) {
      taken.add(event);
      guessed.push(event);
    }
    return found;
  };
  const one = (text: string, sign: Sign) => named(text) ?? guess(sign)[0] ?? null;
  // Narrow signs first: an accepted invitation is an invitation by its name too, and a shipped request feedback.
  const accepted = one(params.accepted, "accepted");
  const asked = one(params.asked, "asked");
  const call = one(params.call, "call");
  const expressDone = one(params.expressDone, "expressDone");
  const amplifyDone = one(params.amplifyDone, "amplifyDone");
  const tailorDone = one(params.tailorDone, "tailorDone");
  const evolveDone = one(params.evolveDone, "evolveDone");
  const bought = one(params.bought, "bought");
  const door = one(params.door, "door");
  const steps = stepsOf(params).length ? stepsOf(params) : guess("step", 5);
  const stage = (entry: string, done: readonly string[], days: number): Measure => ({
    entry: named(entry),
    done: [...done],
    days,
  });
  const only = (event: string | null) => (event === null ? [] : [event]);
  return {
    stages: {
      express: stage(params.expressEntry, expressDone === null ? steps : [expressDone], params.expressDays),
      tailor: stage(params.tailorEntry, only(tailorDone), params.tailorDays),
      amplify: stage(params.amplifyEntry, only(amplifyDone), params.amplifyDays),
      evolve: stage(params.evolveEntry, only(evolveDone), params.evolveDays),
    },
    steps,
    call: stage(params.expressEntry, only(call), params.callDays),
    accepted,
    // An entrance needs both of its ends.
    door: bought === null ? null : door,
    bought: door === null ? null : bought,
    asked,
    guessed,
  };
}
