import type { AnyAnalysis } from "../../../src/analyses";
import { loopScorecard } from "../../../src/analyses/loop-scorecard";
import { shareOf } from "../../../src/analyses/share";
import { loopOfProduct, loopUnmeasured } from "../../charts/fixtures/loop-scorecard";
import { spoken, type Spoken } from "../texts/spoken-one";

const analysis = loopScorecard as AnyAnalysis;
const [express, , evolve] = loopOfProduct.stages;
const marks = loopOfProduct.invites!.marks;

/** Every way in which this report can turn out. */
export const spokenLoop: readonly Spoken[] = [
  spoken("the loop", analysis, loopOfProduct),
  spoken("the loop, one stage named by hand", analysis, {
    ...loopOfProduct,
    chosen: { ...loopOfProduct.chosen, guessed: [], accepted: null, door: null, bought: null },
    stages: [express!],
  }),
  spoken("the loop of few", analysis, {
    ...loopOfProduct,
    stages: [
      { ...express!, share: shareOf(3, 9), days: null },
      { ...evolve!, share: shareOf(0, 40), open: 0 },
    ],
    steps: [],
    nps: { ...loopOfProduct.nps!, quarters: [], refused: 0 },
  }),
  spoken("the loop, all stages, too early", analysis, {
    ...loopOfProduct,
    stages: (["express", "tailor", "amplify", "evolve"] as const).map((id) => ({
      ...express!,
      id,
      share: shareOf(0, 0),
    })),
  }),
  spoken("the loop, one stage too early", analysis, {
    ...loopOfProduct,
    stages: [express!, { ...evolve!, share: shareOf(0, 0) }],
    invites: { customers: 820, marks: [{ ...marks[0]!, sent: 3, accepted: 9 }] },
  }),
  spoken("the loop, nothing measured", analysis, loopUnmeasured),
  spoken("the loop, days that do not fit", analysis, loopUnmeasured, { gap: 60, later: 30 }),
  spoken("the loop of nothing", analysis, {
    ...loopUnmeasured,
    clock: null,
    doors: [],
    rows: { total: 0, used: 0, excluded: [], duplicates: 0, customers: 0, withoutTime: 0 },
  }),
];
