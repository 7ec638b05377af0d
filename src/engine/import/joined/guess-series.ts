/**
 * Which files are parts of one thing by their names: alike but for numbers and months, with the same ending. Each list holds
 * the places of the names in what was given; a file without a like is alone in its list.
 */
export function guessSeries(names: readonly string[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  names.forEach((name, i) => {
    const stem = stemOf(name) ?? `${i}`;
    groups.set(stem, [...(groups.get(stem) ?? []), i]);
  });
  return [...groups.values()];
}

/** What a series has in common; a copy of a file is no part of one: its rows would be there twice. */
function stemOf(path: string): string | null {
  const name = path.replace(/^.*\//, "").normalize("NFC").toLowerCase();
  const [, stem = name, ending = ""] = /^(.+?)((?:\.[a-z][a-z0-9]{0,7}){1,2})$/.exec(name) ?? [];
  if (/\(\d{1,2}\)$|\b(copy|backup|old)\b|копия/u.test(stem)) return null;
  return `${stem.replace(months, "#").replace(/\d+/g, "#")}\n${ending}`;
}

const months = new RegExp(
  `(?<!\\p{L})(${[
    "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(t(ember)?)?|oct(ober)?|nov(ember)?|dec(ember)?",
    "янв(ар[ья])?|фев(рал[ья])?|март?а?|апр(ел[ья])?|ма[йя]|июн[ья]?|июл[ья]?|авг(уста?)?|сен(тябр[ья])?|окт(ябр[ья])?",
    "ноя(бр[ья])?|дек(абр[ья])?",
  ].join("|")})(?!\\p{L})`,
  "gu",
);
