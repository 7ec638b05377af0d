/** What a spreadsheet's number format makes of a number: a day, a time of day, both, or a number as it is. */
export type Shown = "number" | "date" | "timestamp" | "time";

/** Of the formats with numbers below 164, ECMA-376-1, 18.8.30; those of East Asian editions are dates too. */
export function builtInFormat(id: number): Shown {
  if (id === 22) return "timestamp";
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return "date";
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) return "time";
  return "number";
}

export function shownBy(code: string): Shown {
  const letters = code
    .split(";")[0]!
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    // `[$-419]` is a language, `[Red]` a colour, `[h]` hours that go on counting.
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .toLowerCase();
  if (/\[h+\]|\[m+\]|\[s+\]/.test(letters)) return "number";
  if (letters === "general" || /[0#?]/.test(letters.replace(/s\.0+/g, "s"))) return "number";
  const [hasDay, hasTime] = [/[dy]|m{3}/.test(letters), /[hs]/.test(letters)];
  return hasDay ? (hasTime ? "timestamp" : "date") : hasTime ? "time" : /m/.test(letters) ? "date" : "number";
}

/** A count of days as text: ISO 8601, or digits as they are. Excel 1900 has a 29 February that never was. */
export function shownText(digits: string, shown: Shown, is1904: boolean): string {
  const count = Number(digits);
  if (shown === "number" || !Number.isFinite(count)) return numberText(digits);
  if (count < 0 || count > 2_958_466) return numberText(digits);
  const days = is1904 ? count + 1462 : count < 60 ? count + 1 : count;
  // To the millisecond; a double cannot tell more apart, and 0.1 + 0.2 shows.
  const text = new Date(Math.round((days - 25_569) * 86_400_000)).toISOString();
  const time = text.slice(11, 23).replace(/\.000$/, "");
  if (shown === "time" && count < 1) return time;
  const isDay = time === "00:00:00" && shown === "date";
  return isDay ? text.slice(0, 10) : `${text.slice(0, 10)} ${time}`;
}

/** Seventeen digits as programs write them, or as few as tell the number from its neighbours. */
function numberText(digits: string): string {
  const number = Number(digits);
  if (!digits.trim() || Number.isNaN(number)) return digits;
  // Whole numbers of more digits than a double has are in the file only when another program wrote them.
  if (/^-?\d+$/.test(digits)) return digits;
  return String(number);
}
