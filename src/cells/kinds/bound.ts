import { plainLiteral, type PlainValue, type Template } from "../../engine";

interface Place {
  readonly line: number;
  readonly column: number;
}

/** A text whose holes are filled, and the way back from a place in it to the text that the person wrote. */
export interface Bound {
  readonly text: string;
  placeOf(place: Place): Place;
}

/** Values become literals, never text: what stands in a value cannot become SQL. */
export function bound(source: string, template: Template, values: readonly PlainValue[]): Bound {
  let text = template.parts[0] ?? "";
  // Where each hole's literal begins in the filled text, and how much longer it is than the hole.
  const shifts: {
    readonly at: number;
    readonly length: number;
    readonly hole: number;
    readonly end: number;
  }[] = [];
  template.holes.forEach((hole, i) => {
    const literal = plainLiteral(values[i] ?? null);
    shifts.push({ at: text.length, length: literal.length, hole: hole.start, end: hole.end });
    text += literal + (template.parts[i + 1] ?? "");
  });
  return {
    text,
    placeOf(place) {
      const offset = offsetOf(text, place);
      const before = shifts.filter(({ at }) => at <= offset).at(-1);
      if (!before) return place;
      const inside = offset < before.at + before.length;
      return placeAt(source, inside ? before.hole : before.end + (offset - before.at - before.length));
    },
  };
}

function offsetOf(text: string, { line, column }: Place): number {
  const lines = text.split("\n").slice(0, line - 1);
  return lines.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}

function placeAt(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
