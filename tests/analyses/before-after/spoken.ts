import { beforeAfter } from "../../../src/analyses/before-after";
import type { AnyAnalysis } from "../../../src/analyses";
import {
  actionOf,
  designed,
  driftingBefore,
  levelBefore,
  onlyTouched,
  withOthers,
} from "../../charts/fixtures/before-after";
import { spoken, type Spoken } from "../texts/spoken-one";

const analysis = beforeAfter as AnyAnalysis;
const action = { action: "2024-04-01" };

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
  spoken("before and after without rows", analysis, actionOf([]), action),
];
