import { beforeAfter } from "../../../src/analyses/before-after";
import type { AnyAnalysis } from "../../../src/analyses";
import {
  actionOf,
  designed,
  driftingBefore,
  levelBefore,
  onlyTouched,
  ownDays,
  rollout,
  rolloutOf,
  withOthers,
} from "../../charts/fixtures/before-after";
import { spoken, type Spoken } from "../texts/spoken-one";

const analysis = beforeAfter as AnyAnalysis;
const action = { action: "2024-04-01" };

const byEvent = { when: "event", done: "turn on", grain: "week" };
/** One group moves apart before the action already; the others are too few, or have nobody beside them. */
const fewReached = rolloutOf(byEvent, [
  [0, 8, [2, 2, 3, 3]],
  [1, 3, [1, 1, 1, 1]],
  [2, 25, [3, 14, 16, 17]],
  [null, 25, [9, 2, 3, 2]],
]);
const atOnce = [
  [0, 30, [9, 8, 9]],
  [null, 40, [9, 8, 9]],
] as const;

export const spokenBeforeAfter: readonly Spoken[] = [
  spoken("before and after by weeks", analysis, onlyTouched, action),
  spoken("before and after beside others", analysis, withOthers, designed),
  spoken("before and after, level before", analysis, levelBefore, { ...designed, rollout: 20 }),
  spoken("before and after, drifting before", analysis, driftingBefore, designed),
  spoken(
    "before and after with other actions",
    analysis,
    { ...onlyTouched, overlapping: ["2024-03-15"] },
    { ...action, others: "2024-03-15" },
  ),
  spoken(
    "before and after of few",
    analysis,
    actionOf([
      ["before", true, -20, 3, 9],
      ["after", true, 1, 4, 9],
    ]),
    action,
  ),
  spoken("before and after, nobody after", analysis, actionOf([["before", true, -20, 3, 9]]), action),
  spoken("before and after without a day", analysis, actionOf([["before", true, -20, 3, 9]], {})),
  spoken("before and after without days", analysis, actionOf([["far", true, -90, 3, 9]]), {
    ...action,
    from: 90,
    within: 30,
  }),
  spoken("a rollout by own days", analysis, rollout, ownDays),
  spoken("a rollout by an event, few and with a group alone", analysis, fewReached, byEvent),
  spoken("a rollout in one period", analysis, rolloutOf(ownDays, [[2, 40, [9, 8, 9, 9]]]), ownDays),
  spoken("a rollout from the beginning", analysis, rolloutOf(ownDays, atOnce), ownDays),
  spoken("a rollout without periods", analysis, rolloutOf(ownDays, []), ownDays),
  spoken("a rollout that reached nobody", analysis, { ...rollout, staggered: null }, ownDays),
  spoken("a rollout by no event", analysis, { ...rollout, staggered: null }, { when: "event" }),
  spoken("before and after without rows", analysis, actionOf([]), action),
];
