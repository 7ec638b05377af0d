import { code, comment, inLines, prose, type Code } from "../code";
import { countCode } from "../code-style";
import { floatingBarsCode, floatingLinksCode } from "../floating-bars-code";
import type { Language } from "../texts";
import { stepColours } from "./bridge-figure";
import type { LogoPeriod } from "./result";
import { stepNames } from "./steps";

/** TypeScript that draws `bridgeFigure` from a relation with the columns of `bridgeQuery`. */
export function logoBridgeCode(
  relation: string,
  { hasMoney, focal }: { readonly hasMoney: boolean; readonly focal: LogoPeriod | null },
  language: Language,
): string {
  const { movements, code: said } = language.texts.logoAttrition;
  const { texts } = language;
  const isFinished = focal === null || focal.state === "complete";
  const shown = stepNames.filter((step) => hasMoney || (step !== "contraction" && step !== "expansion"));
  const names = inLines(
    ...shown.map(
      (step) => code`${{ text: step }}: { label: ${movements.steps[step]}, fill: ${stepColours[step]} },`,
    ),
  );
  const caption = hasMoney ? movements.caption : movements.captionLogos;
  return code`
    ${comment(hasMoney ? said.what : said.whatLogos)}
    {
      ${comment(texts.code.colours)}
      const looks: Record<string, { label: string; fill: string }> = {
        ${names}
      };
      ${amountCode(hasMoney, language)}
      let level = 0;
      ${comment(texts.code.noNull)}
      const steps = ${{ text: relation }}.toArray().map((row) => {
        const isTotal = row.step === "start" || row.step === "end";
        const by = ${{ text: hasMoney ? "row.mrr!" : 'row.step === "lost" ? -row.logos! : row.logos!' }};
        const from = isTotal ? 0 : level;
        level = isTotal ? by : level + by;
        const sign = isTotal || by === 0 ? "" : by < 0 ? "−" : "+";
        const said = sign + amount(Math.abs(by));
        return { ...looks[row.step!], from, to: level, said };
      });
      ${comment(texts.code.bridge.links)}
      ${floatingLinksCode}

      display(
        Plot.plot({
          title: ${hasMoney ? movements.title : movements.titleLogos},
          caption:
            ${prose(isFinished ? caption : `${caption} ${texts.attrition.figure.unfinished}`)},
          ${floatingBarsCode({
            axis: hasMoney ? movements.mrr : movements.logos,
            tickFormat: "number",
            marginLeft: 72,
            padding: 0.3,
            solid: isFinished ? null : "1",
          })}
        }),
      );
    }`.text;
}

/** `amount(n)` as bars say it, `number(n)` as the axis does. */
function amountCode(hasMoney: boolean, language: Language): Code {
  const number = code`const number = new Intl.NumberFormat(${language.locale}, { maximumFractionDigits: 2 }).format;`;
  if (!hasMoney) return inLines(number, countCode(language), code`const amount = count;`);
  return inLines(
    number,
    code`const whole = new Intl.NumberFormat(${language.locale}, { maximumFractionDigits: 0 }).format;`,
    code`const amount = (n: number) => (Math.abs(n) < 0.005 ? number(0) : Math.abs(n) >= 1000 ? whole(n) : number(n));`,
  );
}
