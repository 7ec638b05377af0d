import { colour } from "../chart-style";
import { code, comment, type Code } from "../code";
import type { Language } from "../texts";
import { fewAtRisk } from "./few";
import type { Unit } from "./params";
import {
  besideName,
  besideNumbers,
  lowestEnd,
  plotHeight,
  rowHeight,
  tableTop,
  tickSteps,
} from "./survival-layout";

/** `ticks` of the axis of time, as `timeTicks` chooses them. */
export function axisCode(unit: Unit, { texts }: Language): Code {
  const steps = { text: JSON.stringify(tickSteps[unit]).replaceAll(",", ", ") };
  return code`
    ${comment(texts.timeToChurn.code.axis)}
    const most = Math.max(2, Math.floor((width - 90) / 64));
    const step = ${steps}.find((one) => lastTime / one <= most) ?? Math.ceil(lastTime / most);
    const ticks = d3.range(Math.floor(lastTime / step) + 1).map((i) => i * step);`;
}

/** Margins, as `layout` reckons them. */
export function layoutCode(isGrouped: boolean, { texts }: Language): Code {
  const heading = texts.timeToChurn.figure.survival.atRisk;
  const height = code`
    const plotHeight = ${plotHeight};
    const marginBottom = ${tableTop} + curves.length * ${rowHeight} + 8;`;
  if (!isGrouped)
    return code`
      ${height}
      const [marginLeft, marginRight] = [Math.max(56, Math.min(${Math.ceil(heading.length * 6.6) + besideName}, Math.floor(width * 0.24))), 32];`;
  return code`
    ${comment(texts.timeToChurn.code.room)}
    ${height}
    const longest = d3.max(curves, ({ name }) => name.length) ?? 0;
    const room = (length: number) => Math.min(Math.ceil(length * 6.6) + ${besideName}, Math.floor(width * 0.24));
    const marginLeft = Math.max(56, room(Math.max(longest, ${heading.length})));
    const marginRight = room(longest);
    const fits = Math.max(4, Math.floor((room(Math.max(longest, ${heading.length})) - ${besideName}) / 6.6));
    const cut = (name: string) => (name.length > fits ? name.slice(0, fits - 1) + "…" : name);`;
}

/** `ends`: names at the ends of curves, as `placed` moves them. */
export function endsCode({ texts }: Language): Code {
  return code`
    ${comment(texts.timeToChurn.code.ends)}
    const taken: { left: number; right: number; at: number }[] = [];
    const ends = curves
      .map(({ name, steps, lastTime, stroke }) => ({
        time: lastTime,
        survival: steps[steps.length - 1].survival,
        text: cut(name),
        stroke,
      }))
      .filter(({ survival }) => survival >= ${lowestEnd})
      .sort((a, b) => b.survival - a.survival)
      .map((end) => {
        const left = (end.time / lastTime) * (width - marginLeft - marginRight);
        const right = left + end.text.length * 6.6 + 8;
        const wanted = (1 - end.survival) * plotHeight;
        const beside = taken.filter((one) => one.left < right && left < one.right);
        const at = Math.max(wanted, ...beside.map((one) => one.at + 14));
        taken.push({ left, right, at });
        return { ...end, dy: Math.round(at - wanted) };
      });`;
}

export const endsMark = code`
  ends.map((end) =>
    Plot.text([end], { x: "time", y: "survival", text: "text", fill: "stroke", textAnchor: "start", dx: 6, dy: end.dy }),
  ),`;

/** `atRisk(steps, time)`: how many are followed and still there. */
export function riskCode({ texts }: Language): Code {
  return code`
    ${comment(texts.timeToChurn.code.atRisk)}
    const atRisk = (steps: typeof rows, time: number) =>
      d3.sum(steps, (step) => (step.time < time ? 0 : step.events + step.censored - step.entered));`;
}

export function riskMarks(isGrouped: boolean, { texts }: Language): Code {
  const heading = texts.timeToChurn.figure.survival.atRisk;
  const row = isGrouped ? "{ steps, name, stroke }" : "{ steps }";
  return code`
    curves.flatMap((${{ text: row }}, i) => [
      Plot.text([${isGrouped ? code`cut(name)` : heading}], {
        frameAnchor: "bottom-left",
        lineAnchor: "middle",
        textAnchor: "end",
        dx: ${-besideNumbers},
        dy: ${tableTop} + i * ${rowHeight},
        fill: ${isGrouped ? code`stroke` : "currentColor"},
      }),
      Plot.text(ticks, {
        x: (time) => time,
        text: (time) => count(atRisk(steps, time)),
        frameAnchor: "bottom",
        lineAnchor: "middle",
        dy: ${tableTop} + i * ${rowHeight},
        fill: (time) => (atRisk(steps, time) < ${fewAtRisk} ? ${colour.muted} : "currentColor"),
      }),
    ]),`;
}
