/**
 * Keys of the customers behind a number. `place` is a group's, null everybody's. Written and read here alone: they come
 * back from files, so nothing but what is written here is understood.
 */
export type Key =
  /** All, those who left and those still there of a group; from and to bound the time: from < time <= to. */
  | {
      readonly what: "all" | "lost" | "kept";
      readonly place: number | null;
      readonly from: number | null;
      readonly to: number | null;
    }
  /** At risk at a time: entered before it and not gone before it. */
  | { readonly what: "risk"; readonly place: number | null; readonly at: number }
  /** Under observation just after a time: at the opening of an interval. */
  | { readonly what: "after"; readonly place: number | null; readonly at: number }
  /** Who came under observation late, between two times. */
  | {
      readonly what: "entered";
      readonly place: number | null;
      readonly from: number | null;
      readonly to: number | null;
    }
  /** Left out for a reason. */
  | { readonly what: "omitted"; readonly why: string };

export function keyText(key: Key): string {
  switch (key.what) {
    case "omitted":
      return `omitted ${key.why}`;
    case "risk":
    case "after":
      return `${key.what} ${placeText(key.place)} ${key.at}`;
    case "all":
    case "lost":
    case "kept":
    case "entered":
      return `${key.what} ${placeText(key.place)} ${key.from ?? "-"} ${key.to ?? "-"}`;
  }
}

export function readKey(text: string): Key | null {
  const omitted = /^omitted ([a-z-]+)$/.exec(text)?.[1];
  if (omitted !== undefined) return { what: "omitted", why: omitted };
  const moment = new RegExp(`^(risk|after) (\\*|[0-8]) (${number})$`).exec(text);
  if (moment)
    return { what: moment[1] as "risk" | "after", place: readPlace(moment[2]!), at: Number(moment[3]) };
  const span = new RegExp(`^(all|lost|kept|entered) (\\*|[0-8]) (-|${number}) (-|${number})$`).exec(text);
  if (!span) return null;
  const [, what, place, from, to] = span;
  return {
    what: what as "all" | "lost" | "kept" | "entered",
    place: readPlace(place!),
    from: from === "-" ? null : Number(from),
    to: to === "-" ? null : Number(to),
  };
}

const number = "\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?";

function placeText(place: number | null): string {
  return place === null ? "*" : String(place);
}

function readPlace(text: string): number | null {
  return text === "*" ? null : Number(text);
}
