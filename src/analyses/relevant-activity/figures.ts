import { baseOptions, colour, cutLabel, gridX, gridY, labelRoom } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import { whoOf } from "../segments/rate-rows";
import type { RelevantActivityResult } from "./result";
import { whoDid, whoPauses } from "./tables";

export const mostBars = 15;

/** How widespread each event is, and in how many of its days it stands alone. */
export function eventsFigure({ events }: RelevantActivityResult, language: Language): Figure {
  const { texts, format } = language;
  const told = texts.relevantActivity.figure.events;
  const shown = events.slice(0, mostBars);
  const label = (event: string) => event || texts.relevantActivity.nameless;
  return {
    id: "events",
    title: told.title,
    caption: told.caption(shown.length, events.length),
    alternative: told.alternative(
      shown.slice(0, 5).map(({ event, share, alone }) => ({
        event: label(event),
        share: format.percent(share.rate ?? 0),
        alone: format.percent(alone),
      })),
    ),
    table: "events",
    plot: (width) => {
      const room = labelRoom(
        shown.map(({ event }) => label(event)),
        width,
      );
      const isWide = width > 560;
      const bars = shown.map(({ event, share, alone, isCounted }) => ({
        event,
        share: share.rate ?? 0,
        alone: (share.rate ?? 0) * alone,
        // A narrow figure has room for one number; the other is in the table.
        said: isWide
          ? `${format.percent(share.rate ?? 0)} · ${told.alone(format.percent(alone))}`
          : format.percent(share.rate ?? 0),
        fill: isCounted ? colour.first : colour.muted,
        who: whoDid(event, language),
      }));
      return {
        ...baseOptions(width),
        height: 60 + bars.length * 26,
        marginLeft: room,
        marginRight: isWide
          ? labelRoom(
              bars.map(({ said }) => said),
              width,
            )
          : 60,
        x: {
          label: told.axis,
          domain: [0, 1],
          ticks: width > 500 ? 5 : 3,
          tickFormat: (share: number) => format.percent(share),
        },
        y: {
          label: null,
          domain: bars.map(({ event }) => event),
          // Two long names may be cut to the same one: lines go by the whole name.
          tickFormat: (event: string) => cutLabel(label(event), room),
          tickSize: 0,
          padding: 0.25,
        },
        marks: [
          gridX(5),
          Plot.barX(bars, { y: "event", x: "share", fill: "fill", fillOpacity: 0.35 }),
          Plot.barX(bars, { y: "event", x: "alone", fill: "fill" }),
          Plot.text(bars, { y: "event", text: "said", frameAnchor: "right", textAnchor: "start", dx: 8 }),
          Plot.ruleX([0], { stroke: "currentColor" }),
          Plot.barX(
            bars,
            Plot.pointerY({ y: "event", x1: 0, x2: "share", fill: "none", stroke: "currentColor" }),
          ),
        ],
      };
    },
    who: whoOf,
  };
}

/** Customers by their usual gap between active days, with the gaps half and four fifths of them stay within. */
export function gapFigure({ gap }: RelevantActivityResult, language: Language): Figure {
  const { texts, format } = language;
  const told = texts.relevantActivity.figure.gap;
  const marks = [
    { at: gap.p50, said: told.half },
    { at: gap.p80, said: told.mostOf },
  ].flatMap(({ at, said }) => (at === null ? [] : [{ at, said: `${said} ${texts.base.days(at)}` }]));
  const last = gap.bins[gap.bins.length - 1];
  // The last bin may hold a few very long gaps: drawn as wide as the others.
  const width = widthOf(gap.bins);
  const end = last ? last.from + width : 1;
  const bars = gap.bins.map((bin) => ({
    from: bin.from,
    to: bin.from + width,
    customers: bin.customers,
    ...(bin.customers > 0 && { who: whoPauses(bin, language) }),
  }));
  return {
    id: "gap",
    title: told.title,
    caption: captionOfGaps(gap.bins, { texts }),
    alternative: told.alternative({
      customers: gap.customers,
      p50: gap.p50 === null ? texts.base.noBase : texts.base.days(gap.p50),
      p80: gap.p80 === null ? texts.base.noBase : texts.base.days(gap.p80),
    }),
    table: "gaps",
    plot: (width) => ({
      ...baseOptions(width),
      height: 260,
      marginTop: 48,
      marginLeft: 64,
      x: { label: told.x, domain: [0, end], ticks: 8, tickFormat: (days: number) => format.number(days, 0) },
      y: { label: told.y, ticks: 5, tickFormat: (n: number) => format.count(n) },
      marks: [
        gridY(5),
        Plot.rectY(bars, {
          x1: "from",
          x2: "to",
          y: "customers",
          fill: colour.first,
          fillOpacity: 0.6,
          inset: 0.5,
        }),
        Plot.ruleX(
          marks.filter(({ at }) => at <= end),
          { x: "at", stroke: "currentColor", strokeDasharray: "4,3" },
        ),
        // One above the other: side by side they would write over each other.
        ...marks
          .filter(({ at }) => at <= end)
          .map((mark, i) =>
            Plot.text([mark], {
              x: "at",
              text: "said",
              frameAnchor: "top",
              dy: -8 - 15 * (1 - i),
              dx: -3,
              lineAnchor: "bottom",
              textAnchor: mark.at > end * 0.6 ? "end" : "start",
            }),
          ),
        Plot.ruleY([0], { stroke: "currentColor" }),
        Plot.rectY(
          bars.filter(({ who }) => who),
          Plot.pointerX({
            x1: "from",
            x2: "to",
            y1: 0,
            y2: "customers",
            fill: "none",
            stroke: "currentColor",
          }),
        ),
      ],
    }),
    who: whoOf,
  };
}

export function captionOfGaps(
  bins: RelevantActivityResult["gap"]["bins"],
  { texts }: Pick<Language, "texts">,
): string {
  const last = bins[bins.length - 1];
  const isLonger = last !== undefined && last.to > last.from + widthOf(bins);
  return texts.relevantActivity.figure.gap.caption(isLonger ? Math.round(last.from) : null);
}

function widthOf([first]: RelevantActivityResult["gap"]["bins"]): number {
  return first ? first.to - first.from : 1;
}
