import type { Answers } from "../analysis";
import { readStatuses } from "../statuses";
import { controlsFrom } from "../levers/controls";
import { readFacts } from "../levers/facts";
import { gateOf } from "../levers/gate";
import type { Lever } from "../levers/lever";
import { wholeBehaviours } from "../levers/lever";
import { leverDays, leversOverlap } from "../levers/overlap";
import { designOf } from "../levers/design";
import type { LeverRequest } from "../levers/population";
import { isOpen, leversOf } from "../levers/widest";
import { rowCounts } from "../row-counts";
import { shareOf } from "../share";
import type { Work } from "../workers/work";
import { bandsOf } from "./bands";
import { readEveryone, summaryOf } from "./everyone";
import { readRows, readSeparates } from "./query";
import type { ContenderResult, ScoreResult } from "./result";
import { mostScored, type ScoreRequest } from "./params";
import type { TournamentRow } from "./tournament";
import { versions } from "./versions";
import { scoreOf } from "./weights";

/** The log's own behaviours without those that everybody has, at most as many as a score holds. */
export function scoredLevers(request: LeverRequest, answers: Answers): readonly Lever[] {
  const found = leversOf(request, answers);
  if (!isOpen(request)) return found.slice(0, mostScored);
  const events = found.filter(({ behaviour }) => !wholeBehaviours.some((one) => one === behaviour));
  return (events.length ? events : found).slice(0, mostScored);
}

/** Resamples of the customers; a Shapley share of many levers asks for hundreds of models in each. */
function replicatesOf(levers: number): number {
  return levers > 6 ? 100 : 200;
}

export async function computeScore(
  answers: Answers,
  request: ScoreRequest,
  work: Work,
): Promise<ScoreResult> {
  const { params } = request;
  const levers = scoredLevers(request, answers);
  const controls = answers.patterns ? controlsFrom(request, answers) : [];
  const rows = answers.patterns ? readRows(answers.patterns, levers, controls) : [];
  const facts = answers.facts ? readFacts(answers.facts) : null;
  const separates = answers.separates ? readSeparates(answers.separates) : levers.map(() => null);
  const design = designOf(rows, levers.length, controls.length);
  const hasBoth = facts !== null && facts.lost > 0 && facts.lost < facts.used;
  const gate = hasBoth ? gateIn(design) : null;
  const played =
    hasBoth && rows.length > 0
      ? await work.run("scoreVersions", {
          rows,
          levers: levers.length,
          controls: controls.length,
          versions: gate?.colour === "red" ? ["equal"] : versions,
          separates,
          knowsWindows: leverDays(params) !== null,
          replicates: replicatesOf(levers.length),
          seed: "ebb",
        })
      : null;
  const contenders = (played?.contenders ?? []) as unknown as ContenderResult[];
  const winner = winnerOf(contenders);
  const asked =
    params.weighting === "best" ? -1 : contenders.findIndex((one) => one.version === params.weighting);
  const chosen = contenders[asked]?.ok ? asked : winner;
  const weights = chosen === null ? null : (contenders[chosen] as { weights: number[] }).weights;
  return {
    mode: params.mode,
    refused: leversOverlap(params) ? "overlap" : null,
    rows: answers.rows ? rowCounts(answers) : null,
    status: readStatuses(answers.statuses),
    facts: facts && { ...facts, excluded: { ...facts.excluded } },
    levers: levers.map((lever, i) => ({
      ...lever,
      ...sharesOf(rows, i),
      coefficient: played?.strengths.coefficients?.[i] ?? null,
      phi: played?.strengths.phi[i] ?? 0,
      separates: separates[i] ?? null,
    })),
    controls: controls.map(({ column, isBanded }) => ({ column, isBanded })),
    gate,
    incomplete: design.incomplete,
    replicates: replicatesOf(levers.length),
    contenders,
    winner,
    chosen,
    bands: weights
      ? bandsOf(weights, rows).map(({ from, to, score, x, n }) => ({
          from,
          to,
          score,
          stayed: shareOf(x, n),
        }))
      : [],
    scored: weights && answers.everyone ? summaryOf(weights, readEveryone(answers.everyone, levers)) : null,
    means: { stayed: meanScore(weights, rows, "stayed"), left: meanScore(weights, rows, "left") },
  };
}

function gateIn({ terms, patterns }: ReturnType<typeof designOf>): ScoreResult["gate"] {
  const customers = patterns.reduce((sum, { n }) => sum + n, 0);
  const { colour, events, rarer, needed, mostLevers, toAmber, toGreen } = gateOf({
    customers,
    lost: patterns.reduce((sum, { x, n }) => sum + n - x, 0),
    parameters: terms.length - 1,
    coxSnell: null,
  });
  return {
    colour,
    events,
    rarer,
    needed: needed?.customers ?? null,
    mostLevers,
    toAmber: toAmber && { ...toAmber },
    toGreen: toGreen && { ...toGreen },
  };
}

/** Most checks passed; then fewer levers, then the larger area on customers not seen; then the order of the versions. */
function winnerOf(contenders: readonly ContenderResult[]): number | null {
  const ranked = contenders
    .flatMap((one, place) =>
      one.ok
        ? [
            {
              place,
              passes: one.checks.filter(({ state }) => state === "pass").length,
              levers: one.weights.filter((weight) => weight > 0).length,
              area: one.validated?.auc ?? 0,
            },
          ]
        : [],
    )
    .sort((a, b) => b.passes - a.passes || a.levers - b.levers || b.area - a.area || a.place - b.place);
  return ranked[0]?.place ?? null;
}

function sharesOf(rows: readonly TournamentRow[], lever: number) {
  const those = (value: number) => {
    const found = rows.filter(({ values }) => values[lever] === value);
    const customers = found.reduce((sum, row) => sum + row.customers, 0);
    return { customers, stayed: customers - found.reduce((sum, row) => sum + row.lost, 0) };
  };
  const [on, off] = [those(1), those(0)];
  return {
    on: shareOf(on.customers, on.customers + off.customers),
    stayedOn: shareOf(on.stayed, on.customers),
    stayedOff: shareOf(off.stayed, off.customers),
  };
}

function meanScore(
  weights: readonly number[] | null,
  rows: readonly TournamentRow[],
  outcome: "stayed" | "left",
): number | null {
  let [sum, n] = [0, 0];
  for (const { values, customers, lost } of rows) {
    const score = weights && scoreOf(weights, values);
    if (score === null) continue;
    const count = outcome === "left" ? lost : customers - lost;
    sum += count * score;
    n += count;
  }
  return n > 0 ? sum / n : null;
}
