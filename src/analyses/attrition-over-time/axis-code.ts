import type { Grain } from "../calendar";
import { code, comment, type Code } from "../code";
import { readerOf, type Language } from "../texts";

/** `ticks`: the periods whose names fit under the axis, as `periodAxis` chooses them. */
export function axisCode({ texts }: Language): Code {
  return code`
    ${comment(texts.code.rate.axis)}
    const longest = Math.max(1, ...periods.map(({ opens }) => nameOf(opens).length));
    const fitting = Math.max(2, Math.floor((width - 90) / (longest * 7 + 14)));
    const every = Math.ceil(periods.length / fitting);
    const ticks = periods.filter((_, i) => (periods.length - 1 - i) % every === 0);`;
}

/** `nameOf(opens)`: the short name of a period, as the figure has it. */
export function periodNameCode(grain: Grain, { locale, texts }: Language): Code {
  const said = texts.code;
  if (grain === "quarter")
    return code`
      function nameOf(opens: Date) {
        const [quarter, year] = [Math.floor(opens.getUTCMonth() / 3) + 1, opens.getUTCFullYear()];
        return \`${{ text: said.quarter }}\`;
      }`;
  const day: Code = { text: grain === "week" ? 'day: "numeric", ' : "" };
  const bare: Code = { text: said.yearEnding === null ? "" : `.replace(/${said.yearEnding}/u, "")` };
  return code`
    function nameOf(opens: Date) {
      const format = new Intl.DateTimeFormat(${readerOf(locale)}, { ${day}month: "short", year: "numeric", timeZone: "UTC" });
      return format.format(opens)${bare};
    }`;
}
