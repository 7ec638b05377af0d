import type { ReportTable, ReportValue } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import { stageIds, type LoopParams } from "./params";
import type { LoopResult } from "./result";
import { measuredIds, measureOf } from "./stages-query";
import { stageName } from "./words";

export function stagesTable(result: LoopResult, params: LoopParams, language: Language): ReportTable {
  const { texts } = language;
  const { table, who, notMeasured, beginning } = texts.loop;
  const cell = cellsIn(language);
  const none: ReportValue = { text: texts.base.none, value: null };
  return {
    id: "stages",
    title: table.stages,
    columns: [
      left("stage", table.stage),
      left("from", table.from),
      left("done", table.done),
      right("days", table.days, "place"),
      right("entered", table.entered, "customers"),
      right("did", table.did, "customers"),
      right("share", table.share, "share"),
      right("interval", table.interval, "number"),
      right("median", table.median, "time"),
      right("open", table.open, "customers"),
    ],
    rows: measuredIds.flatMap((id) => {
      const found = result.stages.find((one) => one.id === id);
      const measure = measureOf(result.chosen, id);
      const name = stageName(id, params, language);
      const what = {
        stage: { text: name, value: id },
        from: cell.text(measure.entry ?? beginning),
        days: cell.count(measure.days),
      };
      if (!found)
        return id === "call"
          ? []
          : [
              {
                ...what,
                done: { text: notMeasured, value: null },
                entered: none,
                did: none,
                share: { text: notMeasured, value: null },
                interval: none,
                median: none,
                open: none,
              },
            ];
      const { share, days, open } = found;
      return [
        {
          ...what,
          done: cell.text(language.format.list(measure.done)),
          entered: cell.count(share.n, { key: `${id} entered`, label: who.entered(name) }),
          did: cell.count(share.x, { key: `${id} done`, label: who.done(name) }),
          share: cell.share(share),
          interval: cell.interval(share),
          median: cell.number(days, 1),
          open: cell.count(open, { key: `${id} open`, label: who.open(name) }),
        },
      ];
    }),
  };
}

export function keptTable(
  { stages }: LoopResult,
  params: LoopParams,
  language: Language,
): ReportTable | null {
  const { table, who } = language.texts.loop;
  const cell = cellsIn(language);
  const shown = stages.filter(
    ({ kept }) => kept.done.n + kept.missed.n + kept.gone.done + kept.gone.missed > 0,
  );
  if (shown.length === 0) return null;
  return {
    id: "kept",
    title: table.kept,
    columns: [
      left("stage", table.stage),
      right("done", table.doneThere, "customers"),
      right("done_stayed", table.doneStayed, "customers"),
      right("done_share", table.doneShare, "share"),
      right("missed", table.missedThere, "customers"),
      right("missed_stayed", table.missedStayed, "customers"),
      right("missed_share", table.missedShare, "share"),
      right("difference", table.difference, "number"),
      right("interval", table.interval, "number"),
      right("q", table.q, "number"),
      right("gone_done", table.goneDone, "customers"),
      right("gone_missed", table.goneMissed, "customers"),
    ],
    rows: shown.map(({ id, kept: { done, missed, gone, difference } }) => {
      const name = stageName(id, params, language);
      const count = (n: number, part: "there" | "stayed" | "gone", isDone: boolean) =>
        cell.count(n, { key: `${id} ${isDone ? "done" : "missed"} ${part}`, label: who[part](name, isDone) });
      return {
        stage: { text: name, value: id },
        done: count(done.n, "there", true),
        done_stayed: count(done.x, "stayed", true),
        done_share: cell.share(done),
        missed: count(missed.n, "there", false),
        missed_stayed: count(missed.x, "stayed", false),
        missed_share: cell.share(missed),
        difference: cell.points(difference?.value ?? null),
        interval: cell.pointsInterval(difference?.interval ?? null),
        q: cell.p(difference?.q ?? null),
        gone_done: count(gone.done, "gone", true),
        gone_missed: count(gone.missed, "gone", false),
      };
    }),
  };
}

export function stepsTable({ steps }: LoopResult, language: Language): ReportTable | null {
  const { table, who } = language.texts.loop;
  const cell = cellsIn(language);
  if (steps.length === 0) return null;
  return {
    id: "steps",
    title: table.steps,
    columns: [
      left("step", table.step),
      right("entered", table.entered, "customers"),
      right("did", table.did, "customers"),
      right("share", table.share, "share"),
      right("interval", table.interval, "number"),
    ],
    rows: steps.map(({ event, share }, i) => ({
      step: cell.text(event),
      entered: cell.count(share.n, { key: "steps all", label: who.steps }),
      did: cell.count(share.x, { key: `step ${i + 1}`, label: who.step(event) }),
      share: cell.share(share),
      interval: cell.interval(share),
    })),
  };
}

/** Which events stand for what, and whether somebody said so. */
export function chosenTable({ chosen }: LoopResult, params: LoopParams, language: Language): ReportTable {
  const { table, notMeasured, isGuessed } = language.texts.loop;
  const cell = cellsIn(language);
  type Row = readonly [string, string | null];
  const rows: Row[] = [
    ...stageIds.flatMap((id): Row[] => {
      const events = chosen.stages[id].done;
      const name = stageName(id, params, language);
      return events.length ? events.map((event) => [name, event]) : [[name, null]];
    }),
    ...chosen.steps.map((step): Row => [table.uses.step, step]),
    [stageName("call", params, language), chosen.call.done[0] ?? null],
    ...(["accepted", "door", "bought", "asked"] as const).map((use): Row => [table.uses[use], chosen[use]]),
  ];
  return {
    id: "chosen",
    title: table.chosen,
    columns: [left("use", table.use), left("event", table.event), left("how", table.how)],
    rows: rows.map(([use, event]) => ({
      use: cell.text(use),
      event: { text: event ?? notMeasured, value: event },
      how: cell.text(
        event === null
          ? language.texts.base.none
          : chosen.guessed.includes(event)
            ? isGuessed.yes
            : isGuessed.no,
      ),
    })),
  };
}
