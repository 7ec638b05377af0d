import type { Answers } from "../analysis";
import { controlsFrom } from "../levers/controls";
import { comparedOf } from "../levers/compared";
import { readFacts, readMeasures, type LeverMeasure } from "../levers/facts";
import type { Lever } from "../levers/lever";
import { leversOverlap } from "../levers/overlap";
import { leversOf } from "../levers/widest";
import { rowCounts } from "../row-counts";
import { shareOf } from "../share";
import { readStatuses } from "../statuses";
import { benjaminiHochberg } from "../stats/benjamini-hochberg";
import type { LeverCells, LeverChoice } from "../workers/lever-cuts-task";
import type { Work } from "../workers/work";
import { curveOf, placesOf } from "./curve";
import { kindOf, leakOf } from "./judge";
import { lineOf } from "./line";
import type { FinderRequest } from "./params";
import { groupsOfTenth } from "./query";
import { readCounts, type Counts, type Group } from "./read-counts";
import type { FinderResult, FoundLever } from "./result";
import { unavailableIn } from "./unavailable";

export async function computeFinder(
  answers: Answers,
  request: FinderRequest,
  work: Work,
): Promise<FinderResult> {
  const { params } = request;
  const facts = answers.facts ? readFacts(answers.facts) : null;
  const levers = answers.facts ? leversOf(request, answers) : [];
  const controls = answers.counts ? controlsFrom(request, answers) : [];
  const counts = answers.counts ? readCounts(answers.counts, levers.length) : null;
  const measures = answers.facts ? readMeasures(answers.facts, levers) : [];
  const stayed = facts ? facts.used - facts.lost : 0;
  const isSearchable = counts !== null && facts !== null && facts.lost > 0 && stayed > 0;
  const permutations = isSearchable ? drawsFor(params.permutations, facts.used, permutationWork, 199) : 0;
  const searched = isSearchable ? await search(counts, request, facts.used, permutations, work) : null;
  const found = levers.map((lever, i) =>
    leverFound(lever, i, {
      measure: measures[i]!,
      counts,
      cells: searched?.cells[i] ?? null,
      choice: searched?.choices[i] ?? null,
      used: facts!.used,
      lost: facts!.lost,
    }),
  );
  return {
    mode: params.mode,
    refused: leversOverlap(params) ? "overlap" : null,
    rows: answers.rows ? rowCounts(answers) : null,
    status: readStatuses(answers.statuses),
    ...comparedOf(facts),
    overall: shareOf(stayed, facts?.used ?? 0),
    levers: withQ(found).map((one) => ({ ...one, kind: kindOf(one) })),
    permutations,
    unavailable: counts ? unavailableIn(counts.segments, levers, controls) : [],
    bandedControls: controls.flatMap(({ column, isBanded }) => (isBanded ? [column] : [])),
  };
}

/** Customers × draws that are made at most: more customers, fewer draws, or nobody would wait for them. */
const permutationWork = 1e8;
const resampleWork = 2e7;
const mostResamples = 500;

function drawsFor(wanted: number, customers: number, most: number, fewest: number): number {
  return Math.min(wanted, Math.max(fewest, Math.floor(most / Math.max(1, customers))));
}

function search(
  { cells, levers }: Counts,
  { params }: FinderRequest,
  customers: number,
  permutations: number,
  work: Work,
) {
  const { criterion, gain, cost, direction } = params;
  return work.run("leverCuts", {
    ...cells,
    cuts: levers.map(({ cuts }) => cuts.length),
    criterion: criterion === "value" ? { type: criterion, gain, cost } : { type: criterion },
    direction,
    permutations,
    resamples: drawsFor(mostResamples, customers, resampleWork, 50),
    seed,
  });
}

/** Of all that is drawn here. */
export const seed = "lever-finder";

interface Known {
  readonly measure: LeverMeasure;
  readonly counts: Counts | null;
  readonly cells: LeverCells | null;
  readonly choice: LeverChoice | null;
  readonly used: number;
  readonly lost: number;
}

type Unjudged = Omit<FoundLever, "kind">;

function leverFound({ behaviour, cut }: Lever, i: number, known: Known): Unjudged {
  const { measure, counts, cells, choice, used, lost } = known;
  const { cuts, auc, distinct } = counts?.levers[i] ?? { cuts: [], auc: null, distinct: 0 };
  const groups = counts?.groups[i] ?? [];
  const zero = { n: measure.known - measure.positive, x: measure.knownLost - measure.positiveLost };
  const share = shareOf(measure.known - measure.knownLost, measure.known);
  return {
    behaviour,
    given: cut,
    isSwitch: distinct === 2,
    known: share,
    unknown: shareOf(used - lost - share.x, used - measure.known),
    zero,
    leak: leakOf({ auc, zero, known: share }),
    auc,
    candidates: cells
      ? cuts.map((one, place) => ({
          cut: one,
          ...reached(cells, place),
          chosen: choice?.timesChosen[place] ?? 0,
        }))
      : [],
    best: choice && cells && auc !== null ? lineOf(cuts, cells, choice, auc) : null,
    tenths: tenthsOf(groups),
    curve: distinct > 2 ? curveOf(groups, measure.deciles) : [],
  };
}

function reached({ customers, stayed }: LeverCells, place: number): { n: number; x: number } {
  const above = (counts: readonly number[]) => counts.slice(place + 1).reduce((sum, one) => sum + one, 0);
  return { n: above(customers), x: above(stayed) };
}

function tenthsOf(groups: readonly Group[]): FoundLever["tenths"] {
  const places = placesOf(groups);
  const placed = groups.map((group, i) => ({
    ...group,
    at: places[i]!,
    tenth: 1 + Math.floor(group.place / groupsOfTenth),
  }));
  return [...new Set(placed.map(({ tenth }) => tenth))].map((tenth) => {
    const those = placed.filter((one) => one.tenth === tenth);
    const customers = those.reduce((sum, one) => sum + one.customers, 0);
    return {
      tenth,
      least: those[0]!.least,
      most: those.at(-1)!.most,
      at: those.reduce((sum, one) => sum + one.at * one.customers, 0) / customers,
      share: shareOf(
        those.reduce((sum, one) => sum + one.stayed, 0),
        customers,
      ),
    };
  });
}

/** One family: all behaviours whose line was searched or given. */
function withQ(levers: readonly Unjudged[]): Unjudged[] {
  const tested = levers.flatMap(({ best }) => (best ? [best.p] : []));
  const q = benjaminiHochberg(tested);
  let next = 0;
  return levers.map((one) => (one.best ? { ...one, best: { ...one.best, q: q[next++]! } } : one));
}
