/** What programs and people write for "not known". In lower case, blanks around cut off; never read as 0. */
export const missingTokens: readonly string[] = [
  ..."na n/a #n/a null (null) none nil nan #null! #value! #div/0! #ref! #name? #num! undefined <na> \\n".split(
    " ",
  ),
  ..."- -- --- – — . .. ? 0000-00-00".split(" "),
  "0000-00-00 00:00:00",
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
