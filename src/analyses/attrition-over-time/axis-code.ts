import type { Grain } from "../calendar";
import { code, comment, none, template, type Code } from "../code";
import { readerOf, type Language } from "../texts";

/** `ticks`: the periods whose names fit under the axis, as `periodAxis` chooses them; `nameOf(opens)` is such a name. */
export function axisCode(grain: Grain, language: Language): Code {
  return code`
    ${comment(language.texts.code.rate.axis)}
    ${periodNameCode(grain, language)}
    const longest = Math.max(1, ...periods.map(({ opens }) => nameOf(opens).length));
    const fitting = Math.max(2, Math.floor((width - 90) / (longest * 7 + 14)));
    const every = Math.ceil(periods.length / fitting);
    const ticks = periods.filter((_, i) => (periods.length - 1 - i) % every === 0);`;
}

function periodNameCode(grain: Grain, { locale, texts }: Language): Code {
  const { quarter, yearEnding } = texts.code;
  if (grain === "quarter")
    return code`
      const nameOf = (opens: Date) => {
        const [quarter, year] = [Math.floor(opens.getUTCMonth() / 3) + 1, opens.getUTCFullYear()];
        return ${template(quarter)};
      };`;
  const format = code`
    new Intl.DateTimeFormat(${readerOf(locale)}, {
      ${grain === "week" ? code`day: "numeric",` : none}
      month: "short",
      year: "numeric",
      timeZone: "UTC",
    }).format`;
  if (yearEnding === null) return code`const nameOf = ${format};`;
  return code`
    const dateOf = ${format};
    const nameOf = (opens: Date) => dateOf(opens).replace(/${{ text: yearEnding }}/u, "");`;
}
