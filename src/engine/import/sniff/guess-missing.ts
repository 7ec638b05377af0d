/** What programs and people write for "not known". In lower case, blanks around cut off; never read as 0. */
export const missingTokens: readonly string[] = [
  ..."na n/a #n/a null (null) none nil nan #null! #value! #div/0! #ref! #name? #num! undefined <na> \\n".split(
    " ",
  ),
  ..."- -- --- – — . .. ? 0000-00-00".split(" "),
  "0000-00-00 00:00:00",
  // The time of .NET and Go that nobody has set.
  ..."0001-01-01 0001-01-01t00:00:00 0001-01-01t00:00:00z 0001-01-01t00:00:00+00:00".split(" "),
  "0001-01-01 00:00:00",
  "0001-01-01 00:00:00z",
  "not available",
  ..."н/д #н/д н.д. нд".split(" "),
  "нет данных",
  "не указано",
  "#знач!",
  "#дел/0!",
  "#ссылка!",
];

export function isMissing(cell: string, tokens: ReadonlySet<string>): boolean {
  return tokens.has(cell.trim().toLowerCase());
}
