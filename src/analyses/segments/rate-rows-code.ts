import { legendLength, legendMarks, stackedMarks } from "../chart-style";
import { code, comment, inLines, none, objectOf, prose, template, type Code } from "../code";
import { baseCode, countCode, gridXCode, percentInTextCode, wilsonCode } from "../code-style";
import type { Language } from "../texts";
import { apart, inRow, rowHeight } from "./rate-rows";

export interface RateRowsCode {
  readonly what: string;
  /** Statements that leave `rows`: { group, label, marks: { x, n, fill } or with rate, low, high and of } in reading order. */
  readonly rows: Code;
  readonly title: string;
  readonly caption: string;
  readonly axis: string;
  /** A share and its name, as expressions; null without one. */
  readonly reference: { readonly rate: Code; readonly label: Code } | null;
  readonly legend: readonly { readonly label: string; readonly fill: string }[];
}

/** TypeScript that draws `rateRowsPlot`. */
export function rateRowsCode(
  { what, rows, title, caption, axis, reference, legend }: RateRowsCode,
  language: Language,
): string {
  const said = language.texts.segments.code;
  const each = rowHeight[inRow(legend.length)];
  const place =
    legend.length > 0
      ? code`at + (i - (row.marks.length - 1) / 2) * ${apart[inRow(legend.length)]}`
      : code`at`;
  return code`
    ${comment(what)}
    {
      ${countCode(language)}
      ${rows}
      ${reference ? code`const reference = { rate: ${reference.rate}, label: ${reference.label} };` : none}

      ${comment(said.lines)}
      let lines = 0;
      let group = "";
      const headings: { at: number; label: string }[] = [];
      const labels: { at: number; label: string }[] = [];
      const points = rows.flatMap((row) => {
        if (row.group !== group) headings.push({ at: lines++, label: (group = row.group) });
        const at = lines++;
        labels.push({ at, label: row.label });
        return row.marks.map((mark${legend.length ? code`, i` : { text: "" }}) => ({ ...mark, at: ${place} }));
      });

      ${comment(said.room)}
      const room = roomFor(labels.map(({ label }) => label));
      const most = Math.max(4, Math.floor((room - 16) / 6.6));
      const isWide = width > 560;
      const said = points.map(({ rate, of }) => (isWide ? \`\${percent(rate)} · \${of}\` : percent(rate)));

      ${comment(language.texts.code.colours)}
      display(
        Plot.plot({
          title: ${title},
          caption:
            ${prose(caption)},
          width,
          height: 92 + lines * ${each},
          ${baseCode({ marginTop: 52 })}
          marginLeft: room,
          marginRight: isWide ? roomFor(said) : 60,
          x: {
            label: ${axis},
            domain: [0, Math.min(1, 1.04 * Math.max(0.01, ${reference ? code`reference.rate, ` : { text: "" }}...points.map(({ high }) => high)))],
            ticks: width > 500 ? 5 : 3,
            tickFormat: percent,
          },
          y: { domain: [lines - 0.5, -0.5], axis: null },
          marks: [
            ${gridXCode(5)},
            ${reference ? referenceMarks : none}
            Plot.link(points, { x1: "low", x2: "high", y: "at", stroke: "fill", strokeWidth: 2, strokeOpacity: 0.5 }),
            Plot.dot(points, { x: "rate", y: "at", r: 4, fill: "fill" }),
            Plot.text(headings, {
              y: "at",
              text: "label",
              frameAnchor: "left",
              textAnchor: "start",
              dx: 8 - room,
              fontWeight: 600,
              fill: "currentColor",
            }),
            Plot.text(labels, {
              y: "at",
              text: ({ label }) => (label.length > most ? label.slice(0, most - 1) + "…" : label),
              frameAnchor: "left",
              textAnchor: "end",
              dx: -8,
              fill: "currentColor",
            }),
            Plot.text(points, {
              y: "at",
              text: (_, i) => said[i],
              frameAnchor: "right",
              textAnchor: "start",
              dx: 8,
              fill: "currentColor",
            }),
            Plot.ruleX([0], { stroke: "currentColor" }),
            ${legend.length ? legendCode(legend) : none}
          ],
        }),
      );

      function roomFor(labels: string[]) {
        const longest = Math.max(0, ...labels.map((label) => label.length));
        return Math.min(Math.ceil(longest * 6.6) + 16, Math.floor(width * 0.4));
      }

      ${percentInTextCode(language)}

      ${wilsonCode(language)}
    }`.text;
}

/** `markOf(x, n, fill)`: a share with its interval and its base; `number(value)` for bands. */
export function markCode({ locale, texts }: Language): Code {
  return code`
    const number = new Intl.NumberFormat(${locale}, { maximumFractionDigits: 2 }).format;
    const markOf = (x: number, n: number, fill: string) => {
      const [low, high] = wilson(x, n);
      return { rate: x / n, low, high, of: ${template(texts.segments.of("${count(x)}", "${count(n)}"))}, fill };
    };`;
}

/** `labelOf(row)`: what a segment is called, from its kind, level and band. */
export function labelCode({ texts }: Language): Code {
  const { others, unknown } = texts.segments;
  return code`
    const labelOf = ({ kind, level, low, high }: Segment) => {
      if (kind === "others") return ${others};
      if (kind === "unknown") return ${unknown};
      if (low === null || high === null) return level ?? "";
      return low === high ? number(low) : \`\${number(low)} – \${number(high)}\`;
    };`;
}

export const segmentType: Code = code`
  type Segment = { kind: string | null; level: string | null; low: number | null; high: number | null };`;

const referenceMarks: Code = code`
  Plot.ruleX([reference.rate], { stroke: "currentColor", strokeDasharray: "4,3" }),
  Plot.text([reference], {
    x: "rate",
    text: "label",
    frameAnchor: "top",
    textAnchor: "middle",
    dy: -12,
    fill: "currentColor",
  }),`;

/** Each entry where `legend` of the chart style puts it. */
function legendCode(entries: RateRowsCode["legend"]): Code {
  return inLines(
    code`(room + ${legendLength(entries)} > width`,
    code`  ? [`,
    ...entriesCode(stackedMarks(entries)),
    code`    ]`,
    code`  : [`,
    ...entriesCode(legendMarks(entries)),
    code`    ]),`,
  );
}

function entriesCode(marks: ReturnType<typeof stackedMarks> | ReturnType<typeof legendMarks>): Code[] {
  return marks.flatMap(({ label, dot, text }) => [
    code`      Plot.dot([${label}], ${objectOf(dot)}),`,
    code`      Plot.text([${label}], ${objectOf(text)}),`,
  ]);
}
