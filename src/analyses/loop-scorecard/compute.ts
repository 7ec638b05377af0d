import type { Answers } from "../analysis";
import { countAt, dayAt, numberAt, textAt } from "../answer";
import { ratioInterval } from "../cohort-matrix/ratio-interval";
import { rowCounts } from "../row-counts";
import { sameShare } from "../segments/same-share";
import { shareOf } from "../share";
import { benjaminiHochberg } from "../stats/benjamini-hochberg";
import { newcombe } from "../stats/newcombe";
import { chosenOf } from "./chosen";
import type { LoopRequest } from "./life";
import { readNames } from "./names";
import { npsOf } from "./nps";
import type { Estimate, LoopResult, Stage } from "./result";
import type { MeasuredId } from "./stages-query";

export function computeLoop(answers: Answers, { params }: LoopRequest): LoopResult {
  const names = readNames(answers);
  const chosen = chosenOf(params, names);
  return {
    rows: rowCounts(answers),
    clock: clockOf(answers),
    chosen,
    names: names.length,
    stages: withQ(readStages(answers)),
    steps: readSteps(answers, chosen.steps),
    doors: readDoors(answers),
    invites:
      chosen.accepted === null && chosen.stages.amplify.done.length === 0 ? null : readInvites(answers),
    nps: npsOf(answers),
  };
}

export function clockOf({ clock }: Answers): LoopResult["clock"] {
  const [firstDay, asOf] = clock ? [dayAt(clock, 0, "first_day"), dayAt(clock, 0, "as_of")] : [null, null];
  return firstDay !== null && asOf !== null ? { firstDay, asOf } : null;
}

function readStages({ stages }: Answers): Stage[] {
  if (!stages) return [];
  return stages.rows().map((_, row) => {
    const count = (column: string) => countAt(stages, row, column);
    const done = { x: count("done_stayed"), n: count("done_there") };
    const missed = { x: count("missed_stayed"), n: count("missed_there") };
    const told = newcombe(done, missed);
    return {
      id: textAt(stages, row, "stage") as MeasuredId,
      share: shareOf(count("done"), count("entered")),
      open: count("open"),
      days: numberAt(stages, row, "days"),
      kept: {
        done: shareOf(done.x, done.n),
        missed: shareOf(missed.x, missed.n),
        gone: { done: count("gone_done"), missed: count("gone_missed") },
        difference: told && {
          value: told.difference,
          interval: [...told.interval],
          p: sameShare(done, missed),
          q: null,
        },
      },
    };
  });
}

/** Several stages are several tests. */
function withQ(stages: readonly Stage[]): Stage[] {
  const tested = stages.flatMap(({ id, kept }) =>
    kept.difference?.p == null ? [] : [{ id, p: kept.difference.p }],
  );
  const q = benjaminiHochberg(tested.map(({ p }) => p));
  const found = new Map(tested.map(({ id }, i) => [id, q[i]!]));
  return stages.map((stage) => ({
    ...stage,
    kept: {
      ...stage.kept,
      difference: stage.kept.difference && { ...stage.kept.difference, q: found.get(stage.id) ?? null },
    },
  }));
}

function readSteps({ steps }: Answers, events: readonly string[]): LoopResult["steps"] {
  if (!steps) return [];
  return events.map((event, row) => ({
    event,
    share: shareOf(countAt(steps, row, "done"), countAt(steps, row, "entered")),
  }));
}

function readDoors({ doors }: Answers): LoopResult["doors"] {
  if (!doors) return [];
  return doors.rows().map((_, row) => {
    const share = (x: string, n: string) =>
      numberAt(doors, row, n) === null ? null : shareOf(countAt(doors, row, x), countAt(doors, row, n));
    return {
      month: dayAt(doors, row, "month")!,
      entrance: share("bought", "came"),
      leak: share("lost", "there"),
    };
  });
}

function readInvites({ invites }: Answers): LoopResult["invites"] {
  if (!invites || invites.rowCount === 0) return null;
  const customers = countAt(invites, 0, "customers");
  if (customers === 0) return null;
  const marks = invites.rows().map((_, row) => {
    const n = customers;
    const [sent, accepted] = [countAt(invites, row, "sent"), countAt(invites, row, "accepted")];
    const number = (column: string) => numberAt(invites, row, column) ?? 0;
    const [sentSquares, acceptedSquares] = [number("sent_squares"), number("accepted_squares")];
    // A number a customer is a ratio to one each.
    const each = (total: number, squares: number): Estimate => ({
      value: total / n,
      interval:
        total > 0 ? ratioInterval({ n, total, atFirst: n, squares, products: total, firstSquares: n }) : null,
    });
    return {
      day: countAt(invites, row, "day"),
      inviters: shareOf(countAt(invites, row, "inviters"), n),
      successful: countAt(invites, row, "successful"),
      sent,
      accepted,
      perCustomer: each(sent, sentSquares),
      acceptance:
        sent > 0
          ? {
              value: accepted / sent,
              interval:
                accepted > 0
                  ? ratioInterval({
                      n,
                      total: accepted,
                      atFirst: sent,
                      squares: acceptedSquares,
                      products: number("products"),
                      firstSquares: sentSquares,
                    })
                  : null,
            }
          : null,
      k: each(accepted, acceptedSquares),
    };
  });
  return { customers, marks };
}
