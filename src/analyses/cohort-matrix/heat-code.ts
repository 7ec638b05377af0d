import { colour } from "../chart-style";
import { code, comment, none, prose, type Code } from "../code";
import { baseCode } from "../code-style";
import { readerOf, type Language } from "../texts";
import { belowCells, deepest, leastCell, rowHeight, scaleShares, scaleStep, topOfCells } from "./heat-figure";
import type { CohortRequest } from "./lives";
import { isInTime } from "./params";

/** TypeScript that draws `heatFigure` from a relation with the columns of `cellsQuery`. */
export function heatCode(relation: string, { params }: CohortRequest, language: Language): string {
  const { texts, locale } = language;
  const { figure, code: said } = texts.cohortMatrix;
  const told = figure.heat;
  const isAttrition = params.metric === "customers" && params.show === "attrition";
  const title =
    params.metric !== "customers" ? told.titleAmounts : isAttrition ? told.titleAttrition : told.title;
  const fill = isAttrition ? colour.lost : colour.first;
  const caption = told.caption({ isInTime: isInTime(params), isRolling: params.window === "rolling" });
  return code`
    ${comment(said.what)}
    {
      ${nameCode(params, language)}
      ${comment(texts.code.noNull)}
      const rows = ${{ text: relation }}.toArray();
      const cohorts = d3.groups(rows, ({ cohort }) => cohort);
      const steps = cohorts[0][1].map(({ k, upto }) =>
        upto === null ? \`\${k}+\` : upto === k! + 1 ? \`\${k}\` : \`\${k}–\${upto - 1}\`,
      );
      const count = new Intl.NumberFormat(${locale}, { maximumFractionDigits: 0 }).format;
      const names = cohorts.map(([cohort]) => nameOf(cohort));
      const sizes = cohorts.map(([, [first]]) => count(first.size!));

      ${comment(said.shown)}
      const shown = (share: number) =>
        share > 0 && share < 0.005
          ? "<1"
          : share > 0.995 && share < 1
            ? ">99"
            : count(Math.round(share * 100) + 0).replace("-", "−");
      ${comment(said.scale)}
      const shade = (share: number) => ${deepest} * Math.sqrt(Math.min(1, Math.max(0, share)));

      ${comment(said.fits)}
      const room = (labels: string[]) => Math.max(0, ...labels.map(({ length }) => length)) * 6.6;
      const nameRoom = Math.min(Math.ceil(room(names)) + 6, Math.floor(width * 0.3));
      const marginLeft = nameRoom + Math.ceil(room(sizes)) + 20;
      const columns = Math.min(steps.length, Math.max(1, Math.floor((width - marginLeft - 8) / ${leastCell})));
      const scaleFrom = Math.min(0, width - marginLeft - ${scaleShares.length * scaleStep});
      const longest = Math.max(4, Math.floor(nameRoom / 6.6));
      const cut = (name: string) => (name.length > longest ? name.slice(0, longest - 1) + "…" : name);

      const cells = cohorts.flatMap(([, found], y) =>
        found.slice(0, columns).flatMap(({ share, state }, x) => (share === null ? [] : [{ x, y, share, state }])),
      );
      const running = cells.filter(({ state }) => state === "in progress");
      const box = { x1: "x", x2: (one: { x: number }) => one.x + 1, y1: "y", y2: (one: { y: number }) => one.y + 1, inset: 0.5 };
      ${comment(said.hatch)}
      const strokes = running.flatMap(({ x, y }) => [
        { x1: x, y1: y + 0.6, x2: x + 0.3, y2: y },
        { x1: x + 0.2, y1: y + 1, x2: x + 0.8, y2: y },
        { x1: x + 0.7, y1: y + 1, x2: x + 1, y2: y + 0.4 },
      ]);
      ${percentOf(language)}

      ${comment(texts.code.colours)}
      display(
        Plot.plot({
          title: ${title},
          caption:
            ${prose(caption)},
          width,
          height: ${topOfCells} + names.length * ${rowHeight} + ${belowCells},
          ${baseCode({ marginTop: topOfCells, marginBottom: belowCells })}
          marginLeft,
          marginRight: 8,
          x: { axis: null, domain: [0, columns] },
          y: { axis: null, domain: [names.length, 0] },
          opacity: { domain: [0, 1], range: [0, 1] },
          marks: [
            Plot.rect(
              cells.filter(({ state }) => state === "complete"),
              { ...box, fill: ${fill}, fillOpacity: ({ share }) => shade(share) },
            ),
            Plot.rect(cells, { ...box, fill: "none", stroke: ${colour.grid} }),
            Plot.link(strokes, { x1: "x1", y1: "y1", x2: "x2", y2: "y2", stroke: ${colour.muted}, strokeOpacity: 0.6 }),
            Plot.text(cells, {
              x: ({ x }) => x + 0.5,
              y: ({ y }) => y + 0.5,
              text: ({ share }) => shown(share),
              fill: "currentColor",
            }),
            Plot.text(names, {
              x: 0,
              y: (_, i) => i + 0.5,
              text: cut,
              textAnchor: "end",
              dx: nameRoom - marginLeft,
              fill: "currentColor",
            }),
            Plot.text(sizes, {
              x: 0,
              y: (_, i) => i + 0.5,
              text: (size) => size,
              textAnchor: "end",
              dx: -8,
              fill: "currentColor",
              fillOpacity: 0.7,
            }),
            Plot.text(steps.slice(0, columns), {
              x: (_, i) => i + 0.5,
              y: 0,
              dy: -10,
              text: (step) => step,
              fill: "currentColor",
            }),
            Plot.text([${told.axis(params.grain)}], {
              x: 0,
              y: 0,
              dy: -30,
              textAnchor: "start",
              text: (axis) => axis,
              fill: "currentColor",
              fillOpacity: 0.7,
            }),
            Plot.text(["n"], {
              x: 0,
              y: 0,
              dx: -8,
              dy: -10,
              textAnchor: "end",
              text: (n) => n,
              fill: "currentColor",
              fillOpacity: 0.7,
            }),
            [${{ text: scaleShares.join(", ") }}].map((share, i) => [
              Plot.dot([share], {
                x: 0,
                y: names.length,
                dx: scaleFrom + 6 + i * ${scaleStep},
                dy: 22,
                symbol: "square",
                r: 6,
                fill: ${fill},
                fillOpacity: [shade(share)],
                stroke: ${colour.grid},
              }),
              Plot.text([share], {
                x: 0,
                y: names.length,
                dx: scaleFrom + 18 + i * ${scaleStep},
                dy: 22,
                textAnchor: "start",
                text: (shown) => percent(shown),
                fill: "currentColor",
              }),
            ]),
          ],
        }),
      );
    }`.text;
}

function percentOf({ locale }: Language): Code {
  return code`const percent = new Intl.NumberFormat(${locale}, { style: "percent" }).format;`;
}

/** `nameOf(cohort)`: as \`cohortName\` calls a row. */
function nameCode({ by, grain }: CohortRequest["params"], language: Language): Code {
  const { texts, locale } = language;
  const { did, didNot, noLevel } = texts.cohortMatrix;
  if (by === "behaviour")
    return code`const nameOf = (cohort: string | null) => (cohort === "yes" ? ${did} : ${didNot});`;
  if (by === "attribute") return code`const nameOf = (cohort: string | null) => cohort || ${noLevel};`;
  const { yearEnding } = texts.code;
  const format = code`
    new Intl.DateTimeFormat(${readerOf(locale)}, {
      ${grain === "month" ? none : code`day: "numeric",`}
      month: "short",
      year: "numeric",
      timeZone: "UTC",
    })`;
  const ending = yearEnding === null ? code`` : code`.replace(/${{ text: yearEnding }}/u, "")`;
  return code`
    const dateOf = ${format};
    const nameOf = (opens: Date | null) => dateOf.format(opens!)${ending};`;
}
