import { baseOptions, colour, legendMarks } from "./chart-style";
import { code, comment, inLines, objectOf, type Code } from "./code";
import type { Language } from "./texts";

/** What all figures share, as `baseOptions` says it; `more` are margins of this one. */
export function baseCode(more: object = {}): Code {
  const { marginTop, marginBottom, style } = baseOptions(0);
  const margins = Object.entries({ marginTop, marginBottom, ...more });
  return code`
    ${{ text: margins.map(([side, size]) => `${side}: ${size},`).join("\n") }}
    style: ${objectOf(style as object)},`;
}

export function gridYCode(ticks: number): Code {
  return code`Plot.gridY(${objectOf({ ticks, stroke: colour.grid, strokeOpacity: 1 })})`;
}

export function gridXCode(ticks: number): Code {
  return code`Plot.gridX(${objectOf({ ticks, stroke: colour.grid, strokeOpacity: 1 })})`;
}

/** `count(n)` as figures write it. */
export function countCode({ locale }: Language): Code {
  return code`const count = new Intl.NumberFormat(${locale}, { maximumFractionDigits: 0 }).format;`;
}

/** `percent(share)` as an axis writes it. */
export function percentCode({ locale }: Language): Code {
  return code`const percent = new Intl.NumberFormat(${locale}, { style: "percent", maximumFractionDigits: 1 }).format;`;
}

/** `percent(share)` as running text writes it. */
export function percentInTextCode({ locale, format, texts }: Language): Code {
  return code`
    ${comment(texts.code.percent)}
    function percent(share: number) {
      if (share > 0 && share < 0.0005) return ${format.percent(0.0001)};
      if (share < 1 && share > 0.9995) return ${format.percent(0.9999)};
      return share.toLocaleString(${locale}, { style: "percent", maximumFractionDigits: 1 });
    }`;
}

/** `wilson(x, n)`: the interval of a share, as `stats/wilson.ts` reckons it. */
export function wilsonCode({ texts }: Language): Code {
  return code`
    ${comment(texts.code.wilson)}
    function wilson(x: number, n: number): [low: number, high: number] {
      const z = 1.959963984540054;
      const middle = 2 * x + z * z;
      const spread = z * Math.sqrt(z * z + (4 * x * (n - x)) / n);
      return [(middle - spread) / (2 * (n + z * z)), (middle + spread) / (2 * (n + z * z))];
    }`;
}

/** Each entry where `legend` of the chart style puts it. */
export function legendCode(entries: readonly { readonly label: string; readonly fill: string }[]): Code {
  return inLines(
    ...legendMarks(entries).flatMap(({ label, dot, text }) => [
      code`Plot.dot([${label}], ${objectOf(dot)}),`,
      code`Plot.text([${label}], ${objectOf(text)}),`,
    ]),
  );
}
