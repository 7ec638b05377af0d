import type { Who } from "../report";
import type { Language } from "../texts";
import type { DimensionResult, Segment } from "./result";

/** What a segment is called under the heading of its column. */
export function labelOf(
  { kind, level, low, high }: Pick<Segment, "kind" | "level" | "low" | "high">,
  { texts, format }: Language,
): string {
  if (kind === "others") return texts.segments.others;
  if (kind === "unknown") return texts.segments.unknown;
  if (low === null || high === null) return level ?? "";
  return low === high ? format.number(low, 2) : `${format.number(low, 2)} – ${format.number(high, 2)}`;
}

/** What it is called in a sentence of its own. */
export function fullName(
  { column }: Pick<DimensionResult, "column">,
  segment: Segment,
  language: Language,
): string {
  return language.texts.segments.named(column, labelOf(segment, language));
}

/** The customers of a segment, or those of them who left. The key names the dimension by place and the segment as queries do. */
export function whoIn(
  place: number,
  dimension: Pick<DimensionResult, "column">,
  segment: Segment,
  onlyLost: boolean,
  language: Language,
): Who {
  const { who } = language.texts.segments;
  const name = fullName(dimension, segment, language);
  return onlyLost
    ? { key: `${place} lost ${segment.key}`, label: who.lostIn(name) }
    : { key: `${place} all ${segment.key}`, label: who.inSegment(name) };
}

export function whoOfAll(onlyLost: boolean, { texts }: Language): Who {
  const { who } = texts.segments;
  return onlyLost ? { key: "lost", label: who.lost } : { key: "all", label: who.all };
}

/** What a key asks for: everybody, or a segment by places; null for a key that no report of this result gave out. */
export function readKey(
  key: string,
  dimensions: readonly DimensionResult[],
): { readonly dimension: number | null; readonly segment: string | null; readonly onlyLost: boolean } | null {
  if (key === "all" || key === "lost") return { dimension: null, segment: null, onlyLost: key === "lost" };
  const [, place, what, segment] = /^(\d{1,2}) (all|lost) ([\s\S]+)$/.exec(key) ?? [];
  const dimension = dimensions[Number(place)];
  if (!dimension || String(Number(place)) !== place || !dimension.segments.some((one) => one.key === segment))
    return null;
  return { dimension: Number(place), segment: segment!, onlyLost: what === "lost" };
}
