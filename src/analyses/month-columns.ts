import type { DataSet } from "./analysis";

export interface MonthColumn {
  readonly column: string;
  /** Its first day. */
  readonly month: string;
}

/** Columns whose header is a month, in the order of time: "2024-03", "03.2024", "Mar 2024" and their like in Russian. */
export function monthColumns(columns: DataSet["columns"], chosen: readonly string[]): readonly MonthColumn[] {
  const kinds = ["integer", "number", "decimal", "boolean"];
  const found = columns.flatMap(({ name, kind }) => {
    if (chosen.length > 0 ? !chosen.includes(name) : !kinds.includes(kind)) return [];
    const month = monthOf(name);
    return month ? [{ column: name, month }] : [];
  });
  return found.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
}

/** The first day of the month that a header names, or null. */
export function monthOf(header: string): string | null {
  const text = header.normalize("NFKC").trim().toLowerCase().replaceAll("\u0451", "\u0435");
  const byNumber =
    /^(?:m_?)?(\d{4})[-_./\s]?(\d{1,2})(?:[-_./]0?1)?(?:[t\s]00:00(?::00)?)?$/.exec(text) ??
    swapped(/^(?:0?1[-_./])?(\d{1,2})[-_./\s](\d{4})$/.exec(text));
  if (byNumber) return dayOf(Number(byNumber[1]), Number(byNumber[2]));
  const byName =
    swapped(/^(\p{L}+)\.?[-_\s']*(\d{4}|\d{2})(?:\s*\p{L}+\.?)?$/u.exec(text)) ??
    /^(\d{4})[-_\s]*(\p{L}+)\.?$/u.exec(text);
  if (!byName) return null;
  const year = byName[1]!.length === 2 ? 2000 + Number(byName[1]) : Number(byName[1]);
  return dayOf(year, monthNamed(byName[2]!));
}

function swapped(found: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return found && [found[0], found[2], found[1]];
}

function dayOf(year: number, month: number): string | null {
  if (year < 1970 || year > 2200 || !(month >= 1 && month <= 12)) return null;
  return `${year}-${String(month).padStart(2, "0")}-01`;
}

/** 1 to 12, or 0: full and short names in both languages, as calendars and as dates write them. */
function monthNamed(word: string): number {
  const known = names();
  const exact = known.findIndex((all) => all.includes(word));
  if (exact >= 0) return exact + 1;
  const short = word.slice(0, 3);
  const started =
    word.length >= 3 && word.length <= 4 ? known.findIndex((all) => all[0]!.startsWith(short)) : -1;
  return started + 1;
}

let found: readonly (readonly string[])[] | undefined;

function names(): readonly (readonly string[])[] {
  found ??= Array.from({ length: 12 }, (_, i) => {
    const day = new Date(Date.UTC(2024, i, 1));
    const written = ["en", "ru"].flatMap((locale) =>
      (["long", "short"] as const).flatMap((month) =>
        [{ month }, { month, day: "numeric" as const }].flatMap((form) =>
          new Intl.DateTimeFormat(locale, { ...form, timeZone: "UTC" })
            .formatToParts(day)
            .filter(({ type }) => type === "month")
            .map(({ value }) => value.toLowerCase().replace(/\.$/, "")),
        ),
      ),
    );
    return [...new Set(written)];
  });
  return found;
}
