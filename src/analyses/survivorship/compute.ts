import type { Answers } from "../analysis";
import { countAt, dayAt, numberAt } from "../answer";
import { readStatuses } from "../statuses";
import { comparedOf } from "../levers/compared";
import { readFacts } from "../levers/facts";
import { rowCounts } from "../row-counts";
import { sameShare } from "../segments/same-share";
import { shareOf } from "../share";
import { benjaminiHochberg } from "../stats/benjamini-hochberg";
import { newcombe } from "../stats/newcombe";
import { phi } from "../stats/phi";
import type { Work } from "../workers/work";
import { behavioursOf, type Behaviour, type SurvivorshipRequest } from "./behaviours";
import { classOf } from "./classify";
import type { BehaviourResult, SurvivorshipResult } from "./result";
import { timesOf } from "./times";

export async function computeSurvivorship(
  answers: Answers,
  request: SurvivorshipRequest,
  work: Work,
): Promise<SurvivorshipResult> {
  const { params } = request;
  const facts = answers.facts ? readFacts(answers.facts) : null;
  const asked = behavioursOf(request, answers);
  const times = answers.exposures ? await timesOf(answers.exposures, request, unitOf(answers), work) : null;
  const { edge, quiet } = answers;
  return {
    mode: params.mode,
    rows: answers.rows ? rowCounts(answers) : null,
    status: readStatuses(answers.statuses),
    ...comparedOf(facts),
    best: {
      customers: edge ? countAt(edge, 0, "best") : 0,
      tenure: edge ? numberAt(edge, 0, "tenure") : null,
      began: edge ? dayAt(edge, 0, "began") : null,
    },
    quiet: quiet
      ? {
          customers: countAt(quiet, 0, "customers"),
          quiet: countAt(quiet, 0, "quiet"),
          days: countAt(quiet, 0, "days"),
        }
      : null,
    unit: unitOf(answers),
    behaviours: behavioursIn(answers, asked, times),
  };
}

/** Of so many customers days are put together to weeks: what comes back from the data stays small. */
const mostByDay = 50_000;

export function unitOf(answers: Answers): number {
  return answers.quality && countAt(answers.quality, 0, "customers") > mostByDay ? 7 : 1;
}

function behavioursIn(
  { cells }: Answers,
  asked: readonly Behaviour[],
  times: Awaited<ReturnType<typeof timesOf>> | null,
): BehaviourResult[] {
  if (!cells) return [];
  const counted = Array.from({ length: cells.rowCount }, (_, row) => {
    const count = (column: string) => countAt(cells, row, column);
    const place = count("place");
    const group = (of: "best" | "current" | "lost") => shareOf(count(`${of}_on`), count(of));
    const [best, current, lost] = [group("best"), group("current"), group("lost")];
    const unknown = (of: "current" | "lost", n: number) =>
      shareOf(count(`unknown_${of}`), n + count(`unknown_${of}`));
    const difference = newcombe(best, lost);
    return {
      ...asked[place]!,
      best,
      current,
      lost,
      difference: difference && {
        value: difference.difference,
        interval: [...difference.interval] as [number, number],
      },
      phi: phi({ a: best.x, b: lost.x, c: best.n - best.x, d: lost.n - lost.x })?.phi ?? null,
      // A naive share of a first use is no test of anything, and must not make the other ones look better.
      p: asked[place]!.form === "first-use" ? null : sameShare(best, lost),
      with: shareOf(current.x, current.x + lost.x),
      without: shareOf(current.n - current.x, current.n - current.x + (lost.n - lost.x)),
      unknown: { current: unknown("current", current.n), lost: unknown("lost", lost.n) },
      time: times?.get(place) ?? null,
    };
  });
  const q = benjaminiHochberg(counted.flatMap(({ p }) => (p === null ? [] : [p])));
  let tested = 0;
  return counted.map((one) => {
    const withQ = { ...one, q: one.p === null ? null : q[tested++]! };
    return { ...withQ, class: classOf(withQ) };
  });
}
