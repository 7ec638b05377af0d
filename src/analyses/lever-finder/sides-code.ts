import { code, objectOf, template } from "../code";
import { markCode, rateRowsCode } from "../segments/rate-rows-code";
import type { Language } from "../texts";
import { sideFills } from "./sides-figure";

/** TypeScript that draws `sidesFigure` from a relation with the columns of `sidesQuery`; `overall`: share of all that stayed. */
export function sidesCode(relation: string, overall: number | null, language: Language): string {
  const { texts, locale } = language;
  const told = texts.leverFinder;
  const rows = code`
    ${markCode(language)}
    const fills: { [side: string]: string } = ${objectOf(sideFills)};
    const names: { [behaviour: string]: string } = ${objectOfQuoted(texts.levers.whole)};
    const found = ${{ text: relation }}.toArray();
    const rows = d3.groups(found, ({ lever, cut }) => \`\${names[lever!] ?? lever} ≥ \${cut!.toLocaleString(${locale}, { maximumFractionDigits: 6 })}\`)
      .map(([label, sides]) => ({
        group: "",
        label,
        marks: sides.map(({ side, stayed, customers }) => markOf(stayed!, customers!, fills[side!])),
      }));`;
  return rateRowsCode(
    {
      what: told.code.what,
      rows,
      title: told.figure.title,
      caption: told.figure.caption,
      axis: told.figure.axis,
      reference:
        overall === null
          ? null
          : {
              rate: { text: String(overall) },
              label: template(told.figure.overall(language.format.percent(overall))),
            },
      legend: [
        { label: told.side.above, fill: sideFills.above },
        { label: told.side.below, fill: sideFills.below },
      ],
    },
    language,
  );
}

function objectOfQuoted(fields: Readonly<Record<string, string>>) {
  return objectOf(
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [JSON.stringify(name), value])),
  );
}
