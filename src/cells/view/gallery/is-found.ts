import { questionOf, titleOf, type Language, type Suggestion } from "../../../analyses";

/** Every word that was typed stands somewhere in the title, the question, the group or the id. */
export function isFound(
  { analysis }: Pick<Suggestion, "analysis">,
  wanted: string,
  language: Language,
  group: string,
): boolean {
  const told = plain(
    [titleOf(analysis, language), questionOf(analysis, language), group, analysis.id].join(" "),
  );
  return plain(wanted)
    .split(/\s+/)
    .every((word) => told.includes(word));
}

/** Small letters, and without the marks that people leave out. */
function plain(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").trim();
}
