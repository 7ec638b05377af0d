import { code, template } from "../code";
import { fills } from "../segments/rate-rows";
import { rateRowsCode } from "../segments/rate-rows-code";
import type { Language } from "../texts";
import { bandWidth } from "./bands";
import { chosenOf, type ScoreResult } from "./result";

/** TypeScript that draws `scoresFigure` from a relation with the columns of `scoresQuery`, one row a customer. */
export function scoreCode(relation: string, result: ScoreResult | null, language: Language): string {
  const { texts, locale } = language;
  const told = texts.adoptionScore;
  const isBanded = result?.bands.some(({ from, to }) => from < to) ?? false;
  const version = told.version[(result && chosenOf(result)?.version) ?? "equal"];
  const label = isBanded ? template(told.spanOf("${band}", `\${band + ${bandWidth}}`)) : code`number(band)`;
  const rows = code`
    const number = new Intl.NumberFormat(${locale}, { maximumFractionDigits: 1 }).format;
    const known = ${{ text: relation }}.toArray().filter(({ outcome }) => outcome === "stayed" || outcome === "left");
    const bands = [...new Set(known.map(({ band }) => band!))].sort((a, b) => a - b);
    const rows = bands.map((band) => {
      const those = known.filter((row) => row.band === band);
      const stayed = those.filter(({ outcome }) => outcome === "stayed").length;
      const [low, high] = wilson(stayed, those.length);
      const of = ${template(texts.segments.of("${count(stayed)}", "${count(those.length)}"))};
      return {
        group: "",
        label: ${label},
        marks: [{ rate: stayed / those.length, low, high, of, fill: ${fills.first} }],
      };
    });
    const overall = known.filter(({ outcome }) => outcome === "stayed").length / known.length;`;
  return rateRowsCode(
    {
      what: told.code.what,
      rows,
      title: told.figure.title,
      caption: told.figure.caption(version),
      axis: told.figure.axis,
      reference: { rate: { text: "overall" }, label: template(told.figure.overall("${percent(overall)}")) },
      legend: [],
    },
    language,
  );
}
