import type { Figure, Who } from "../report";
import { fills, rateRowsPlot, whoOf, type RateMark } from "../segments/rate-rows";
import type { Share } from "../share";
import type { Language } from "../texts";
import { stageIds, type LoopParams } from "./params";
import type { LoopResult } from "./result";
import { stageName } from "./words";

function markOf(share: Share, fill: string, who: Who, { texts, format }: Language): RateMark[] {
  if (share.rate === null || !share.interval) return [];
  const [low, high] = share.interval;
  const of = texts.segments.of(format.count(share.x), format.count(share.n));
  return [{ rate: share.rate, low, high, of, fill, who }];
}

/** Each of the four stages, also those of which nothing is known: their lines stay empty and say so. */
export function stagesFigure(result: LoopResult, params: LoopParams, language: Language): Figure {
  const { format, texts } = language;
  const { figure, who } = texts.loop;
  const rows = stageIds.map((id) => {
    const name = stageName(id, params, language);
    const found = result.stages.find((stage) => stage.id === id);
    return {
      group: "",
      label: found ? name : figure.stages.missing(name),
      marks: found
        ? markOf(found.share, fills.first, { key: `${id} done`, label: who.done(name) }, language)
        : [],
    };
  });
  return {
    id: "stages",
    title: figure.stages.title,
    caption: figure.stages.caption,
    alternative: figure.stages.alternative(
      format.list(
        rows.map(({ label, marks }) => (marks[0] ? `${label}: ${format.percent(marks[0].rate)}` : label)),
      ),
    ),
    table: "stages",
    plot: (width) =>
      rateRowsPlot({ rows, reference: null, legend: [], axis: figure.stages.axis }, width, language),
    who: whoOf,
  };
}

/** Who did it beside who did not, of those who were there when the time was over. */
export function keptFigure(result: LoopResult, params: LoopParams, language: Language): Figure[] {
  const { format, texts } = language;
  const { figure, who } = texts.loop;
  const shown = result.stages.filter(({ kept }) => kept.difference);
  if (shown.length === 0) return [];
  const sides = [
    { side: "done", label: figure.kept.done, fill: fills.first },
    { side: "missed", label: figure.kept.missed, fill: fills.apart },
  ] as const;
  const rows = shown.map(({ id, kept }) => {
    const name = stageName(id, params, language);
    const marks = sides.flatMap(({ side, label, fill }) =>
      markOf(
        kept[side],
        fill,
        { key: `${id} ${side} stayed`, label: who.stayed(name, side === "done") },
        language,
      ).map((mark) => ({ ...mark, label })),
    );
    return { group: "", label: name, marks };
  });
  return [
    {
      id: "kept",
      title: figure.kept.title,
      caption: figure.kept.caption,
      alternative: figure.kept.alternative(
        format.list(
          rows.flatMap(({ label, marks }) =>
            marks.map((mark) => `${label}, ${mark.label}: ${format.percent(mark.rate)}`),
          ),
        ),
      ),
      table: "kept",
      plot: (width) =>
        rateRowsPlot({ rows, reference: null, legend: sides, axis: figure.kept.axis }, width, language),
      who: whoOf,
    },
  ];
}

export function stepsFigure({ steps }: LoopResult, language: Language): Figure[] {
  const { format, texts } = language;
  const { figure, who } = texts.loop;
  const rows = steps.map(({ event, share }, i) => ({
    group: "",
    label: event,
    marks: markOf(share, fills.first, { key: `step ${i + 1}`, label: who.step(event) }, language),
  }));
  if (rows.every(({ marks }) => marks.length === 0)) return [];
  return [
    {
      id: "steps",
      title: figure.steps.title,
      caption: figure.steps.caption,
      alternative: figure.steps.alternative(
        format.list(rows.map(({ label, marks }) => `${label}: ${format.percent(marks[0]?.rate ?? 0)}`)),
      ),
      table: "steps",
      plot: (width) =>
        rateRowsPlot({ rows, reference: null, legend: [], axis: figure.steps.axis }, width, language),
      who: whoOf,
    },
  ];
}
